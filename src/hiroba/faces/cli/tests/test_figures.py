"""`hiroba figures`."""

import json

import pytest
from click.testing import CliRunner

from hiroba.faces.cli.figures import figures
from hiroba.foundation import clock
from hiroba.reports.figures.examples import published_figures

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_summer_2024():
    with clock.at("2024-08-01 10:00"):
        yield


def told(*words: str) -> str:
    answer = CliRunner().invoke(figures, words)
    assert answer.exit_code == 0, answer.output
    return answer.output


def test_the_table_stands_in_columns_in_japanese():
    published_figures()

    lines = told("grassroots_projects", "plaza_ichigaya_visitors", "--fy", "2023").splitlines()

    assert lines[0] == "2023年度"
    assert [line.split() for line in lines[4:]] == [
        ["草の根技術協力事業の実施案件数", "1,405件", "2002–2023年度", "grassroots_projects"],
        [
            "JICA地球ひろば(市ヶ谷)の来館者数",
            "249万9,622人",
            "2006–2023年度",
            "plaza_ichigaya_visitors",
        ],
    ]


def test_the_table_speaks_english():
    published_figures()

    assert "11,469 visitors" in told("--fy", "2023", "--lang", "en")


def test_the_data_can_be_read_by_machines():
    published_figures()

    rows = json.loads(told("japan_desk_countries", "--fy", "2023", "--json"))

    assert [(row["code"], row["value"]) for row in rows] == [("japan_desk_countries", 25)]


def test_a_figure_that_does_not_exist_is_named():
    published_figures()

    answer = CliRunner().invoke(figures, ["nonsense"])

    assert answer.exit_code == 1 and "nonsense" in answer.output


def test_an_empty_house_says_what_to_do():
    answer = CliRunner().invoke(figures, [])

    assert answer.exit_code == 1 and "hiroba migrate" in answer.output
