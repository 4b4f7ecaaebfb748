"""Writes the money of an activity: budgets, planned disbursements and transactions."""

from datetime import date

from hiroba.foundation.iati.activities import Amount, Budget, Transaction
from hiroba.foundation.iati.marks import (
    add,
    add_day,
    add_organisation,
    narratives,
    plain,
)
from hiroba.foundation.iati.reader import Element


def add_budget(parent: Element, tag: str, budget: Budget) -> None:
    status = budget.status if tag == "budget" else ""
    one = add(parent, tag, type=budget.type, status=status)
    add_day(one, "period-start", budget.start)
    add_day(one, "period-end", budget.end)
    _value(one, budget.amount, budget.start)
    if tag == "planned-disbursement":
        add_organisation(one, "provider-org", budget.provider)
        add_organisation(one, "receiver-org", budget.receiver)


def add_transaction(parent: Element, move: Transaction) -> None:
    one = add(parent, "transaction", ref=move.ref)
    add(one, "transaction-type", code=move.type)
    add_day(one, "transaction-date", move.on)
    _value(one, move.amount, move.on)
    if move.description:
        narratives(add(one, "description"), move.description)
    add_organisation(one, "provider-org", move.provider)
    add_organisation(one, "receiver-org", move.receiver)


def _value(parent: Element, amount: Amount, day: date) -> None:
    value = add(parent, "value", currency=amount.currency)
    value.set("value-date", str(amount.value_date or day))
    value.text = plain(amount.value)
