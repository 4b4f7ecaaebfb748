"""What the page of a project shows: money, partners, sectors, results, languages."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from hiroba.engines.registry.people.examples import minato
from hiroba.engines.registry.themes import examples as themes
from hiroba.foundation.accounts.examples import officer
from hiroba.foundation.iati.codes import TRANSACTION_TYPE
from hiroba.programmes.cooperation.projects import actions
from hiroba.programmes.cooperation.projects.dossiers.dossier import dossier_of, state_of
from hiroba.programmes.cooperation.projects.dossiers.lines import lines_of
from hiroba.programmes.cooperation.projects.dossiers.sums import SHOWN, amount_text, money_of
from hiroba.programmes.cooperation.projects.dossiers.tongues import tongue_of
from hiroba.programmes.cooperation.projects.models import Project
from hiroba.programmes.cooperation.projects.tests.samples import adopted, bring_in, gardens
from hiroba.programmes.cooperation.projects.tests.test_downloads import move

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def reported(more="", **parts):
    bring_in(gardens(more=more, **parts))
    return Project.objects.get()


def budget(value, first="2023-04-01", last="2024-03-31", currency="USD", tag="budget"):
    return (
        f'<{tag}><period-start iso-date="{first}"/><period-end iso-date="{last}"/>'
        f'<value currency="{currency}" value-date="{first}">{value}</value></{tag}>'
    )


@pytest.mark.parametrize(
    ("value", "currency", "japanese"),
    [
        ("0", "USD", "USD 0"),
        ("1234567", "USD", "USD 1,234,567"),
        ("1234.5", "USD", "USD 1,234.50"),
        ("-12.34", "EUR", "EUR -12.34"),
        ("3000", "JPY", "3,000円"),
        ("-3000", "JPY", "-3,000円"),
        ("3000.5", "JPY", "JPY 3,000.50"),
        ("999999999999999998.99", "USD", "USD 999,999,999,999,999,998.99"),
    ],
)
def test_a_sum_is_told_in_its_own_currency(value, currency, japanese):
    assert amount_text(Decimal(value), currency) == japanese


def test_yen_are_told_in_english_too():
    with translation.override("en"):
        assert "3,000" in amount_text(Decimal(3000), "JPY")
        assert "円" not in amount_text(Decimal(3000), "JPY")


def test_a_project_without_money_has_none_to_show():
    money = money_of(adopted())

    assert not money
    assert (money.budgets, money.movements, money.movement_totals, money.more) == (
        [],
        [],
        [],
        False,
    )


def test_budgets_are_summed_by_kind_year_and_currency():
    rows = (
        budget(100)
        + budget(50, "2023-10-01", "2023-12-31")
        + budget(7, currency="JPY")
        + budget(9, "2024-04-01", "2025-03-31")
        + budget(3, tag="planned-disbursement")
    )

    totals = money_of(reported(rows)).budget_totals
    assert sorted((total.kind, total.label, total.amount) for total in totals) == sorted(
        [
            ("予算", "2023年度", "USD 150"),
            ("予算", "2023年度", "7円"),
            ("予算", "2024年度", "USD 9"),
            ("支払いの計画", "2023年度", "USD 3"),
        ]
    )


def test_movements_are_summed_by_kind_and_currency_and_never_across():
    rows = move(10) + move(-4) + move(5, currency="EUR") + move(1, kind="4")

    totals = money_of(reported(rows)).movement_totals
    assert [(total.kind, total.amount) for total in totals] == [
        (TRANSACTION_TYPE["3"], "EUR 5"),
        (TRANSACTION_TYPE["3"], "USD 6"),
        (TRANSACTION_TYPE["4"], "USD 1"),
    ]


def test_money_that_comes_to_nought_is_shown_as_nought():
    totals = money_of(reported(move(10) + move(-10))).movement_totals

    assert [total.amount for total in totals] == ["USD 0"]


def test_an_unknown_kind_of_movement_is_another_one():
    assert [one.kind for one in money_of(reported(move(1, kind="77"))).movements] == ["その他"]


@pytest.mark.parametrize(("count", "more"), [(SHOWN - 1, False), (SHOWN, False), (SHOWN + 1, True)])
def test_of_many_movements_the_newest_are_shown(count, more):
    money = money_of(reported("".join(move(value) for value in range(1, count + 1))))

    assert (len(money.movements), money.more) == (min(count, SHOWN), more)
    assert money.movements[0].amount == f"USD {count}"
    assert money.movement_totals[0].amount == f"USD {count * (count + 1) // 2:,}"


def test_a_side_without_a_name_is_told_by_its_identifier():
    [one] = money_of(reported(move(1).replace("<narrative>Fund</narrative>", ""))).movements

    assert (one.provider, one.receiver) == ("P-1", "")


def test_sectors_are_named_by_the_registry_and_others_by_their_publisher():
    themes.reference()
    where = """<recipient-country code="KE"/><sector vocabulary="1" code="11220" percentage="100"/>
    <sector vocabulary="7" code="4" percentage="100"/>
    <sector vocabulary="99" code="G-1" percentage="100"><narrative>Gardens</narrative></sector>"""

    sectors = dossier_of(reported(where=where)).sectors
    assert [(one.code, one.list, one.is_dac) for one in sectors] == [
        ("11220", "DAC 5桁", True),
        ("4", "SDGs 目標", False),
        ("G-1", "団体独自", False),
    ]
    assert sectors[0].name and sectors[2].name == "Gardens"


def test_a_sector_nobody_knows_keeps_its_code():
    where = '<recipient-country code="KE"/><sector vocabulary="1" code="99999"/>'

    [one] = dossier_of(reported(where=where)).sectors
    assert (one.code, one.name) == ("99999", "")


def test_partners_stand_by_their_role_and_lead_to_bodies_we_know():
    who = (
        '<participating-org role="1"><narrative>Donor</narrative></participating-org>'
        '<participating-org role="9" ref="X-9"/>'
    )

    partners = dossier_of(reported(who)).partners
    assert [(one.role, one.name, one.identifier) for one in partners] == [
        ("資金を出す団体", "Donor", ""),
        ("実施する団体", "Minato Association", "XM-DAC-0-TEST"),
        ("参加団体", "", "X-9"),
    ]
    assert [bool(one.body_ref) for one in partners] == [False, True, False]


def test_countries_stand_by_their_part():
    where = """<recipient-country code="KE" percentage="30"/>
    <recipient-country code="UG" percentage="70"/><sector code="11220"/>"""

    found = dossier_of(reported(where=where)).countries
    assert [(row.country.code, row.percentage) for row in found] == [("UG", 70), ("KE", 30)]


def test_places_without_a_name_are_not_listed():
    places = (
        "<location><name><narrative>Kisumu</narrative></name></location>"
        "<location><point><pos>1 2</pos></point></location>"
    )

    assert [one.name for one in dossier_of(reported(places)).locations] == ["Kisumu"]


RESULTS = (
    '<result type="2"><title><narrative>Meals</narrative></title>'
    '<indicator measure="1"><title><narrative>Children</narrative></title>'
    '<baseline year="2022" value="0"/><baseline year="2021" value="9"/>'
    '<period><period-start iso-date="2023-04-01"/><period-end iso-date="2024-03-31"/>'
    '<target value="10"><comment><narrative>Hoped</narrative></comment></target>'
    '<target value="5"><dimension name="sex" value="f"/></target>'
    '<actual value="9"><comment><narrative>Hoped</narrative></comment></actual></period>'
    "<period/></indicator>"
    "<indicator><title><narrative>Teachers</narrative></title></indicator></result>"
    '<result type="77"><title><narrative>Odd</narrative></title></result>'
)


def test_results_are_a_tree_in_the_order_of_the_report():
    results = dossier_of(reported(RESULTS)).results

    assert [(one.title, one.kind, len(one.indicators)) for one in results] == [
        ("Meals", "アウトカム(目標)", 2),
        ("Odd", "", 0),
    ]
    children, teachers = results[0].indicators
    assert (children.baseline, children.baseline_year, teachers.periods) == ("0", "2022", [])
    assert [(one.target, one.actual, one.comment) for one in children.periods] == [
        ("10 / 5 (sex: f)", "9", "Hoped"),
        ("", "", ""),
    ]


@pytest.mark.parametrize("results", [RESULTS, RESULTS * 3])
def test_a_large_tree_asks_no_more_than_a_small_one(results, django_assert_num_queries):
    project = reported(results)

    with django_assert_num_queries(8):
        dossier_of(project)


@pytest.mark.parametrize(
    ("code", "told"),
    [("2", "実施中"), ("5", "中止"), ("", "状態の報告なし"), ("9", "状態の報告なし")],
)
def test_a_reported_state_is_told_in_words(code, told):
    assert state_of(Project(origin="imported", iati_status=code)) == told


def test_our_own_state_is_told_by_our_own_word():
    assert state_of(actions.contract(by=officer(), project=adopted())) == "契約済み"


@pytest.mark.parametrize(
    ("page", "columns", "tongue"),
    [
        ("ja", {"title_ja": "水"}, ""),
        ("en", {"title_ja": "水"}, "ja"),
        ("en", {"title_ja": "水", "title_en": "Water"}, ""),
        ("ja", {"title_ja": "Water", "title_en": "Water", "language": "en"}, "en"),
        ("ja", {"title_ja": "Eau", "title_original": "Eau", "language": "fr"}, "fr"),
        ("en", {"title_ja": "Eau", "title_original": "Eau", "language": "fr"}, "fr"),
        ("ja", {"title_ja": "水", "title_original": "Eau", "language": "fr"}, ""),
    ],
)
def test_words_are_marked_when_they_are_not_in_the_pages_language(page, columns, tongue):
    with translation.override(page):
        assert tongue_of(Project(**columns), "title") == tongue


def line_of(project):
    [line] = lines_of([Project.objects.get(pk=project.pk)])
    return line


def test_a_line_tells_where_who_what_and_when():
    project = adopted(
        body=minato(),
        countries=["LA"],
        planned_start=date(2024, 4, 1),
        planned_end=date(2027, 3, 31),
    )

    line = line_of(project)
    assert (line.title, line.where, line.carrier, line.kind, line.state, line.period) == (
        "村の水道",
        "ラオス",
        "特定非営利活動法人みなと",
        "草の根パートナー型",
        "採択",
        "2024.4.1–2027.3.31",
    )


@pytest.mark.parametrize(
    ("countries", "where"),
    [
        ([], "国の指定なし"),
        (["KE", "LA"], "ケニア・ラオス"),
        (["KE", "LA", "UG", "NP"], "ウガンダ・ケニア・ネパール・ラオス"),
        (["KE", "LA", "UG", "NP", "FJ"], "ウガンダ・ケニア・ネパール・フィジー ほか 計5か国"),
    ],
)
def test_of_many_countries_some_are_named_and_all_are_counted(countries, where):
    assert line_of(adopted(countries=countries)).where == where


@pytest.mark.parametrize(
    ("days", "period"),
    [
        ({}, ""),
        ({"planned_start": date(2024, 4, 1)}, "2024.4.1"),
        ({"planned_end": date(2024, 4, 1)}, ""),
    ],
)
def test_a_line_without_days_tells_none(days, period):
    assert line_of(adopted(**days)).period == period


def test_a_line_of_open_data_names_who_reported():
    line = line_of(
        reported(who="<reporting-org><narrative>Nameless &amp; Co</narrative></reporting-org>")
    )

    assert (line.carrier, line.kind, line.state) == ("Nameless & Co", "公開データ", "実施中")


def test_lines_of_nothing_are_no_lines():
    assert lines_of([]) == []
