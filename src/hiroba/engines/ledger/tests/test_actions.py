"""What stands in the books after each verb."""

import datetime

import pytest

from hiroba.engines.ledger import actions, queries
from hiroba.engines.ledger.models import Allocation, Draw, Entry, Lot
from hiroba.engines.ledger.tests.samples import PROGRAMME, TODAY, approved, fund, given, proposed
from hiroba.foundation.accounts.examples import officer
from hiroba.foundation.journal.models import Record
from hiroba.foundation.verdicts import Refused


def bank():
    return queries.balance_of(queries.account("bank"))


def test_a_gift_is_in_the_bank_and_owed_to_its_fund():
    lot = given(yen=3000)

    assert (bank(), queries.free_in(fund()), queries.received_by(fund())) == (3000, 3000, 3000)
    assert (lot.entry.key, lot.entry.fiscal_year, lot.yen) == ("G-1:in", 2023, 3000)


def test_a_gift_told_twice_came_once():
    first, second = given(), given()

    assert (first, Entry.objects.count(), Lot.objects.count(), bank()) == (second, 1, 1, 3000)


def test_the_same_key_for_something_else_is_refused_and_changes_nothing():
    given(yen=3000)

    with pytest.raises(Refused, match="同じ番号で、別の内容がすでに記帳されています。"):
        given(yen=5000)

    assert bank() == 3000


def test_an_allocation_promises_what_was_given_first():
    given("G-1", 3000)
    given("G-2", 5000)

    allocation = approved(4000)

    assert (queries.free_in(fund()), bank()) == (4000, 8000)
    assert [(draw.lot.ref, draw.yen) for draw in allocation.draws.order_by("pk")] == [
        ("G-1", 3000),
        ("G-2", 1000),
    ]
    assert list(Lot.objects.order_by("pk").values_list("drawn", flat=True)) == [3000, 1000]


def test_what_is_left_of_a_gift_goes_into_the_next_allocation():
    given("G-1", 3000)
    approved(1000, "P-1")
    approved(2000, "P-2")

    draws = queries.draws_of(["G-1"])

    assert [(draw.allocation.to_ref, draw.yen) for draw in draws] == [("P-1", 1000), ("P-2", 2000)]


def test_each_yen_of_every_allocation_is_explained():
    for number, yen in enumerate((3000, 1, 999, 12_345)):
        given(f"G-{number}", yen)
    for number, yen in enumerate((500, 4_000, 2_500)):
        approved(yen, f"P-{number}")

    for allocation in Allocation.objects.all():
        assert sum(allocation.draws.values_list("yen", flat=True)) == allocation.yen


def test_another_funds_gifts_are_not_drawn():
    given("G-1", 3000)
    given("G-2", 3000, fund("africa"))

    approved(3000, of=fund("africa"))

    assert [draw.lot.ref for draw in Draw.objects.all()] == ["G-2"]


def test_a_proposal_moves_nothing_and_can_be_dropped():
    given()
    allocation = actions.drop_allocation(by=officer(), allocation=proposed())

    assert (allocation.state, queries.free_in(fund()), Draw.objects.count()) == ("dropped", 3000, 0)


def test_of_two_proposals_for_the_same_yen_one_is_approved():
    given(yen=3000)
    first, second = proposed(2000), proposed(2000)
    actions.approve_allocation(by=officer(), allocation=first)

    with pytest.raises(Refused, match="この基金で使えるのは、あと1,000円です。"):
        actions.approve_allocation(by=officer(), allocation=second)

    assert queries.free_in(fund()) == 1000


def test_an_entry_is_taken_back_by_its_mirror():
    entry = given().entry
    told = {"programme": PROGRAMME, "booked_on": TODAY, "because": "振り込みの取り消し"}

    mirror = actions.reverse(by=officer(), entry=entry, **told)

    assert (bank(), queries.free_in(fund())) == (0, 0)
    assert (mirror.reverses, mirror.memo) == (entry, "振り込みの取り消し")
    assert sum(yen for _account, yen in queries.legs_of(mirror)) == 0


def test_the_balance_at_the_end_of_a_day_is_known():
    given("G-1", 3000, on=datetime.date(2023, 10, 1))
    given("G-2", 500, on=datetime.date(2023, 10, 2))
    account = queries.account("bank")

    assert [queries.balance_of(account, datetime.date(2023, 10, day)) for day in (1, 2)] == [
        3000,
        3500,
    ]
    assert queries.balance_of(account, datetime.date(2023, 9, 30)) == 0


def test_numbers_have_no_gap_and_begin_anew_each_year():
    told = [
        actions.next_number(by=officer(), series="receipts", year=year)
        for year in (2023, 2023, 2024, 2023)
    ]

    assert told == [1, 2, 1, 3]


def test_what_was_booked_about_a_thing_is_found():
    given("G-1")
    approved(1000, "P-1")

    assert [entry.kind for entry in queries.entries_about("G-1")] == ["received"]
    assert [entry.kind for entry in queries.entries_about("P-1")] == ["allocated"]
    assert [each.to_ref for each in queries.allocations_to("P-1")] == ["P-1"]


def test_the_journal_tells_what_was_done():
    before = Record.objects.count()
    given()
    approved()

    told = [each.verb for each in Record.objects.order_by("pk")[before:]]
    assert [verb for verb in told if verb.startswith("ledger.")] == [
        "ledger.open_fund",
        "ledger.post",
        "ledger.propose_allocation",
        "ledger.post",
        "ledger.approve_allocation",
    ]
