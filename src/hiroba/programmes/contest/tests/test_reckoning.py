"""How long an essay is on manuscript paper, and how a school's list is read."""

import pytest

from hiroba.programmes.contest.columns import HEADER, Unreadable, rows_of
from hiroba.programmes.contest.reckoning import characters

GOOD = ("中学生", "2", "見本 つむぎ", "みほん つむぎ", "朝の市場", "本文です。", "はい", "はい", "")


def listed(*rows, encoding="utf-8", header=HEADER):
    lines = [",".join(cells) for cells in (header, *rows)]
    return list(rows_of("\r\n".join(lines).encode(encoding)))


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("あ", 1),
        ("あ" * 20, 20),
        ("あ" * 21, 21),
        ("あ\nい", 21),
        ("あ" * 20 + "\nい", 21),
        ("あ" * 21 + "\nい", 41),
        ("あ\r\nい", 21),
        ("あ\n\nい", 41),
        ("  あ\n", 1),
        ("。" * 5, 5),
    ],
)
def test_what_a_broken_line_leaves_empty_counts_too(text, length):
    assert characters(text) == length


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_a_list_is_read_in_utf8_and_shift_jis(encoding):
    (row,) = listed(GOOD, encoding=encoding)

    assert (row.line, row.fault) == (2, "")
    assert row.facts == {
        "division": "junior",
        "grade": "2",
        "name": "見本 つむぎ",
        "kana": "みほん つむぎ",
        "title": "朝の市場",
        "text": "本文です。",
        "consent": True,
        "show_name": True,
        "show_text": False,
    }


@pytest.mark.parametrize(
    ("written", "division"),
    [
        ("中学生", "junior"),
        ("中学生の部", "junior"),
        ("junior", "junior"),
        ("高校生", "senior"),
        ("高校生の部", "senior"),
        ("小学生", "小学生"),
    ],
)
def test_a_division_is_known_by_its_names(written, division):
    (row,) = listed((written, *GOOD[1:]))

    assert row.facts["division"] == division


@pytest.mark.parametrize(
    ("written", "meant"), [("はい", True), ("○", True), ("1", True), ("", False), ("いいえ", False)]
)
def test_consent_is_what_was_clearly_written(written, meant):
    (row,) = listed((*GOOD[:6], written, "", ""))

    assert row.facts["consent"] is meant


def test_a_row_with_too_few_or_too_many_cells_is_kept_and_named():
    short, long = listed(GOOD[:7], (*GOOD, "余り"))

    assert (short.line, short.fault) == (2, "列が7個あります。9個にしてください。")
    assert (long.line, long.fault) == (3, "列が10個あります。9個にしてください。")
    assert long.cells["作品の公開"] == "余り"


def test_lines_are_counted_as_a_person_counts_them():
    two_lines = (*GOOD[:5], '"一行め\n二行め"', *GOOD[6:])

    rows = listed(two_lines, (), GOOD)

    assert [row.line for row in rows] == [2, 5]
    assert rows[0].cells["本文"] == "一行め\n二行め"


def test_another_header_is_refused_with_the_right_one():
    with pytest.raises(Unreadable, match="一行めの見出しを「部門,学年,氏名"):
        listed(GOOD, header=("氏名", "題名"))


def test_an_empty_file_has_no_header():
    with pytest.raises(Unreadable, match="一行めの見出し"):
        list(rows_of(b""))


def test_what_is_neither_utf8_nor_shift_jis_is_refused():
    with pytest.raises(Unreadable, match="文字コードを UTF-8 か Shift_JIS に"):
        list(rows_of(b"\xff\xfe\x00\x81\xff"))
