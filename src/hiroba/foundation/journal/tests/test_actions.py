"""Writing the journal."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction
from django.utils.translation import gettext_lazy

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import somebody
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.journal.actions import note
from hiroba.foundation.journal.models import Record

pytestmark = pytest.mark.django_db


def test_a_record_says_who_did_what_to_which_thing_and_when():
    akari = somebody("akari")

    with clock.at("2023-11-01 10:00"):
        record = note(akari, "plaza.book_visit", "V-1", party=32)

    record.refresh_from_db()
    assert (record.actor, record.hand) == (akari, "中村 あかり(見本)")
    assert (record.verb, record.subject, record.details) == (
        "plaza.book_visit",
        "V-1",
        {"party": 32},
    )
    assert str(record) == "2023-11-01 01:00 中村 あかり(見本) plaza.book_visit V-1"


def test_a_hand_without_an_account_is_written_by_its_name():
    record = note(CLOCKWORK, "jobs.run", "J-1")

    assert (record.actor, record.hand) == (None, "clockwork")


def test_a_thing_is_written_by_its_public_name():
    akari = somebody("akari")

    assert note(CLOCKWORK, "accounts.seen", akari).subject == akari.ref


def test_details_may_hold_days_sums_and_texts_of_pages():
    record = note(
        CLOCKWORK, "x.y", "X-1", on=date(2023, 11, 1), share=Decimal("0.5"), why=gettext_lazy("人")
    )

    record.refresh_from_db()
    assert record.details == {"on": "2023-11-01", "share": "0.5", "why": "人"}


def test_what_was_undone_stands_in_no_journal():
    with pytest.raises(ValueError, match="undone"), transaction.atomic():
        note(CLOCKWORK, "x.y", "X-1")
        raise ValueError("undone")

    assert not Record.objects.filter(subject="X-1").exists()
