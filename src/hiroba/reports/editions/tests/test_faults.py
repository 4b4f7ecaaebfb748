"""Faults of a text: each is told, and a draft that has them can still be read."""

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer
from hiroba.foundation.verdicts import Refused
from hiroba.reports.editions import actions, queries
from hiroba.reports.editions.checking import findings
from hiroba.reports.editions.examples import written_edition
from hiroba.reports.editions.rendering import Setting, chapters, opening, passage
from hiroba.reports.figures.examples import published_figures

pytestmark = pytest.mark.django_db

TIME = "年は 2023、日付は 2023-11 か 2023-11-01 のように書いてください。"
SETTING = Setting("ja", 2023, {})


@pytest.fixture(autouse=True)
def in_september_2024():
    with clock.at("2024-09-01 10:00"):
        published_figures()
        yield


def told(line):
    return [each.text for each in findings(f"## 章\n\n{line}", 2023) if each.is_error]


@pytest.mark.parametrize(
    "line",
    [
        "{{fy:soon}}",
        "{{fy:20233}}",
        "{{fy:2023 2024}}",
        "{{year:0000}}",
        "{{year:9999}}",
        "{{date:2023}}",
        "{{date:2023-00}}",
        "{{date:2023-02-30}}",
        "{{date:2023-02-29}}",
        "{{date:2023-11-31}}",
        "{{date:0000-01-01}}",
        "{{date:2023-1-1}}",
        "{{date:２０２３-11}}",
    ],
)
def test_a_time_that_the_calendar_does_not_know_is_an_error(line):
    assert told(line) == [TIME]
    assert 'class="tag alarm"' in passage(line, SETTING)


@pytest.mark.parametrize("line", ["{{date:2024-02-29}}", "{{date:2023-12-31}}", "{{fy:1999}}"])
def test_a_time_of_the_calendar_is_none(line):
    assert told(line) == []
    assert "alarm" not in passage(line, SETTING)


@pytest.mark.parametrize("kind", ["fig", "fy", "year", "date", "stats", "chart", "map", "art"])
def test_an_empty_mark_is_told_and_does_not_break_the_page(kind):
    mark = f"{{{{{kind}:}}}}"

    assert told(mark) == [f"「{mark}」の中身がありません。"]
    chapters(f"## 章\n\n{mark}\n\n文 {mark}", SETTING)


@pytest.mark.parametrize("year", ["0000", "9999", "20", "20233"])
def test_a_fiscal_year_that_nobody_can_mean_is_an_error(year):
    assert told(f"{{{{fig:essay_entries fy={year}}}}}") == [
        "年度は fy=2023 のように書いてください。"
    ]


@pytest.mark.parametrize("kind", ["stats", "chart"])
@pytest.mark.parametrize(
    "text",
    ["文の中の{0}です。", "前の文。\n{0}", "{0}\nあとの文。", "- {0}", "{0} {0}"],
)
def test_a_picture_that_would_be_lost_in_a_sentence_is_told(kind, text):
    mark = f"{{{{{kind}:essay_entries}}}}"

    lost = set(told(text.format(mark)))

    assert lost == {f"「{mark}」は、前後を空けて一行に一つだけ置いてください。"}


@pytest.mark.parametrize("text", ["{0}", "文。\n\n{0}\n\n文。", "### 小見出し\n{0}\n", "  {0}  "])
def test_a_picture_on_a_line_of_its_own_is_drawn(text):
    line = text.format("{{chart:essay_entries}}")

    assert told(line) == []
    assert '<figure class="chart">' in passage(line, SETTING)


def test_an_unknown_picture_is_told_with_the_names_there_are():
    [reason] = told("{{art:../../secret}}")

    assert reason.startswith("「../../secret」という絵はありません。使えるのは citizen、company、")
    assert chapters("## 章\n\n{{art:../../secret}}\n\n{{art:ngo}}", SETTING)[0].art == "ngo"


def test_the_first_picture_of_a_chapter_stands_beside_its_heading():
    assert [each.art for each in chapters("## 一\n{{art:ngo}}\n## 二\n文", SETTING)] == ["ngo", ""]


def test_chapters_of_the_same_name_have_places_of_their_own():
    found = chapters("## Main\n\na\n\n## Main\n\nb", SETTING)

    assert [each.anchor for each in found] == ["chapter-1", "chapter-2"]


def test_what_stands_before_the_first_heading_is_not_lost():
    body = "はじめの文。\n\n## 章\n\n文。"

    assert (
        passage(opening("書き出し。", body), SETTING) == "<p>書き出し。</p>\n<p>はじめの文。</p>\n"
    )
    assert passage(opening("書き出し。", "## 章"), SETTING) == "<p>書き出し。</p>\n"


def test_a_faulty_draft_is_read_by_its_officer_and_stops_before_the_approver(client):
    edition = written_edition()
    body = "先に。\n\n## 章\n\n{{fy:soon}} {{fig:}} {{date:2023-02-30}} {{sum:x}}\n\n{{chart:}}"
    actions.write(by=officer(), edition=edition, language="ja", title="題", lead="い", body=body)
    client.force_login(officer())

    page = client.get("/editions/2023/").content.decode()

    assert page.count('class="tag alarm"') == 5 and "先に。" in page
    with pytest.raises(Refused, match="文に直すところがあります。"):
        actions.propose(by=officer(), edition=edition)


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("２０２３年", ["２０２３"]),
        ("1,405件と25か国", ["1,405", "25"]),
        ("1. 一つめは3つ", ["3"]),
        ("第3回", ["3"]),
        ("٣", ["٣"]),
        ("{{fy:2023}}と2024", ["2024"]),
        ("[資料](https://example.jp/2023/)", ["2023"]),
    ],
)
def test_every_typed_digit_is_told_once(text, digits):
    found = findings(f"## 章\n\n{text}", 2023)

    assert [(each.is_error, each.text.split("」")[0][1:]) for each in found] == [
        (False, typed) for typed in digits
    ]


def test_faults_of_both_languages_are_found_apart():
    edition = written_edition()
    actions.write(
        by=officer(), edition=edition, language="en", title="t", lead="3", body="## A\n\n{{fig:x}}"
    )

    found = queries.findings_in(edition)

    assert found["ja"] == [] and queries.has_errors(edition)
    assert [(each.line, each.is_error) for each in found["en"]] == [(1, False), (5, True)]
