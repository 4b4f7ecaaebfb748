"""The ministry's list is read line by line, and every line that cannot be read says why."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiroba.engines.registry.schools import examples
from hiroba.engines.registry.schools.columns import SchoolRow, read

HEADINGS = "学校コード,学校種,都道府県番号,設置区分,学校名,郵便番号,属性情報設定年月日\n"
CODE = "B113900000011"
GOOD = {"code": CODE, "kind": "B1", "prefecture": "13", "founder": "2", "name": "見本小学校"}
NO_HEADINGS = (
    "見出しの行が見つかりません。"
    "「学校コード」「学校種」「都道府県番号」「設置区分」「学校名」の列が要ります。"
)


def line(postal="", opened="", **cells):
    row = GOOD | cells
    return ",".join([*(row[name] for name in GOOD), postal, opened]) + "\n"


def told(*lines, encoding="utf-8"):
    return read((HEADINGS + "".join(lines)).encode(encoding)).problems


def one(*lines, encoding="utf-8"):
    found = read((HEADINGS + "".join(lines)).encode(encoding))
    assert found.problems == []
    (row,) = found.rows
    return row


def test_a_whole_line_is_a_school():
    text = (
        "学校コード,学校種,都道府県番号,設置区分,学校名,学校所在地,郵便番号,"
        "属性情報設定年月日,属性情報廃止年月日,移行後の学校コード\n"
        f"{CODE},B1(小学校),13(東京都),2(公立),見本小学校,東京都見本市1-1,100-0001,"
        "2020-04-01,2023-03-31,C113900000022\n"
    )

    assert read(text.encode()).rows == [
        SchoolRow(
            code=CODE,
            kind="B1",
            founder="2",
            name="見本小学校",
            prefecture="13",
            address="東京都見本市1-1",
            postal_code="1000001",
            opened_on=datetime.date(2020, 4, 1),
            closed_on=datetime.date(2023, 3, 31),
            successor_code="C113900000022",
        )
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_the_list_is_read_in_every_usual_encoding(encoding):
    assert one(line(name="髙島小学校"), encoding=encoding).name == "髙島小学校"


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_lines_end_as_any_machine_ends_them(ends):
    content = (HEADINGS + line() + line(code="B113900000012")).replace("\n", ends)

    assert len(read(content.encode()).rows) == 2


def test_titles_above_the_headings_and_empty_lines_are_passed_over():
    text = "学校コード一覧,2023年5月1日\n\n" + HEADINGS + "\n,,,,,,\n" + line()

    assert [row.code for row in read(text.encode()).rows] == [CODE]


@pytest.mark.parametrize("content", ["", "\n\n", "見出し,だけ\n", "学校コード,学校名\nx,y\n"])
def test_a_file_without_the_headings_says_what_it_needs(content):
    assert read(content.encode()).problems == [NO_HEADINGS]


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"code": "B1139"}, "学校コードは13文字、学校名は必須です"),
        ({"code": CODE + "0"}, "学校コードは13文字、学校名は必須です"),
        ({"name": " "}, "学校コードは13文字、学校名は必須です"),
        ({"name": "長" * 121}, "学校名は120文字までです"),
        ({"name": "\ufffd小学校"}, "文字が壊れています"),
        ({"kind": "Z9"}, "「学校種」が分かりません"),
        ({"kind": ""}, "「学校種」が分かりません"),
        ({"founder": "9(その他)"}, "「設置区分」が分かりません"),
        ({"prefecture": "00"}, "都道府県番号は01から47までです"),
        ({"prefecture": "48"}, "都道府県番号は01から47までです"),
        ({"prefecture": "東京都"}, "都道府県番号は01から47までです"),
        ({"opened": "2020-04"}, "日付を読み取れません"),
        ({"opened": "2020-13-01"}, "日付を読み取れません"),
        ({"opened": "昔"}, "日付を読み取れません"),
        ({"opened": "99999-1-1"}, "日付を読み取れません"),
    ],
)
def test_a_line_that_cannot_be_read_says_why(cells, reason):
    assert told(line(**cells)) == [f"2行目を読み取れません({reason})。"]


def test_a_short_line_names_what_is_missing():
    assert told(f"{CODE},B1\n") == ["2行目を読み取れません(「都道府県番号」がありません)。"]


def test_bad_lines_do_not_hold_back_good_ones():
    found = read((HEADINGS + line(kind="Z9") + line() + line(founder="9")).encode())

    assert [row.code for row in found.rows] == [CODE]
    assert [problem[:3] for problem in found.problems] == ["2行目", "4行目"]


def test_one_broken_letter_in_a_file_of_shift_jis_is_told_at_its_line():
    content = (HEADINGS + line() + line(code="B113900000012")).encode("cp932")
    broken = content.replace("見本".encode("cp932"), b"\xfc\xfd", 1)

    found = read(broken)

    assert [row.code for row in found.rows] == ["B113900000012"]
    assert found.problems == ["2行目を読み取れません(文字が壊れています)。"]


def test_a_quotation_mark_that_is_never_closed_is_told():
    found = read((HEADINGS + line() + '"' + "あ" * 200_000).encode())

    assert [row.code for row in found.rows] == [CODE]
    assert found.problems == ['引用符「"」が閉じていないため、その先を読み取れません。']


@pytest.mark.parametrize(
    ("written", "read_as"),
    [("13", "13"), ("1", "01"), ("01(北海道)", "01"), ("１３", "13"), (" 47 ", "47")],
)
def test_a_prefecture_is_read_however_its_number_is_written(written, read_as):
    assert one(line(prefecture=written)).prefecture == read_as


@pytest.mark.parametrize("written", ["2020-04-01", "2020/4/1", "2020年4月1日", "２０２０/04/01"])
def test_a_day_is_read_however_it_is_written(written):
    assert one(line(opened=written)).opened_on == datetime.date(2020, 4, 1)


@pytest.mark.parametrize(
    ("written", "kept"), [("100-0001", "1000001"), ("1000001", "1000001"), ("", "")]
)
def test_a_postal_code_is_kept_as_seven_digits(written, kept):
    assert one(line(postal=written)).postal_code == kept


def test_rare_letters_stay():
    assert one(line(name="𠮷野🌏小学校")).name == "𠮷野🌏小学校"


@given(st.binary(max_size=200))
def test_any_bytes_are_read_without_breaking(content):
    found = read(content)

    assert found.rows or found.problems


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_line_is_a_school_or_a_problem(text):
    found = read((HEADINGS + text).encode())

    assert all(len(row.code) == 13 and row.name for row in found.rows)


def test_the_sample_is_written_as_the_ministry_writes():
    found = read((examples.HEADINGS + examples.LISTED).encode())

    assert (len(found.rows), found.problems) == (4, [])
