"""Questions to the journal, and who may ask them."""

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import administrator, auditor, somebody
from hiroba.foundation.actors import CLOCKWORK, GUEST
from hiroba.foundation.journal import policies, queries
from hiroba.foundation.journal.actions import note
from hiroba.foundation.verdicts import YES, no

pytestmark = pytest.mark.django_db


def test_auditors_may_read_the_journal():
    assert policies.may_read_journal(auditor()) == YES


def test_others_may_not_read_it_administrators_neither():
    only_auditors = no("記録は監査の担当者だけが読めます。")

    assert policies.may_read_journal(administrator()) == only_auditors
    assert policies.may_read_journal(somebody("akari")) == only_auditors
    assert policies.may_read_journal(GUEST) == only_auditors


def test_auditors_see_everything_and_others_nothing():
    reader = auditor()
    record = note(CLOCKWORK, "x.y", "X-1")

    assert queries.records_seen_by(reader).first() == record
    assert queries.records_seen_by(administrator()).count() == 0


def test_the_life_of_a_thing_is_told_from_its_beginning():
    with clock.at("2023-11-02 10:00"):
        second = note(CLOCKWORK, "x.change", "X-1")
    with clock.at("2023-11-01 10:00"):
        first = note(CLOCKWORK, "x.make", "X-1")
    note(CLOCKWORK, "x.make", "X-2")

    assert list(queries.records_of("X-1")) == [first, second]


def test_every_verb_is_named_once():
    for verb in ("b.do", "a.do", "b.do"):
        note(CLOCKWORK, verb, "X-1")

    assert queries.verbs() == ["a.do", "b.do"]
