"""What the database itself refuses, whoever asks."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from hiroba.engines.ledger import queries
from hiroba.engines.ledger.models import (
    Account,
    Allocation,
    Balance,
    Closing,
    Draw,
    Entry,
    Leg,
    Lot,
)
from hiroba.engines.ledger.tests.samples import TODAY, approved, fund, given, proposed
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer


def written(*sums, count=None, year=2023):
    """An entry past all our actions."""
    key, bank = uuid4(), Account.objects.get(code="bank")
    Leg.objects.bulk_create(Leg(entry_id=key, account=bank, yen=yen) for yen in sums)
    return Entry.objects.create(
        id=key,
        key=str(key),
        kind="received",
        booked_on=TODAY,
        fiscal_year=year,
        leg_count=len(sums) if count is None else count,
        posted_at=clock.now(),
    )


def refused(why, act):
    with pytest.raises(DatabaseError, match=why), transaction.atomic():
        act()


@pytest.mark.parametrize("sums", [(100, -99), (100,), ()], ids=["unequal", "one leg", "none"])
def test_an_entry_is_balanced(sums):
    given()

    refused("not balanced", lambda: written(*sums))


def test_an_entry_has_as_many_legs_as_it_says():
    given()

    refused("not balanced", lambda: written(100, -100, count=3))


def test_a_sealed_entry_takes_no_leg():
    entry = given().entry
    bank = Account.objects.get(code="bank")

    refused("sealed", lambda: Leg.objects.create(entry=entry, account=bank, yen=1))


def test_a_leg_without_an_entry_does_not_last():
    given()
    bank = Account.objects.get(code="bank")

    def lonely():
        Leg.objects.create(entry_id=uuid4(), account=bank, yen=1)
        connection.check_constraints()

    refused("(?i)foreign key", lonely)


def test_a_closed_year_takes_no_entry():
    given()
    Closing.objects.create(fiscal_year=2022, closed_by=officer(), closed_at=clock.now())

    refused("closed", lambda: written(100, -100, year=2022))


def test_a_key_counts_once():
    entry = given().entry

    def again():
        key, bank = uuid4(), Account.objects.get(code="bank")
        Leg.objects.bulk_create(Leg(entry_id=key, account=bank, yen=yen) for yen in (1, -1))
        known = {name: getattr(entry, name) for name in ("key", "kind", "booked_on", "posted_at")}
        Entry.objects.create(id=key, fiscal_year=2023, leg_count=2, **known)

    refused("(?i)unique", again)


def test_a_fund_is_never_overdrawn():
    given(yen=3000)
    balance = Balance.objects.filter(account__fund=fund())

    refused("fund_is_never_overdrawn", lambda: balance.update(yen=1))


def test_a_gift_is_never_overdrawn():
    lot = given(yen=3000)

    refused("lot_is_never_overdrawn", lambda: Lot.objects.filter(pk=lot.pk).update(drawn=3001))


@pytest.mark.parametrize(
    "model", [Entry, Leg, Closing, Draw], ids=["entry", "leg", "closing", "draw"]
)
@pytest.mark.parametrize("change", ["update", "delete"])
def test_what_was_booked_is_never_changed_and_never_deleted(model, change):
    given()
    approved()
    Closing.objects.create(fiscal_year=2022, closed_by=officer(), closed_at=clock.now())
    table = model._meta.db_table
    said = {
        "update": f"UPDATE {table} SET id = id",  # noqa: S608
        "delete": f"DELETE FROM {table}",  # noqa: S608
    }

    def act():
        with connection.cursor() as cursor:
            cursor.execute(said[change])

    refused("append-only", act)


def test_a_leg_moves_something():
    given()

    refused("leg_moves_something", lambda: written(0, 0))


def test_nobody_approves_the_own_proposal():
    given()
    allocation = proposed()
    entry = given("G-2").entry
    rows = Allocation.objects.filter(pk=allocation.pk)
    signed = {"approved_by": allocation.proposed_by, "approved_at": clock.now(), "entry": entry}

    with pytest.raises(IntegrityError, match="second_person"), transaction.atomic():
        rows.update(state="approved", **signed)


def test_balances_are_what_the_legs_add_up_to():
    for number in range(5):
        given(f"G-{number}", 1000 + number)
    approved(2500)

    for account in Account.objects.all():
        legs = sum(account.legs.values_list("yen", flat=True))
        assert queries.balance_of(account) == legs
    assert sum(Balance.objects.values_list("yen", flat=True)) == 0
