"""What is wrong with a text."""

import pytest

from hiroba.reports.editions.bundled import drafts_for
from hiroba.reports.editions.checking import Finding, errors, findings
from hiroba.reports.editions.marks import marks_in
from hiroba.reports.figures.examples import published_figures

pytestmark = pytest.mark.django_db

PICTURED = {"fig", "stats", "chart", "map", "art"}


@pytest.fixture(autouse=True)
def figures():
    published_figures()


def told(line: str) -> list[tuple[bool, str]]:
    return [(each.is_error, each.text) for each in findings(f"## 章\n\n{line}", 2023)]


def test_a_text_with_good_marks_has_no_findings():
    line = (
        "{{fig:grassroots_projects}} {{fig:fund_adopted fy=2021}} {{fy:2023}} {{date:2023-11-01}}"
    )

    assert told(line) == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{{fig:nonsense}}", "「nonsense」という数値はありません。"),
        ("{{sum:grassroots_projects}}", "「{{sum:grassroots_projects}}」という印はありません。"),
        ("{{fig:essay_entries fy=2020}}", "「essay_entries」には2020年度の値がありません。"),
        ("{{fig:essay_entries fy=soon}}", "年度は fy=2023 のように書いてください。"),
        ("{{fig:essay_entries of=2020}}", "「of=」は使えません。"),
        ("{{fig:}}", "「{{fig:}}」の中身がありません。"),
        ("{{fig:essay_entries events}}", "一つの印に書ける数値は一つです。"),
        ("{{chart:nonsense}}", "「nonsense」という数値はありません。"),
        ("{{fig:essay_entries}", "二重の波かっこが閉じていません。"),
        (
            "{{date:2023-13}}",
            "年は 2023、日付は 2023-11 か 2023-11-01 のように書いてください。",
        ),
        ("{{map:moon}}", "「moon」という絵はありません。使えるのは projects です。"),
    ],
)
def test_a_mark_that_cannot_be_shown_is_an_error(line, reason):
    assert told(line)[0] == (True, reason)


@pytest.mark.parametrize(
    ("line", "digits"), [("全部で1,405件。", "1,405"), ("来館者は２５０万人。", "２５０")]
)
def test_a_digit_that_was_typed_is_a_warning(line, digits):
    told_of = "が直接入力されています。数値の印か、年・日付の印にしてください。"

    assert told(line) == [(False, f"「{digits}」{told_of}")]


def test_the_number_before_an_item_of_a_list_is_no_number():
    assert told("1. はじめに\n2. つぎに") == []


def test_findings_carry_their_lines_and_errors_come_first():
    found = findings("## 章\n\n2023年 {{fig:nonsense}}", 2023)

    assert [(each.line, each.is_error) for each in found] == [(3, True), (3, False)]
    assert errors("## 章\n\n2023年", 2023) == []


def test_a_text_without_chapters_is_not_complete():
    assert findings("ただの文", 2023) == [
        Finding(True, 1, "見出し(## で始まる行)が一つもありません。")
    ]


@pytest.mark.parametrize("draft", drafts_for(2023), ids=lambda draft: draft.language)
def test_the_texts_that_come_with_the_house_are_without_fault(draft):
    assert findings(f"{draft.lead}\n\n{draft.body}", 2023) == []
    assert draft.title and not any(letter.isdigit() for letter in draft.title)


def test_both_texts_show_the_same_numbers():
    japanese, english = (
        {mark.written for mark in marks_in(draft.lead + draft.body) if mark.kind in PICTURED}
        for draft in drafts_for(2023)
    )

    assert japanese == english
