"""What is due when, by months, quarters and working days."""

import datetime

import pytest

from hiroba.engines.agreements.rules import Rule, RuleBook, dues, rule_book
from hiroba.engines.agreements.tests.samples import BOOK, MONTHLY, day

QUARTERLY = Rule("quarterly", "四半期報告", "Quarterly report", "quarter", 10)


def told(rule, first, last):
    """Each period and its day, as it is written."""
    book = RuleBook("sample", 1, (rule,))
    return [
        (f"{due.period_from}", f"{due.period_until}", f"{due.due_on}")
        for due in dues(book, day(first), day(last))
    ]


def test_a_monthly_report_is_due_some_working_days_after_each_month():
    assert told(MONTHLY, "2023-09-01", "2023-10-31") == [
        ("2023-09-01", "2023-09-30", "2023-10-06"),
        ("2023-10-01", "2023-10-31", "2023-11-08"),
    ]


def test_the_new_year_and_holidays_are_no_working_days():
    assert told(MONTHLY, "2023-12-01", "2023-12-31") == [("2023-12-01", "2023-12-31", "2024-01-11")]


def test_the_first_and_the_last_month_are_cut_to_the_days_of_the_agreement():
    assert [row[:2] for row in told(MONTHLY, "2023-11-15", "2024-01-10")] == [
        ("2023-11-15", "2023-11-30"),
        ("2023-12-01", "2023-12-31"),
        ("2024-01-01", "2024-01-10"),
    ]


def test_quarters_are_those_of_the_fiscal_year():
    assert [row[:2] for row in told(QUARTERLY, "2023-05-01", "2024-02-29")] == [
        ("2023-05-01", "2023-06-30"),
        ("2023-07-01", "2023-09-30"),
        ("2023-10-01", "2023-12-31"),
        ("2024-01-01", "2024-02-29"),
    ]


def test_a_final_report_is_due_once_for_the_whole_time():
    final = Rule("final", "完了報告", "Final report", "whole", 20)

    assert told(final, "2023-11-01", "2024-01-31") == [("2023-11-01", "2024-01-31", "2024-03-01")]


def test_an_agreement_of_one_day_has_one_period_of_each_kind():
    found = list(dues(BOOK, day("2023-11-01"), day("2023-11-01")))

    assert [(due.rule.kind, due.period_until) for due in found] == [
        ("monthly", datetime.date(2023, 11, 1)),
        ("final", datetime.date(2023, 11, 1)),
    ]


def test_rules_are_read_from_data_and_know_their_edition():
    book = rule_book({"name": "sample", "version": 2, "rules": [vars(MONTHLY)]})

    assert (book.edition, book.rules) == ("sample/2", (MONTHLY,))


def test_a_rule_for_an_unknown_period_is_refused_when_it_is_read():
    with pytest.raises(ValueError, match="fortnight"):
        Rule("often", "しばしば", "Often", "fortnight", 1)
