"""The pages of figures for each visitor, in both languages, with no, one and many rows."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import (
    administrator,
    approver,
    auditor,
    officer,
    somebody,
)
from hiroba.programmes.cooperation.projects import actions as projects
from hiroba.programmes.cooperation.projects.tests.samples import adopted
from hiroba.reports.figures import actions, queries
from hiroba.reports.figures.examples import published_figures
from hiroba.reports.figures.models import Snapshot
from hiroba.reports.figures.tests.samples import definition, known_as, visits

pytestmark = pytest.mark.django_db

PROJECTS = "/figures/grassroots_projects/"


@pytest.fixture(autouse=True)
def in_summer_2024():
    with clock.at("2024-08-01 10:00"):
        published_figures()
        yield


def questions(client, address):
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def table(client, address):
    text = b"".join(client.get(address)).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_without_a_year_a_total_is_that_of_the_last_published_year(client):
    page = client.get(PROJECTS).content.decode()

    assert "2002–2023年度" in page and "2002–2024年度" not in page
    assert '<option value="2023" selected>' in page


def test_with_a_record_after_it_the_total_reaches_to_this_year(client):
    adopted("水")

    page = client.get(PROJECTS).content.decode()

    assert '<data value="1406">1,406</data>' in page and "2002–2024年度" in page
    assert '<option value="2024" selected>' in page


def test_a_record_is_listed_with_its_page_and_a_reason_where_it_does_not_count(client):
    counted, out = adopted("水をはこぶ"), adopted("二つめの記録")
    projects.exclude_from_figures(by=officer(), project=out, because="二重の記録です。")
    with clock.at("2023-11-01 10:00"):
        inside = adopted("公表の中の事業")

    page = client.get(f"{PROJECTS}?fy=2024").content.decode()

    assert "公表値に加えた記録: 1件" in page and "すでに公表値に入っている記録: 1件" in page
    for project in (counted, out, inside):
        assert f'href="/projects/{project.ref}/"' in page
    assert "二重の記録です。" in page and "数えない記録と、その理由" in page


def test_the_page_says_what_is_approximate_planned_or_not_known(client):
    approximate = client.get("/figures/outreach_lectures/?fy=2011").content.decode()
    planned = client.get("/figures/teacher_overseas_training_participants/?fy=2025")
    unknown = client.get("/en/figures/essay_entries/?fy=2021").content.decode()

    assert "約数です。" in approximate
    assert "予定の値です。" in planned.content.decode()
    assert "figure-value unknown" in unknown and "公表値なし" not in unknown


def test_replaced_values_are_told(client):
    row = queries.baselines_of("japan_desk_countries")[0]
    wanted = actions.published()
    changed = next(each for each in wanted.baselines if each["value"] == row.value == 25)
    actions.load_published(by=administrator(), wanted=type(wanted)((changed | {"value": 24},), ()))

    page = client.get("/figures/japan_desk_countries/").content.decode()

    assert "訂正される前の値" in page and "2023年度末: 25 → 24" in page


def test_a_figure_that_somebody_else_tells_differently_shows_both(client):
    wanted = actions.published()
    told_elsewhere = dict(wanted.assertions[0]) | {"value": 1, "source_ja": "ある新聞"}
    actions.load_published(by=administrator(), wanted=type(wanted)((), (told_elsewhere,)))

    page = client.get(f"/figures/{told_elsewhere['figure']}/").content.decode()

    assert "ある新聞" in page and 'class="tag alarm"' in page and "一致" in page


@pytest.mark.parametrize(
    ("who", "sees_the_form", "button_sleeps"),
    [
        (None, False, False),
        (lambda: somebody("akari"), False, False),
        (auditor, True, True),
        (officer, True, False),
        (approver, True, False),
        (administrator, True, False),
    ],
)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_each_visitor_reads_the_page_and_the_button_is_for_some(
    client, who, sees_the_form, button_sleeps, prefix
):
    if who:
        client.force_login(who())

    page = client.get(f"{prefix}/figures/japan_desk_countries/?fy=2023").content.decode()

    action = f'action="{prefix}/figures/japan_desk_countries/take-snapshot/?fy=2023"'
    assert (action in page) == sees_the_form
    assert ("disabled title=" in page) == button_sleeps
    assert '<data value="25">25</data>' in page


@pytest.mark.parametrize(
    ("who", "status", "kept"),
    [(None, 302, 0), (lambda: somebody("akari"), 302, 0), (auditor, 302, 0), (officer, 302, 1)],
)
def test_a_snapshot_is_taken_only_by_those_who_may(client, who, status, kept):
    if who:
        client.force_login(who())

    answer = client.post("/figures/japan_desk_countries/take-snapshot/?fy=2023")

    assert (answer.status_code, Snapshot.objects.count()) == (status, kept)
    assert client.get("/figures/japan_desk_countries/take-snapshot/").status_code in (302, 405)


def test_a_snapshot_of_an_unknown_year_is_refused_on_the_page(client):
    client.force_login(officer())

    answer = client.post("/figures/essay_entries/take-snapshot/?fy=2020", follow=True)

    assert "この年度の値はまだありません。" in answer.content.decode()
    assert not Snapshot.objects.exists()


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_list_without_any_value_says_so(client, prefix):
    page = client.get(f"{prefix}/figures/?fy=1990").content.decode()

    assert 'class="empty"' in page and 'class="card"' not in page


def test_the_list_of_a_year_has_only_what_is_known_of_it(client):
    groups = client.get("/figures/?fy=2021").context["groups"]

    assert [figure.code for _, figures in groups for figure in figures] == [
        "grassroots_adopted",
        "fund_adopted",
        "japan_desk_countries",
        "plaza_ichigaya_visitors",
    ]


def test_every_card_leads_to_its_own_page(client):
    groups = client.get("/figures/").context["groups"]

    figures = [figure for _, found in groups for figure in found]
    assert len(figures) >= 33
    for figure in figures:
        answer = client.get(f"/figures/{figure.code}/?fy={figure.fiscal_year}")
        assert answer.context["figure"].value == figure.value


@pytest.mark.parametrize(
    "year",
    ["1949", "2101", "0", "-1", "2023.0", "soon", "二〇二三", "0000020239", "9" * 30, "2023 "],
)
@pytest.mark.parametrize(
    "address", ["/figures/", PROJECTS, "/figures/events.json", "/figures/events.csv"]
)
def test_a_year_that_nobody_can_mean_is_not_found(client, address, year):
    assert client.get(address, {"fy": year}).status_code == 404


@pytest.mark.parametrize("year", ["1950", "2100", "２０２３"])
def test_years_at_the_border_are_answered(client, year):
    assert client.get(PROJECTS, {"fy": year}).status_code == 200


@pytest.mark.parametrize("end", ["/", ".json", ".csv", "/take-snapshot/"])
def test_an_unknown_figure_is_not_found(client, end):
    client.force_login(officer())

    answer = client.post if "take" in end else client.get

    assert answer(f"/figures/no_such_figure{end}").status_code == 404


def test_the_data_of_a_figure_is_whole(client):
    answer = client.get("/figures/japan_desk_countries.json?fy=2023")

    row = queries.baselines_of("japan_desk_countries")[0]
    figure = queries.figure("japan_desk_countries", 2023)
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer.json() == {
        "code": "japan_desk_countries",
        "name": {"ja": figure.definition.name_ja, "en": figure.definition.name_en},
        "definition": {
            "ja": figure.definition.definition_ja,
            "en": figure.definition.definition_en,
        },
        "unit": {"ja": "か国", "en": "countries"},
        "kind": "as_of",
        "fiscal_year": 2023,
        "period": {"ja": "2023年度末", "en": "end of FY2023"},
        "value": 25,
        "text": {"ja": "25か国", "en": "25 countries"},
        "approximate": False,
        "plan": False,
        "baseline": {
            "value": 25,
            "fiscal_year": 2023,
            "first_day": None,
            "last_day": "2024-03-31",
            "certainty": "seen",
            "basis": "result",
            "source": {"ja": row.source_ja, "en": row.source_en},
            "document": row.url or None,
            "note": {"ja": row.note_ja, "en": row.note_en},
        },
        "records_counted": 0,
        "records_excluded": 0,
        "records_in_baseline": 0,
        "url": "/figures/japan_desk_countries/?fy=2023",
    }


def test_the_data_of_an_unknown_value_is_null(client):
    found = client.get("/figures/essay_entries.json?fy=2020").json()

    assert (found["value"], found["baseline"], found["text"]) == (None, None, {"ja": "", "en": ""})


def test_the_table_has_every_record_once(client):
    counted, out = adopted("水"), adopted("=1+1")
    projects.exclude_from_figures(by=officer(), project=out, because="二重の記録です。")
    with clock.at("2023-11-01 10:00"):
        inside = adopted("公表の中")

    rows = table(client, "/figures/grassroots_projects.csv?fy=2024")

    assert rows == [
        ["ref", "title", "counts", "reason"],
        [counted.ref, "水", "1", ""],
        [inside.ref, "公表の中", "0", "in_published_value"],
        [out.ref, "'=1+1", "0", "二重の記録です。"],
    ]


def test_the_table_is_named_after_figure_and_year(client):
    answer = client.get("/figures/grassroots_projects.csv?fy=2024")

    assert answer["Content-Disposition"] == 'attachment; filename="grassroots_projects-2024.csv"'


def test_records_without_a_page_of_their_own_are_named(client):
    with known_as(definition("year", visits("2024-06-01"), "2024-04-01")):
        page = client.get("/figures/visits/?fy=2024").content.decode()
        rows = table(client, "/figures/visits.csv?fy=2024")

    assert "V-2024-06-01" in page
    assert rows[1:] == [["V-2024-06-01", "来館", "1", ""]]


@pytest.mark.parametrize("address", ["/figures/", "/figures/?fy=2024", PROJECTS])
def test_more_records_and_snapshots_ask_no_more_questions(client, address):
    def one_more(title):
        adopted(title)
        actions.take_snapshot(by=officer(), code="grassroots_projects", year=2024)

    one_more("水")
    few = questions(client, address)
    one_more("土")
    one_more("風")

    assert questions(client, address) == few <= 12


def test_the_page_shows_twenty_records_and_the_table_all(client):
    for number in range(22):
        adopted(f"事業{number:02}")

    page = client.get(f"{PROJECTS}?fy=2024").context
    rows = table(client, "/figures/grassroots_projects.csv?fy=2024")

    assert (len(page["added"]), len(rows) - 1, page["figure"].value) == (20, 22, 1_427)
