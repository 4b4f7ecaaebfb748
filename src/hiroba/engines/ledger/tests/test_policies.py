"""Who may write into the books: the yes, and each no by its sentence."""

import pytest

from hiroba.engines.ledger import actions, policies
from hiroba.engines.ledger.tests.samples import PROGRAMME, TODAY, approved, fund, given, proposed
from hiroba.foundation.accounts.examples import approver, officer, somebody
from hiroba.foundation.actors import CLOCKWORK, GUEST

OFFICERS_ONLY = "帳簿に書けるのは、その事業の担当職員だけです。"
UNBALANCED = "借方と貸方の合計が合いません。"


def posting(by, sums=(100, -100), year=2023):
    return policies.may_post(by, PROGRAMME, sums, year).reason


@pytest.mark.parametrize("who", ["hana", "sumire", "kansa", "ono"])
def test_only_officers_of_the_programme_write(who):
    entry, by = given().entry, somebody(who)
    allocation = proposed()

    assert {
        policies.may_open_fund(by, PROGRAMME).reason,
        posting(by),
        policies.may_reverse(by, PROGRAMME, entry, "理由").reason,
        policies.may_propose_allocation(by, fund()).reason,
        policies.may_drop_allocation(by, allocation).reason,
    } == {OFFICERS_ONLY}


@pytest.mark.parametrize("who", ["sato", "fumi"])
def test_officers_write(who):
    entry, by = given().entry, somebody(who)

    assert policies.may_open_fund(by, PROGRAMME)
    assert posting(by) == ""
    assert policies.may_reverse(by, PROGRAMME, entry, "理由")
    assert policies.may_propose_allocation(by, fund(), 3000)
    assert policies.may_drop_allocation(by, proposed())


def test_the_clockwork_posts_and_a_guest_does_not():
    assert posting(CLOCKWORK) == ""
    assert posting(GUEST) == OFFICERS_ONLY


@pytest.mark.parametrize(
    "sums", [(100, -99), (100,), (), (100, -100, 0), (0, 0)], ids=["a", "b", "c", "d", "e"]
)
def test_legs_add_up_to_nothing(sums):
    assert posting(officer(), sums) == UNBALANCED


def test_a_closed_year_takes_nothing_and_is_closed_once():
    actions.close_year(by=officer(), fiscal_year=2022)
    closed = "2022年度の帳簿は、もう締めました。今年度の日付で記帳してください。"

    assert posting(officer(), year=2022) == closed
    assert policies.may_close_year(officer(), 2022).reason == closed
    assert policies.may_close_year(officer(), 2023)


def test_others_close_no_year():
    verdict = policies.may_close_year(somebody("hana"), 2022)

    assert verdict.reason == "年度を締めるのは、担当職員だけです。"


def test_an_entry_is_reversed_once_and_with_a_reason():
    entry = given().entry
    blank = policies.may_reverse(officer(), PROGRAMME, entry, " ").reason
    told = {"programme": PROGRAMME, "entry": entry, "booked_on": TODAY}
    actions.reverse(by=officer(), because="取り消し", **told)

    assert blank == "取り消しの理由を書いてください。"
    assert policies.may_reverse(officer(), PROGRAMME, entry, "また").reason == (
        "この記帳は、もう取り消されています。"
    )


@pytest.mark.parametrize(
    ("yen", "reason"),
    [
        (3000, ""),
        (3001, "この基金で使えるのは、あと3,000円です。"),
        (0, "金額を1円以上にしてください。"),
    ],
)
def test_no_more_is_proposed_than_is_left(yen, reason):
    given(yen=3000)

    assert policies.may_propose_allocation(officer(), fund(), yen).reason == reason


def test_a_second_person_approves():
    given()
    allocation = proposed()

    assert policies.may_approve_allocation(officer(), allocation)
    assert policies.may_approve_allocation(somebody("fumi"), allocation).reason == (
        "提案した人とは別の人が承認します。"
    )
    for other in (approver(), somebody("hana"), somebody("sumire")):
        assert policies.may_approve_allocation(other, allocation).reason == (
            "承認できるのは、その事業の担当職員と承認者だけです。"
        )


def test_what_was_approved_is_neither_approved_again_nor_dropped():
    given()
    allocation, reason = approved(), "いまは「配分済み」のため、この操作はできません。"

    assert policies.may_approve_allocation(officer(), allocation).reason == reason
    assert policies.may_drop_allocation(officer(), allocation).reason == reason
