"""Each doubt about an activity, at its border."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from hiroba.foundation.iati.activities import (
    Activity,
    Amount,
    Budget,
    Dates,
    Organisation,
    Share,
    Transaction,
)
from hiroba.foundation.iati.checks import IMPLAUSIBLE, check
from hiroba.foundation.iati.faults import WARNING
from hiroba.foundation.iati.tests.samples import TODAY
from hiroba.foundation.iati.texts import Text

NAME = (Text("en", "Minato"),)
IN_ORDER = Activity(
    identifier="T-1",
    reporting=Organisation(ref="X", name=NAME),
    title=NAME,
    description=NAME,
    status="2",
    dates=Dates(actual_start=date(2023, 4, 1)),
    organisations=(Organisation("4", "X"),),
    countries=(Share("KE", percentage=Decimal(100)),),
    sectors=(Share("11220", percentage=Decimal(100)),),
)
PAID = Transaction("3", date(2023, 5, 1), Amount(Decimal(5), "USD"))


def codes(**parts):
    return [fault.code for fault in check(replace(IN_ORDER, **parts), TODAY)]


def test_nothing_is_said_about_an_activity_in_order():
    assert codes() == []


def test_all_that_is_said_is_a_warning_with_the_activity_and_a_line():
    [fault] = check(replace(IN_ORDER, title=(), line=7), TODAY)

    assert (fault.severity, fault.activity, fault.line) == (WARNING, "T-1", 7)


@pytest.mark.parametrize(
    ("part", "empty", "code"),
    [
        ("title", (), "no-title"),
        ("description", (), "no-description"),
        ("status", "", "no-status"),
        ("status", "7", "no-status"),
        ("organisations", (), "no-participant"),
        ("dates", Dates(), "no-start"),
        ("countries", (), "no-country"),
        ("sectors", (), "no-sector"),
        ("reporting", Organisation(name=NAME), "no-reporting-ref"),
        ("reporting", Organisation(ref="X"), "no-reporting-name"),
    ],
)
def test_each_missing_part_is_told_by_itself(part, empty, code):
    assert codes(**{part: empty}) == [code]


def test_places_and_sectors_may_be_told_with_each_movement_instead():
    assert codes(countries=(), sectors=(), transactions=(PAID,)) == []


def test_a_region_is_a_place_too():
    assert codes(countries=(), regions=(Share("298", percentage=Decimal(100)),)) == []


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (("100",), []),
        ((None,), []),
        (("50", "50"), []),
        (("33.33", "33.33", "33.33"), []),
        (("33.3", "33.3", "33.3"), []),
        (("33.29", "33.3", "33.3"), ["percentages"]),
        (("60", "50"), ["percentages"]),
        (("99",), ["percentages"]),
        (("50", None), ["no-percentage"]),
        ((None, None), ["no-percentage"]),
    ],
)
def test_parts_of_a_whole_come_to_a_hundred_within_a_tenth(parts, told):
    shares = tuple(
        Share(f"1122{at}", percentage=None if part is None else Decimal(part))
        for at, part in enumerate(parts)
    )

    assert codes(sectors=shares) == told


def test_each_list_of_sectors_is_a_whole_of_its_own():
    dac, own = Share("11220", "1", Decimal(100)), Share("x", "99", Decimal(100))

    assert codes(sectors=(dac, own)) == []


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        (Dates(date(2023, 4, 1), None, date(2023, 4, 1)), []),
        (Dates(date(2023, 4, 1), None, date(2023, 3, 31)), ["dates-reversed"]),
        (Dates(actual_start=TODAY), []),
        (Dates(actual_start=date(2023, 11, 2)), ["future-actual"]),
        (Dates(planned_start=date(2040, 1, 1)), []),
        (
            Dates(actual_start=date(2023, 4, 1), actual_end=date(2022, 4, 1)),
            ["dates-reversed"],
        ),
        (Dates(actual_start=date(2023, 4, 1), planned_end=date(2022, 4, 1)), []),
    ],
)
def test_days_run_forward_and_what_is_done_is_not_ahead(dates, told):
    assert codes(dates=dates) == told


@pytest.mark.parametrize(
    ("kind", "end", "told"),
    [
        ("budget", date(2024, 3, 31), []),
        ("budget", date(2024, 4, 1), []),
        ("budget", date(2024, 4, 2), ["long-budget"]),
        ("budget", date(2023, 3, 31), ["dates-reversed"]),
        ("budget", None, []),
        ("planned", date(2033, 4, 1), []),
    ],
)
def test_a_budget_is_for_one_year(kind, end, told):
    budget = Budget(kind, date(2023, 4, 1), end, Amount(Decimal(5), "USD"))

    assert codes(budgets=(budget,)) == told


@pytest.mark.parametrize("currency", [*IMPLAUSIBLE, "LAK"])
def test_each_currency_has_its_own_idea_of_too_much(currency):
    most = IMPLAUSIBLE.get(currency, 10**14)

    def told(value):
        return codes(transactions=(replace(PAID, amount=Amount(Decimal(value), currency)),))

    assert told(most) == []
    assert told(most + 1) == ["implausible-amount"]
    assert told(-most - 1) == ["implausible-amount"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"type": "13"}, []),
        ({"type": "14"}, ["unknown-transaction"]),
        ({"type": ""}, ["unknown-transaction"]),
        ({"on": TODAY}, []),
        ({"on": date(2023, 11, 2)}, ["future-transaction"]),
        ({"amount": Amount(Decimal(-5), "USD")}, []),
        ({"type": "2", "amount": Amount(Decimal(-5), "USD")}, ["negative-commitment"]),
        ({"type": "2", "amount": Amount(Decimal(0), "USD")}, []),
    ],
)
def test_movements_are_doubted_one_by_one(change, told):
    assert codes(transactions=(replace(PAID, **change),)) == told
