"""How days, numbers, sums and words are read, however they were written."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiroba.foundation.iati.tests.samples import WHAT, WHERE, WHO, activity, file_of, read_all
from hiroba.foundation.iati.texts import Text


def read_one(*, more="", what=WHAT, who=WHO, where=WHERE, **parts):
    [one] = read_all(file_of(activity(more=more, what=what, who=who, where=where, **parts)))
    return one


def codes(one):
    return [fault.code for fault in one.faults]


def spent(value="5", *, day="2023-05-01", attributes="", more=""):
    return (
        f'<transaction><transaction-type code="4"/><transaction-date iso-date="{day}"/>'
        f"<value {attributes}>{value}</value>{more}</transaction>"
    )


def amounts(value, attributes=""):
    found = read_one(more=spent(value, attributes=attributes))
    return [move.amount.value for move in found.activity.transactions]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("5", "5"),
        (" 5 ", "5"),
        ("5.50", "5.50"),
        ("1,234,567.89", "1234567.89"),
        ("-300", "-300"),
        ("+300", "300"),
        ("0", "0"),
        ("1e3", "1000"),
        ("\n 42\n", "42"),
        ("12", "12"),
        ("9999999999999999.99", "9999999999999999.99"),
    ],
)
def test_a_sum_is_read_however_it_is_written(written, number):
    assert amounts(written) == [Decimal(number)]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "value-unreadable"),
        ("abc", "value-unreadable"),
        ("12 USD", "value-unreadable"),
        ("1 000", "value-unreadable"),
        ("NaN", "value-unreadable"),
        ("sNaN", "value-unreadable"),
        ("Infinity", "value-unreadable"),
        ("--5", "value-unreadable"),
        ("1e16", "value-too-large"),
        ("-1e16", "value-too-large"),
        ("1e999999", "value-too-large"),
        ("999999999999999999.999", "value-too-large"),
    ],
)
def test_a_sum_that_cannot_be_kept_is_left_out_with_its_reason(written, code):
    one = read_one(more=spent(written))

    assert one.activity.transactions == ()
    assert codes(one) == [code]


def test_a_row_without_a_value_is_left_out():
    one = read_one(more=spent().replace("<value >5</value>", ""))

    assert (one.activity.transactions, codes(one)) == ((), ["value-unreadable"])


@pytest.mark.parametrize(
    ("attributes", "currency"),
    [
        ("", "USD"),
        ('currency=""', "USD"),
        ('currency="jpy"', "JPY"),
        ('currency=" EUR "', "EUR"),
        ('currency="DOLLARS"', "DOL"),
    ],
)
def test_a_sum_has_its_own_currency_or_that_of_the_activity(attributes, currency):
    one = read_one(more=spent(attributes=attributes))

    assert [move.amount.currency for move in one.activity.transactions] == [currency]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2023-05-01", date(2023, 5, 1)),
        ("2023-05-01Z", date(2023, 5, 1)),
        ("2023-05-01T00:00:00", date(2023, 5, 1)),
        (" 2023-05-01 ", date(2023, 5, 1)),
        ("2024-02-29", date(2024, 2, 29)),
        ("0001-01-01", date(1, 1, 1)),
    ],
)
def test_a_day_is_read_with_or_without_a_time(written, day):
    one = read_one(more=spent(day=written))

    assert [move.on for move in one.activity.transactions] == [day]


@pytest.mark.parametrize(
    "written", ["", "soon", "2023-02-29", "2023-13-01", "01/05/2023", "0000-00-00", "2023"]
)
def test_money_without_a_readable_day_is_left_out(written):
    one = read_one(more=spent(day=written))

    assert (one.activity.transactions, codes(one)) == ((), ["date-unreadable"])


def test_an_unreadable_end_leaves_a_budget_open():
    one = read_one(
        more='<budget><period-start iso-date="2023-04-01"/><period-end iso-date="later"/>'
        "<value>5</value></budget>"
    )

    assert [budget.end for budget in one.activity.budgets] == [None]
    assert codes(one) == ["day-skipped"]


def test_an_unreadable_day_of_a_rate_is_left_out():
    one = read_one(more=spent(attributes='value-date="yesterday"'))

    assert [move.amount.value_date for move in one.activity.transactions] == [None]
    assert codes(one) == ["day-skipped"]


@given(st.decimals(-(10**15), 10**15, places=2))
def test_every_sum_to_the_cent_survives_reading(number):
    assert amounts(f"{number:,}") == [number]


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12))
def test_no_odd_sum_ever_stops_the_reading(written):
    safe = written.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "")
    if {"\ufffe", "\uffff"} & set(safe):
        return

    assert len(amounts(safe)) in (0, 1)


@pytest.mark.parametrize(
    ("written", "percentage", "code"),
    [
        ("100", "100", []),
        ("33.3333333", "33.3333333", ["percentages"]),
        ("0", "0", ["percentages"]),
        ("-1", None, ["percentage-range"]),
        ("100.01", None, ["percentage-range"]),
        ("ten", None, ["number-skipped"]),
        ("1e999999", None, ["percentage-range"]),
    ],
)
def test_a_percentage_lies_between_nought_and_a_hundred(written, percentage, code):
    one = read_one(where=f'<recipient-country code="KE" percentage="{written}"/><sector code="1"/>')

    [share] = one.activity.countries
    assert share.percentage == (None if percentage is None else Decimal(percentage))
    assert codes(one) == code


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("-0.1 34.75", ("-0.1", "34.75")),
        ("90 180", ("90", "180")),
        ("-90 -180", ("-90", "-180")),
        ("  1   2  ", ("1", "2")),
        ("91 0", (None, None)),
        ("0 181", (None, None)),
        ("1", (None, None)),
        ("1 2 3", (None, None)),
        ("", (None, None)),
        ("1,5 2", ("15", "2")),
    ],
)
def test_a_place_lies_on_earth_or_is_only_named(written, place):
    one = read_one(
        more=f"<location><name><narrative>K</narrative></name><point><pos>{written}</pos></point>"
        "</location>"
    )

    [found] = one.activity.locations
    assert found.name == (Text("en", "K"),)
    told = (found.latitude, found.longitude)
    assert told == tuple(None if part is None else Decimal(part) for part in place)


def title(inside):
    what = WHAT.replace(WHAT[WHAT.index("<title>") : WHAT.index("</title>") + 8], inside)
    return read_one(what=what).activity.title


@pytest.mark.parametrize(
    ("inside", "texts"),
    [
        ("<title><narrative>Water</narrative></title>", [("en", "Water")]),
        ('<title><narrative xml:lang="FR">Eau</narrative></title>', [("fr", "Eau")]),
        ('<title xml:lang="fr"><narrative>Eau</narrative></title>', [("fr", "Eau")]),
        (
            "<title><narrative>\n  Water \t of\n the village </narrative></title>",
            [("en", "Water of the village")],
        ),
        ("<title><narrative>  </narrative></title>", []),
        ("<title/>", []),
        ("<title>Water</title>", []),
        ("<title><narrative><b>Wa</b>ter</narrative></title>", [("en", "Water")]),
        ("<title><narrative>𠮷野の水 🚰</narrative></title>", [("en", "𠮷野の水 🚰")]),
        ("<title><narrative>A &amp; B &lt;C&gt;</narrative></title>", [("en", "A & B <C>")]),
        (
            "<title><narrative><![CDATA[<p>Water</p>]]></narrative></title>",
            [("en", "<p>Water</p>")],
        ),
    ],
)
def test_words_are_read_with_their_language_and_without_line_ends(inside, texts):
    assert title(inside) == tuple(Text(*text) for text in texts)


def test_the_description_of_type_one_comes_before_objectives():
    what = WHAT + '<description type="2"><narrative>Objectives</narrative></description>'
    plain = what.replace('<description type="1">', "<description>")

    assert read_one(what=what).activity.description == (Text("en", "Children grow vegetables."),)
    assert read_one(what=plain).activity.description == (Text("en", "Children grow vegetables."),)


def test_where_there_is_no_general_description_another_one_stands_in():
    what = WHAT.replace('<description type="1">', '<description type="3">')

    assert read_one(what=what).activity.description == (Text("en", "Children grow vegetables."),)


def test_days_of_the_first_standard_are_understood():
    what = WHAT.replace('type="2" iso-date', 'type="start-actual" iso-date')

    assert read_one(what=what).activity.dates.actual_start == date(2023, 4, 1)


def test_a_day_of_an_unknown_type_is_passed_over():
    one = read_one(what=WHAT + '<activity-date type="9" iso-date="2020-01-01"/>')

    assert (one.activity.dates.actual_start, codes(one)) == (date(2023, 4, 1), [])


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a.pdf", True),
        ("HTTP://EXAMPLE.ORG/", True),
        (" https://example.org/a ", True),
        ("https://例え.テスト/報告", True),
        ("javascript:alert(1)", False),
        (" JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/hostname", False),
        ("//example.org/a", False),
        ("", False),
        ("https://example.org/" + "a" * 1000, False),
    ],
)
def test_only_links_to_the_web_are_kept(url, kept):
    one = read_one(more=f'<document-link url="{url}"/>')

    assert [document.url for document in one.activity.documents] == ([url.strip()] if kept else [])
    assert codes(one) == ([] if kept else ["unsafe-link"])


def test_attributes_are_cut_to_the_length_of_their_columns():
    long = "x" * 500
    one = read_one(
        who=f'<reporting-org ref="{long}" type="{long}"><narrative>N</narrative></reporting-org>',
        where=f'<recipient-country code="{long}"/><sector vocabulary="{long}" code="{long}"/>',
        more=f'<related-activity ref="{long}" type="{long}"/>'
        + spent().replace("<transaction>", f'<transaction ref="{long}">'),
    )

    found = one.activity
    assert (len(found.reporting.ref), len(found.reporting.type)) == (100, 4)
    assert [len(share.code) for share in (*found.countries, *found.sectors)] == [40, 40]
    assert [(len(other.ref), len(other.type)) for other in found.related] == [(150, 4)]
    assert [len(move.ref) for move in found.transactions] == [150]


def test_what_a_fault_repeats_is_never_long():
    one = read_one(more=f'<document-link url="ftp://{"x" * 5000}"/>')

    assert len(one.faults[0].facts["value"]) == 80


def test_an_identifier_is_read_without_spaces_around_it():
    [one] = read_all(file_of(activity("\n  T-1  ")))

    assert one.activity.identifier == "T-1"


@pytest.mark.parametrize(("written", "grows"), [("1", True), ("0", False), ("false", False)])
def test_an_indicator_says_whether_more_is_better(written, grows):
    one = read_one(
        more=f'<result type="1"><indicator measure="1" ascending="{written}"><title/></indicator>'
        "</result>"
    )

    assert one.activity.results[0].indicators[0].ascending is grows


def test_values_of_results_are_kept_as_written():
    one = read_one(
        more='<result type="1"><indicator measure="5"><period>'
        '<target value="about 40 %"/><actual> 三十八 </actual><actual value=""/></period>'
        "</indicator></result>"
    )

    [period] = one.activity.results[0].indicators[0].periods
    assert [measure.value for measure in period.targets] == ["about 40 %"]
    assert [measure.value for measure in period.actuals] == ["三十八", ""]
    assert (period.start, period.end) == (None, None)


@pytest.mark.parametrize(("one", "other"), [("5", "5.00"), ("1,000", "1e3"), ("-0.50", "-.5")])
def test_the_same_sum_written_otherwise_is_the_same_activity(one, other):
    first, second = (read_one(more=spent(value)).activity for value in (one, other))

    assert first.fingerprint == second.fingerprint
