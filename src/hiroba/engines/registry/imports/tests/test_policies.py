"""Every policy of lists: one yes, and each no by its sentence."""

import pytest

from hiroba.engines.registry.imports import actions, examples, policies
from hiroba.engines.registry.people import examples as people
from hiroba.foundation.accounts.examples import administrator, auditor, officer, somebody
from hiroba.foundation.actors import CLOCKWORK, GUEST, IMPORTER
from hiroba.foundation.verdicts import YES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

KEEPERS_ONLY = "団体の一覧は担当職員が取り込みます。"
TAKEN = "この行はもう取り込まれています。"


@pytest.fixture
def brought():
    return examples.brought()


def row(brought, line):
    return brought.rows.select_related("alike").get(line=line)


@pytest.mark.parametrize("by", [officer, administrator])
def test_keepers_do_everything_with_lists(brought, by):
    by = by()

    told = [
        policies.may_bring(by),
        policies.may_mend(by, row(brought, 4)),
        policies.may_decide(by, row(brought, 3), "same"),
        policies.may_take_in(by, brought),
        policies.may_take_some(by, brought),
        policies.may_call_same(by, brought),
    ]

    assert told == [YES] * 6


@pytest.mark.parametrize(
    "by", [auditor, lambda: somebody("ren"), lambda: GUEST, lambda: CLOCKWORK, lambda: IMPORTER]
)
def test_nobody_else_does_anything_with_lists(brought, by):
    by = by()

    told = [
        policies.may_bring(by).reason,
        policies.may_mend(by, row(brought, 4)).reason,
        policies.may_decide(by, row(brought, 3), "same").reason,
        policies.may_take_in(by, brought).reason,
        policies.may_take_some(by, brought).reason,
        policies.may_call_same(by, brought).reason,
    ]

    assert told == [KEEPERS_ONLY] * 6


def test_what_was_taken_in_is_neither_mended_nor_decided(brought):
    actions.take_in(by=officer(), brought=brought)
    taken = row(brought, 2)

    assert policies.may_mend(officer(), taken).reason == TAKEN
    assert policies.may_decide(officer(), taken, "new").reason == TAKEN


def test_what_was_linked_is_neither_mended_nor_decided(brought):
    actions.decide(by=officer(), row=row(brought, 3), decision="same")
    actions.take_in(by=officer(), brought=brought)

    assert policies.may_mend(officer(), row(brought, 3)).reason == TAKEN
    assert policies.may_decide(officer(), row(brought, 3), "new").reason == TAKEN


@pytest.mark.parametrize("decision", ["same", "new", ""])
def test_a_decision_may_be_changed_and_taken_back(brought, decision):
    actions.decide(by=officer(), row=row(brought, 3), decision="same")

    assert policies.may_decide(officer(), row(brought, 3), decision) == YES


def test_a_decision_that_does_not_exist_is_refused(brought):
    assert policies.may_decide(officer(), row(brought, 3), "maybe").reason == (
        "「同じ団体」か「別の団体」のどちらかを選んでください。"
    )


def test_bodies_of_one_name_with_two_numbers_are_two_bodies(brought):
    actions.mend(by=officer(), row=row(brought, 3), corporate_number="7000012050002")

    assert row(brought, 3).alike == people.minato()
    assert policies.may_decide(officer(), row(brought, 3), "new") == YES


def test_a_list_with_nothing_ready_is_not_taken_in(brought):
    actions.take_in(by=officer(), brought=brought)

    assert policies.may_take_in(officer(), brought).reason == (
        "いま取り込める行はありません。直すところのある行を直してください。"
    )


def test_without_doubts_there_is_nothing_to_call_the_same(brought):
    actions.decide(by=officer(), row=row(brought, 3), decision="new")

    assert policies.may_call_same(officer(), brought).reason == "確かめる行は残っていません。"
