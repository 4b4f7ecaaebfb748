"""What is read from an activity, and what is said about it."""

from datetime import date
from decimal import Decimal

from hiroba.foundation.iati.activities import (
    Activity,
    Amount,
    Baseline,
    Budget,
    Dates,
    Document,
    Indicator,
    Location,
    Measure,
    Organisation,
    Period,
    Related,
    Result,
    Share,
    Transaction,
)
from hiroba.foundation.iati.tests.samples import (
    WHERE,
    WHO,
    activity,
    faults_of,
    file_of,
    read_all,
)
from hiroba.foundation.iati.texts import Text, only_in, said_in

MORE = """
<location ref="KE-1"><name><narrative>Kisumu</narrative></name>
<point srsName="http://www.opengis.net/def/crs/EPSG/0/4326"><pos>-0.1 34.75</pos></point></location>
<budget type="1" status="2"><period-start iso-date="2023-04-01"/><period-end iso-date="2024-03-31"/>
<value value-date="2023-04-01">12,000.50</value></budget>
<planned-disbursement><period-start iso-date="2023-04-01"/>
<value currency="JPY" value-date="2023-04-01">500</value>
<provider-org><narrative>Fund</narrative></provider-org></planned-disbursement>
<transaction ref="x1"><transaction-type code="3"/><transaction-date iso-date="2023-05-01Z"/>
<value currency="eur" value-date="2023-05-02">100</value>
<description><narrative>First part</narrative></description>
<provider-org ref="P-1" provider-activity-id="P-1-7"/>
<receiver-org><narrative>School</narrative></receiver-org></transaction>
<document-link url="https://example.org/a.pdf" format="application/PDF">
<title><narrative>Plan</narrative></title>
<category code="A02"/><language code="EN"/></document-link>
<related-activity ref="T-0" type="1"/>
<result type="2"><title><narrative>Better meals</narrative></title>
<indicator measure="1" ascending="0">
<title><narrative>Days without vegetables</narrative></title><baseline year="2022" value="5"/>
<period><period-start iso-date="2023-04-01"/><period-end iso-date="2024-03-31"/>
<target value="1"/>
<actual value="2"><dimension name="sex" value="f"/></actual></period></indicator></result>
"""


def test_everything_an_activity_says_is_read():
    (found,) = read_all(file_of(activity(more=MORE)))

    fund, school = (
        Organisation(name=(Text("en", "Fund"),)),
        Organisation(name=(Text("en", "School"),)),
    )
    assert found.faults == ()
    assert found.activity == Activity(
        identifier="T-1",
        reporting=Organisation(
            ref="XM-DAC-0-TEST", type="22", name=(Text("en", "Minato Association"),)
        ),
        title=(Text("en", "School gardens"), Text("ja", "学校菜園")),
        description=(Text("en", "Children grow vegetables."),),
        status="2",
        language="en",
        currency="USD",
        dates=Dates(actual_start=date(2023, 4, 1)),
        organisations=(Organisation("4", "XM-DAC-0-TEST", "22"),),
        countries=(Share("KE", "1", Decimal(100)),),
        sectors=(Share("11220", "1", Decimal(100)),),
        locations=(
            Location((Text("en", "Kisumu"),), (), Decimal("-0.1"), Decimal("34.75"), "KE-1"),
        ),
        budgets=(
            Budget(
                "budget",
                date(2023, 4, 1),
                date(2024, 3, 31),
                Amount(Decimal("12000.50"), "USD", date(2023, 4, 1)),
                "1",
                "2",
            ),
            Budget(
                "planned",
                date(2023, 4, 1),
                None,
                Amount(Decimal(500), "JPY", date(2023, 4, 1)),
                provider=fund,
            ),
        ),
        transactions=(
            Transaction(
                "3",
                date(2023, 5, 1),
                Amount(Decimal(100), "EUR", date(2023, 5, 2)),
                (Text("en", "First part"),),
                Organisation(ref="P-1", activity_id="P-1-7"),
                school,
                "x1",
            ),
        ),
        documents=(
            Document(
                "https://example.org/a.pdf",
                "application/pdf",
                (Text("en", "Plan"),),
                ("A02",),
                ("en",),
            ),
        ),
        related=(Related("T-0", "1"),),
        results=(
            Result(
                "2",
                (Text("en", "Better meals"),),
                (),
                (
                    Indicator(
                        (Text("en", "Days without vegetables"),),
                        "1",
                        False,
                        (),
                        (Baseline("5", "2022"),),
                        (
                            Period(
                                date(2023, 4, 1),
                                date(2024, 3, 31),
                                (Measure("1"),),
                                (Measure("2", (), (("sex", "f"),)),),
                            ),
                        ),
                    ),
                ),
            ),
        ),
    )


def test_words_are_chosen_by_language():
    title = (Text("en", "School gardens"), Text("ja", "学校菜園"))

    assert said_in(title, "ja", "en") == "学校菜園"
    assert said_in(title, "fr") == "School gardens"
    assert said_in((), "ja") == ""
    assert only_in(title, "fr") == ""


def test_the_same_content_has_the_same_fingerprint_wherever_it_stands():
    first, second = read_all(file_of("<!-- one\nmore\nline -->" + activity(), activity("T-2")))
    (alone,) = read_all(file_of(activity("T-2")))

    assert second.activity.fingerprint == alone.activity.fingerprint
    assert second.activity.line != alone.activity.line
    assert first.activity.fingerprint != second.activity.fingerprint


def test_an_activity_without_an_identifier_or_with_one_used_before_stays_out():
    found = read_all(file_of(activity(), activity(""), activity(), activity("X" * 151)))

    assert [one.activity.identifier if one.activity else None for one in found] == [
        "T-1",
        None,
        None,
        None,
    ]
    assert faults_of(activity(), activity(""), activity()) == [
        ("error", "no-identifier", 15, "活動の識別子(iati-identifier)がありません。"),
        (
            "error",
            "twice",
            27,
            "同じ識別子の活動が、このファイルの 3 行目にもあります。",
        ),
    ]


def test_a_row_of_money_that_cannot_be_read_is_left_out_and_told():
    money = (
        '<transaction><transaction-type code="3"/><transaction-date iso-date="{day}"/>'
        "<value {currency}>{value}</value></transaction>"
    )
    rows = [
        money.format(day="5000000", currency="", value="5"),
        money.format(day="2023-05-01", currency="", value="NaN"),
        money.format(day="2023-05-01", currency="", value="1" * 30),
        money.format(day="2023-05-01", currency="", value="7"),
    ]
    (found,) = read_all(file_of(activity(more="\n".join(rows))))

    assert [move.amount.value for move in found.activity.transactions] == [Decimal(7)]
    assert [(fault.code, fault.line) for fault in found.faults] == [
        ("date-unreadable", 13),
        ("value-unreadable", 14),
        ("value-too-large", 15),
    ]


def test_money_needs_a_currency():
    bare = activity(
        more='<budget><period-start iso-date="2023-04-01"/><value>5</value></budget>'
    ).replace('default-currency="USD"', "")

    assert faults_of(bare) == [
        (
            "warning",
            "no-currency",
            13,
            "budget の通貨が分からないため、この行は取り込みません。",
        )
    ]


def test_a_link_that_could_run_in_a_browser_is_left_out():
    (found,) = read_all(file_of(activity(more='<document-link url="javascript:alert(1)"/>')))

    assert found.activity.documents == ()
    assert [fault.code for fault in found.faults] == ["unsafe-link"]


def test_numbers_that_cannot_be_places_or_parts_are_left_out():
    (found,) = read_all(
        file_of(
            activity(
                where='<recipient-country code="KE" percentage="abc"/><sector percentage="5"/>'
                '<sector code="11220" percentage="200"/>',
                more="<location><point><pos>95 200</pos></point></location>",
            )
        )
    )

    assert [share.percentage for share in found.activity.countries] == [None]
    assert found.activity.locations == (Location(),)
    assert [fault.code for fault in found.faults] == [
        "number-skipped",
        "code-skipped",
        "percentage-range",
    ]


def test_lines_beyond_sixty_five_thousand_are_told_right():
    far = activity(more="\n" * 70_000 + '<document-link url="ftp://x"/>')

    assert [line for _, _, line, _ in faults_of(far, activity(""))] == [70_013, 70_015]


def test_an_organisation_without_ref_and_name_is_worth_a_warning():
    empty = activity(
        more='<transaction><transaction-type code="3"/>'
        '<transaction-date iso-date="2023-05-01"/><value>1</value><receiver-org/></transaction>'
    )

    assert [fault[1] for fault in faults_of(empty)] == ["nameless-organisation"]
    assert WHO in empty and WHERE in empty
