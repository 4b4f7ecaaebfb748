"""What is hard to believe about an activity."""

from hiroba.foundation.iati.tests.samples import WHAT, WHO, activity, faults_of


def codes(*activities):
    return [code for _, code, _, _ in faults_of(*activities)]


def told(*activities):
    return [(line, sentence) for _, _, line, sentence in faults_of(*activities)]


def move(value, *, currency="USD", day="2023-05-01", kind="2"):
    return (
        f'<transaction><transaction-type code="{kind}"/><transaction-date iso-date="{day}"/>'
        f'<value currency="{currency}" value-date="{day}">{value}</value></transaction>'
    )


def test_an_activity_in_order_has_no_faults():
    assert codes(activity(more=move(5000))) == []


def test_two_hundred_billion_dollars_are_doubted_and_as_many_yen_are_not():
    assert told(activity(more=move(200_000_000_000))) == [
        (
            13,
            "金額 200,000,000,000 USD は大きすぎるようです。通貨や桁をご確認ください。",
        )
    ]
    assert codes(activity(more=move(200_000_000_000, currency="JPY"))) == []


def test_negative_commitments_future_days_and_unknown_kinds_are_told():
    rows = move(-5) + move(1, day="2024-01-01") + move(1, kind="77")

    assert told(activity(more=rows)) == [
        (13, "約束額(commitment)が負の数 -5 です。減額であれば問題ありません。"),
        (13, "取引の日付 2024-01-01 が未来です。"),
        (13, "取引の種類「77」は知らないコードです。"),
    ]


def test_percentages_must_come_to_a_hundred_in_each_list():
    where = """<recipient-country code="KE" percentage="50"/>\
<recipient-country code="UG" percentage="40"/>
    <sector code="11220" percentage="60"/><sector code="12220" percentage="39.95"/>
    <sector vocabulary="8" code="1.1" percentage="33.3"/><sector vocabulary="8" code="1.2"/>"""

    assert told(activity(where=where)) == [
        (11, "recipient-country の割合の合計が 90% です(100% になるはずです)。"),
        (13, "sector が複数あるのに、割合のないものがあります。"),
    ]


def test_regions_and_countries_share_one_hundred():
    where = """<recipient-country code="KE" percentage="50"/>\
<recipient-region code="298" percentage="50"/>
    <sector code="11220"/>"""

    assert codes(activity(where=where)) == []


def test_days_that_are_reversed_or_ahead_of_time_are_told():
    days = """<activity-date type="1" iso-date="2023-04-01"/>
    <activity-date type="3" iso-date="2022-04-01"/>
    <activity-date type="2" iso-date="2023-04-01"/><activity-date type="4" iso-date="2025-04-01"/>
    <activity-date type="4" iso-date="soon"/>"""
    what = WHAT.replace('<activity-date type="2" iso-date="2023-04-01"/>', days)

    assert [sentence for _, sentence in told(activity(what=what))] == [
        "activity-date の日付「soon」は読めないため、取り込みません。",
        "終了日 2022-04-01 が開始日 2023-04-01 より前です。",
        "実績の日付 2025-04-01 が未来です。",
    ]


def test_a_budget_is_for_a_year_and_runs_forward():
    def budget(end):
        return (
            f'<budget><period-start iso-date="2023-04-01"/><period-end iso-date="{end}"/>'
            "<value>5</value></budget>"
        )

    assert codes(
        activity(more=budget("2024-03-31") + budget("2026-03-31") + budget("2020-01-01"))
    ) == [
        "long-budget",
        "dates-reversed",
    ]


def test_what_is_missing_is_told():
    bare = activity(who="", what='<activity-status code="9"/>', where="")

    assert codes(bare) == [
        "no-title",
        "no-description",
        "no-status",
        "no-reporting-ref",
        "no-reporting-name",
        "no-participant",
        "no-start",
        "no-country",
        "no-sector",
    ]
    assert codes(activity(who=WHO, more='<result type="1"/>')) == ["no-indicator"]
