"""Tables that leave the house, line by line."""

import csv
import io
from datetime import date

import pytest

from hiroba.engines.registry.people.examples import minato
from hiroba.foundation.accounts.examples import officer
from hiroba.programmes.cooperation.projects import actions, downloads
from hiroba.programmes.cooperation.projects.models import Project
from hiroba.programmes.cooperation.projects.queries import Wanted, listed
from hiroba.programmes.cooperation.projects.tests.samples import adopted, bring_in, gardens

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

MOVE = (
    '<transaction><transaction-type code="{kind}"/><transaction-date iso-date="{day}"/>'
    '<value currency="{currency}" value-date="{day}">{value}</value>'
    "<description><narrative>{words}</narrative></description>"
    '<provider-org ref="P-1"><narrative>{who}</narrative></provider-org></transaction>'
)


def move(value, *, kind="3", day="2023-05-01", currency="USD", words="First part", who="Fund"):
    return MOVE.format(kind=kind, day=day, currency=currency, value=value, words=words, who=who)


def table(client, path):
    """The lines of a CSV as a spreadsheet reads them."""
    answer = client.get(path)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/csv; charset=utf-8")
    content = b"".join(answer.streaming_content)
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_an_empty_house_gives_only_the_header(client):
    assert table(client, "/projects/table.csv") == [list(downloads.HEADER)]


def test_a_project_of_ours_is_one_line(client):
    project = adopted(
        title_en="Village water",
        body=minato(),
        countries=["LA", "KE"],
        planned_start=date(2024, 4, 1),
        planned_end=date(2027, 3, 31),
    )

    assert table(client, "/projects/table.csv")[1:] == [
        [
            project.ref,
            "",
            "村の水道",
            "Village water",
            "own",
            "grassroots_partner",
            "adopted",
            "",
            "特定非営利活動法人みなと",
            "KE LA",
            "2024-04-01",
            "2027-03-31",
        ]
    ]


def test_a_reported_project_is_one_line(client):
    bring_in(gardens())
    project = Project.objects.get()

    [line] = table(client, "/projects/table.csv")[1:]
    assert line == [
        project.ref,
        "T-1",
        "学校菜園",
        "School gardens",
        "imported",
        "",
        "",
        "2",
        project.body.name_ja,
        "KE",
        "2023-04-01",
        "",
    ]


def test_a_project_without_a_country_and_days_has_empty_cells(client):
    adopted(countries=[])

    assert table(client, "/projects/table.csv")[1][8:] == ["", "", "", ""]


def test_real_days_go_before_planned_ones(client):
    project = adopted(planned_start=date(2020, 1, 1), planned_end=date(2021, 1, 1))
    project = actions.contract(by=officer(), project=project)
    actions.start(by=officer(), project=project, on=date(2023, 10, 1))

    assert table(client, "/projects/table.csv")[1][10:] == ["2023-10-01", "2021-01-01"]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"])
def test_a_title_is_never_a_formula(client, sign):
    adopted(f"{sign}HYPERLINK(1)")

    assert table(client, "/projects/table.csv")[1][2] == f"'{sign}HYPERLINK(1)"


@pytest.mark.parametrize("title", ['村の"水道"', "村,水道", "村\n水道", "𠮷野の水🚰", "水" * 500])
def test_a_title_arrives_whole_whatever_is_in_it(client, title):
    adopted(title)

    assert table(client, "/projects/table.csv")[1][2] == title


def test_the_table_holds_what_the_list_holds_in_the_same_order(client):
    bring_in(*(gardens(number, more="") for number in range(45)))
    adopted()

    lines = table(client, "/projects/table.csv")[1:]
    assert [line[0] for line in lines] == [row.project.ref for row in listed(Wanted())]
    assert len(lines) == 46


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("?country=KE", 2),
        ("?country=UG", 1),
        ("?words=菜園", 3),
        ("?kind=own", 1),
        ("?year=1990", 0),
    ],
)
def test_the_table_is_narrowed_like_the_list(client, query, count):
    adopted()
    bring_in(gardens(1), gardens(2), gardens(3).replace("KE", "UG"))

    assert len(table(client, f"/projects/table.csv{query}")) == 1 + count


def test_a_table_of_many_asks_no_more_than_one_of_few(client, django_assert_num_queries):
    bring_in(gardens(1))
    table(client, "/projects/table.csv")
    with django_assert_num_queries(3):
        table(client, "/projects/table.csv")
    bring_in(*(gardens(number, more="") for number in range(2, 30)))
    table(client, "/projects/table.csv")

    with django_assert_num_queries(3):
        table(client, "/projects/table.csv")


def test_batches_leave_no_project_out(client, monkeypatch):
    monkeypatch.setattr(downloads, "AT_ONCE", 3)
    bring_in(*(gardens(number, more="") for number in range(8)))

    lines = table(client, "/projects/table.csv")[1:]
    assert sorted(line[1] for line in lines) == sorted(f"T-{number}" for number in range(8))
    assert {line[9] for line in lines} == {"KE"}


def test_movements_are_one_line_each_the_newest_first(client):
    bring_in(gardens(more=move(100) + move("-2.50", day="2023-06-01", kind="2", currency="JPY")))
    project = Project.objects.get()

    assert table(client, f"/projects/{project.ref}/transactions.csv") == [
        list(downloads.TRANSACTION_HEADER),
        ["2023-06-01", "2", "-2.50", "JPY", "P-1", "Fund", "", "", "First part"],
        ["2023-05-01", "3", "100.00", "USD", "P-1", "Fund", "", "", "First part"],
    ]


def test_words_of_a_movement_are_never_a_formula(client):
    bring_in(gardens(more=move(1, words="=cmd|' /C calc'!A1", who="@SUM(A1)")))
    project = Project.objects.get()

    line = table(client, f"/projects/{project.ref}/transactions.csv")[1]
    assert (line[5], line[8]) == ("'@SUM(A1)", "'=cmd|' /C calc'!A1")


def test_a_project_without_movements_gives_only_the_header(client):
    project = adopted()

    assert table(client, f"/projects/{project.ref}/transactions.csv") == [
        list(downloads.TRANSACTION_HEADER)
    ]


def test_movements_of_no_project_are_not_found(client):
    assert client.get("/projects/P-NOTHERE/transactions.csv").status_code == 404


def test_the_file_is_saved_under_the_projects_number(client):
    project = adopted()

    answer = client.get(f"/projects/{project.ref}/transactions.csv")

    assert answer["Content-Disposition"] == f'attachment; filename="{project.ref}-transactions.csv"'
