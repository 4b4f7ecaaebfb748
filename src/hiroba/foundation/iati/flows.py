"""Reads the money of an activity: budgets, planned disbursements and transactions."""

from hiroba.foundation.iati.activities import Budget, Transaction
from hiroba.foundation.iati.reader import Element, Reader, attribute, line_of


def budgets(reader: Reader, activity: Element) -> tuple[Budget, ...]:
    """Money set aside and payments planned, in the order of the file."""
    found = [_budget(reader, element, "budget") for element in activity.iterfind("budget")]
    found += [
        _budget(reader, element, "planned") for element in activity.iterfind("planned-disbursement")
    ]
    return tuple(budget for budget in found if budget)


def transactions(reader: Reader, activity: Element) -> tuple[Transaction, ...]:
    """Every movement of money, in the order of the file."""
    found = [_transaction(reader, element) for element in activity.iterfind("transaction")]
    return tuple(transaction for transaction in found if transaction)


def _budget(reader: Reader, element: Element, kind: str) -> Budget | None:
    start = reader.day_needed(element.find("period-start"), element)
    amount = reader.amount(element)
    if not start or not amount:
        return None
    return Budget(
        kind=kind,
        start=start,
        end=reader.day(element.find("period-end")),
        amount=amount,
        type=attribute(element, "type", 4) or "1",
        status=attribute(element, "status", 4) or "1",
        provider=reader.organisation(element.find("provider-org")),
        receiver=reader.organisation(element.find("receiver-org")),
        line=line_of(element),
    )


def _transaction(reader: Reader, element: Element) -> Transaction | None:
    on = reader.day_needed(element.find("transaction-date"), element)
    amount = reader.amount(element)
    if not on or not amount:
        return None
    kind = element.find("transaction-type")
    return Transaction(
        type=attribute(kind, "code", 4) if kind is not None else "",
        on=on,
        amount=amount,
        description=reader.texts(element.find("description")),
        provider=reader.organisation(element.find("provider-org")),
        receiver=reader.organisation(element.find("receiver-org")),
        ref=attribute(element, "ref", 150),
        line=line_of(element),
    )
