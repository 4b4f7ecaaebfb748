"""A text as a page."""

import pytest

from hiroba.reports.editions.queries import Shown
from hiroba.reports.editions.rendering import Setting, chapters, passage
from hiroba.reports.figures.definitions import PUBLISHED_ONLY
from hiroba.reports.figures.examples import published_figures

pytestmark = pytest.mark.django_db

PROJECTS = Shown(
    PUBLISHED_ONLY["grassroots_projects"], 2023, 1405, 1405, "2002–2023年度", "FY2002–2023"
)


def setting(language: str = "ja") -> Setting:
    return Setting(language, 2023, {("grassroots_projects", 2023): PROJECTS})


def test_a_number_leads_to_its_figure_and_carries_its_value():
    html = passage("全部で{{fig:grassroots_projects}}です。", setting())

    assert html == (
        '<p>全部で<a class="number" href="/figures/grassroots_projects/?fy=2023"'
        ' title="草の根技術協力事業の実施案件数"><data value="1405">1,405件</data></a>です。</p>\n'
    )


def test_times_are_written_in_the_language_of_the_text():
    text = "{{fy:2023}}, {{date:2023-10}}, {{date:2024-01-01}}, {{year:2006}}"

    assert passage(text, setting("ja")) == "<p>2023年度, 2023年10月, 2024年1月1日, 2006</p>\n"
    assert passage(text, setting("en")) == "<p>FY2023, October 2023, 1 January 2024, 2006</p>\n"


def test_an_unknown_number_is_shown_as_it_was_written():
    assert "{{fig:nonsense}}" in passage("{{fig:nonsense}}", setting())


def test_nothing_written_becomes_html_of_its_own():
    html = passage('<script>x</script> [a](javascript:x) <b onclick="x">y</b> {{<i>}}', setting())

    assert "<script" not in html and "onclick=" not in html.replace("&quot;", '"').split("&lt;")[0]
    assert "href" not in html and "<i>" not in html


def test_a_text_falls_into_chapters_with_heading_and_picture():
    found = chapters("## 対話 ― 机\n\n{{art:ngo}}\n\n文。\n\n## 寄附\n\n文。", setting())

    assert [(each.anchor, each.name, each.heading, each.art) for each in found] == [
        ("chapter-1", "対話", "机", "ngo"),
        ("chapter-2", "寄附", "", ""),
    ]
    assert [each.html.strip() for each in found] == ["<p>文。</p>"] * 2


def test_a_chart_has_a_table_beside_it():
    published_figures()

    html = passage("{{chart:essay_entries}}", setting())

    assert "<svg" in html and "37,592" in html and "<p>" not in html


def test_numbers_stand_large_in_a_row():
    html = passage("{{stats:grassroots_projects}}", setting())

    assert '<data value="1405">1,405</data><small>件</small>' in html
