"""What makes a reported activity hard to believe or hard to use; all of it is a warning."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from hiroba.foundation.iati.activities import (
    Activity,
    Amount,
    Budget,
    Share,
    Transaction,
)
from hiroba.foundation.iati.codes import ACTIVITY_STATUS, TRANSACTION_TYPE
from hiroba.foundation.iati.faults import WARNING, Fault

HUNDRED = Decimal(100)
TOLERANCE = Decimal("0.1")
DAYS_OF_A_YEAR = 366

# above this a sum in the currency is more than any one activity has ever moved
IMPLAUSIBLE = {
    "USD": 10**10, "EUR": 10**10, "GBP": 10**10, "CHF": 10**10, "CAD": 10**10, "AUD": 10**10,
    "XDR": 10**10, "CNY": 10**11, "JPY": 2 * 10**12, "INR": 10**12, "KRW": 2 * 10**13,
}  # fmt: skip
IMPLAUSIBLE_ELSEWHERE = 10**14


def check(activity: Activity, today: date) -> tuple[Fault, ...]:
    """Every warning about the activity, in the order of its parts."""
    checks = (_names, _dates(today), _shares, _budgets, _transactions(today))
    return tuple(
        Fault(WARNING, code, line or activity.line, activity.identifier, facts)
        for one in checks
        for code, line, facts in one(activity)
    )


Found = Iterator[tuple[str, int, dict[str, str]]]


def _names(activity: Activity) -> Found:
    if not activity.title:
        yield "no-title", 0, {}
    if not activity.description:
        yield "no-description", 0, {}
    if activity.status not in ACTIVITY_STATUS:
        yield "no-status", 0, {"value": activity.status}
    if not activity.reporting.ref:
        yield "no-reporting-ref", activity.reporting.line, {}
    if not activity.reporting.name:
        yield "no-reporting-name", activity.reporting.line, {}
    if not activity.organisations:
        yield "no-participant", 0, {}


def _dates(today: date):  # type: ignore[no-untyped-def]
    def look(activity: Activity) -> Found:
        dates = activity.dates
        if not (dates.planned_start or dates.actual_start):
            yield "no-start", 0, {}
        pairs = (
            (dates.planned_start, dates.planned_end),
            (dates.actual_start, dates.actual_end),
        )
        for start, end in pairs:
            if start and end and end < start:
                yield "dates-reversed", 0, {"start": str(start), "end": str(end)}
        for day in (dates.actual_start, dates.actual_end):
            if day and day > today:
                yield "future-actual", 0, {"day": str(day)}

    return look


def _shares(activity: Activity) -> Found:
    moves = activity.transactions
    if not (activity.countries or activity.regions or moves):
        yield "no-country", 0, {}
    if not (activity.sectors or moves):
        yield "no-sector", 0, {}
    for tag, shares in _wholes(activity):
        parts = [share.percentage for share in shares]
        known = [part for part in parts if part is not None]
        total = sum(known, Decimal(0))
        if len(parts) > len(known) and len(parts) > 1:
            yield "no-percentage", shares[0].line, {"tag": tag}
        elif known and abs(total - HUNDRED) > TOLERANCE:
            yield (
                "percentages",
                shares[0].line,
                {"tag": tag, "sum": f"{total.normalize():f}"},
            )


def _wholes(activity: Activity) -> Iterator[tuple[str, list[Share]]]:
    """The groups whose percentages must come to 100: places by list of regions, sectors by list."""
    countries = list(activity.countries)
    by_region = _by_vocabulary(activity.regions)
    if not by_region and countries:
        yield "recipient-country", countries
    for regions in by_region.values():
        yield "recipient-region", countries + regions
    for sectors in _by_vocabulary(activity.sectors).values():
        yield "sector", sectors


def _by_vocabulary(shares: tuple[Share, ...]) -> dict[str, list[Share]]:
    groups: dict[str, list[Share]] = {}
    for share in shares:
        groups.setdefault(share.vocabulary, []).append(share)
    return groups


def _budgets(activity: Activity) -> Found:
    for budget in activity.budgets:
        yield from _amount(budget.amount, budget.line)
        if budget.end:
            yield from _period(budget, budget.end)


def _period(budget: Budget, end: date) -> Found:
    facts = {"start": str(budget.start), "end": str(end)}
    if end < budget.start:
        yield "dates-reversed", budget.line, facts
    elif budget.kind == "budget" and (end - budget.start).days > DAYS_OF_A_YEAR:
        yield "long-budget", budget.line, facts


def _transactions(today: date):  # type: ignore[no-untyped-def]
    def look(activity: Activity) -> Found:
        for move in activity.transactions:
            yield from _amount(move.amount, move.line)
            yield from _transaction(move, today)

    return look


def _transaction(move: Transaction, today: date) -> Found:
    if move.type not in TRANSACTION_TYPE:
        yield "unknown-transaction", move.line, {"value": move.type}
    if move.type == "2" and move.amount.value < 0:
        yield "negative-commitment", move.line, {"value": f"{move.amount.value:,}"}
    if move.on > today:
        yield "future-transaction", move.line, {"day": str(move.on)}


def _amount(amount: Amount, line: int) -> Found:
    if abs(amount.value) > IMPLAUSIBLE.get(amount.currency, IMPLAUSIBLE_ELSEWHERE):
        facts = {"value": f"{amount.value:,}", "currency": amount.currency}
        yield "implausible-amount", line, facts
