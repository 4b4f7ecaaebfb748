"""Who may tie what, and each no by its sentence."""

from dataclasses import replace

import pytest

from hiroba.engines.ties import actions, policies
from hiroba.engines.ties.states import Relation
from hiroba.engines.ties.tests.samples import GIFT, LESSON, PROJECT, tied
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import CLOCKWORK, GUEST
from hiroba.foundation.verdicts import YES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

UNKNOWN_KIND = "この種類のものは登録されていません。"
NAMELESS = "公開するものには、名前が要ります。"
SIGN_IN = "つながりを記録するには、サインインしてください。"


@pytest.mark.parametrize("by", [officer, lambda: somebody("akari"), lambda: CLOCKWORK])
def test_whoever_is_known_may_tie(by):
    assert policies.may_tie(by(), PROJECT, LESSON, Relation.TEACHES) == YES


def test_what_is_not_public_is_tied_without_a_name():
    assert policies.may_tie(officer(), GIFT, PROJECT, Relation.FUNDS) == YES


def test_guests_tie_nothing():
    assert policies.may_tie(GUEST, PROJECT, LESSON, Relation.TEACHES).reason == SIGN_IN
    assert policies.may_rename(GUEST, PROJECT).reason == SIGN_IN


@pytest.mark.parametrize(
    ("source", "relation", "reason"),
    [
        (PROJECT, "hates", "このつながり方は登録されていません。"),
        (replace(LESSON, title_ja="別の名"), "teaches", "同じものどうしは、つなげません。"),
        (replace(PROJECT, kind="ship"), "teaches", UNKNOWN_KIND),
        (replace(PROJECT, title_ja=""), "teaches", NAMELESS),
        (replace(PROJECT, ref=""), "teaches", NAMELESS),
    ],
)
def test_what_does_not_fit_is_not_tied(source, relation, reason):
    assert policies.may_tie(officer(), source, LESSON, relation).reason == reason


def test_the_second_thing_is_looked_at_as_well():
    nameless = replace(LESSON, title_ja="")

    assert policies.may_tie(officer(), PROJECT, nameless, Relation.TEACHES).reason == NAMELESS


def test_a_thing_is_renamed_to_something():
    assert policies.may_rename(officer(), LESSON) == YES
    assert policies.may_rename(officer(), replace(LESSON, title_ja="")).reason == NAMELESS


def test_a_tie_that_holds_is_ended_for_a_reason():
    tie = tied(PROJECT, Relation.TEACHES, LESSON)

    assert policies.may_untie(officer(), tie) == YES
    assert policies.may_untie(officer(), tie, "誤り") == YES
    assert policies.may_untie(officer(), tie, " ").reason == "理由を書いてください。"
    assert policies.may_untie(GUEST, tie, "誤り").reason == SIGN_IN


def test_a_tie_ends_once():
    tie = actions.untie(by=officer(), tie=tied(PROJECT, "teaches", LESSON), because="誤り")

    assert policies.may_untie(officer(), tie, "誤り").reason == (
        "このつながりは、すでに終わっています。"
    )
