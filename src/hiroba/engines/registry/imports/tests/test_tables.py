"""Files are read as people save them, and what cannot be read says why."""

import csv
import datetime
import io
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiroba.engines.registry.imports.columns import keyed
from hiroba.engines.registry.imports.tables import lines_of
from hiroba.foundation.verdicts import Refused

TEXT = "団体名,法人格,都道府県\n森の会,任意団体,長野県\n"
READ = [["団体名", "法人格", "都道府県"], ["森の会", "任意団体", "長野県"]]


def refused(content, kind="csv"):
    with pytest.raises(Refused) as refusal:
        keyed(lines_of(content, kind))
    return refusal.value.reason


def sheet(*rows):
    book, file = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_a_csv_is_read_in_every_usual_encoding(encoding):
    lines = lines_of(TEXT.encode(encoding), "csv")

    assert [line.cells for line in lines] == READ


@pytest.mark.parametrize("separator", ["\t", ";"])
def test_other_separators_are_noticed(separator):
    lines = lines_of(TEXT.replace(",", separator).encode(), "csv")

    assert [line.cells for line in lines] == READ


def test_an_excel_file_is_read_as_the_person_sees_it():
    day = datetime.datetime(2012, 6, 1)
    content = sheet(["団体名", "番号", "日"], ["森の会", 7000012050002, day], [None, 1.5, None])

    lines = lines_of(content, "xlsx")

    assert [line.cells for line in lines][1:] == [
        ["森の会", "7000012050002", "2012-06-01"],
        ["", "1.5", ""],
    ]


def test_a_formula_stays_a_formula_so_that_it_can_be_told():
    lines = lines_of(sheet(["団体名"], ["=A1&A2"]), "xlsx")

    assert lines[1].cells == ["=A1&A2"]


def test_empty_lines_are_passed_over_and_lines_keep_their_numbers():
    lines = lines_of(b"\n,,\n" + TEXT.encode(), "csv")

    assert [line.number for line in lines] == [3, 4]


@pytest.mark.parametrize("content", [b"", b"\n\n,,\n"])
def test_an_empty_file_says_so(content):
    assert refused(content) == (
        "ファイルに何も書かれていません。団体の一覧が入ったファイルを選んでください。"
    )


def test_a_broken_encoding_says_how_to_save():
    assert refused(b"\xff\xfe\x81 \xfd\xfe") == (
        "文字コードを読み取れません。UTF-8かShift_JISのCSV、またはExcelで保存し直してください。"
    )


def test_broken_quotes_say_how_to_mend_them():
    assert refused('団体名,法人格,都道府県\n"森"の"会,x\n'.encode()) == (
        'CSVの引用符「"」の対応が崩れています。表計算ソフトで開き、保存し直してください。'
    )


def test_an_excel_file_that_is_none_says_so():
    assert refused(b"PK\x03\x04 broken", "xlsx") == (
        "Excelのファイルを開けません。.xlsxの形式で保存し直してください。"
    )


def test_too_many_rows_say_how_many_are_possible():
    assert refused(b"a\n" * 20_002) == (
        "一度に取り込めるのは20,000行までです。ファイルを分けてください。"
    )


def test_missing_columns_are_named():
    assert refused("団体名,住所\n森の会,長野\n".encode()) == (
        "「法人格」「都道府県」の列が見つかりません。見出しを確かめてください。"
    )


def test_a_column_that_stands_twice_is_named():
    assert refused("団体名,名称,法人格,都道府県\na,b,c,d\n".encode()) == (
        "「団体名」の列が二つあります。一つにしてください。"
    )


def test_headings_may_stand_lower_and_have_other_names():
    text = "NPO一覧(2023年)\n法人名,種別,都道府県名,会員数\n森の会,NPO法人,長野,30\n"

    assert keyed(lines_of(text.encode(), "csv")) == [
        (3, {"name_ja": "森の会", "personality": "NPO法人", "prefecture": "長野", "会員数": "30"})
    ]


@given(st.binary(max_size=300))
def test_any_bytes_are_lines_or_a_refusal(content):
    for kind in ("csv", "xlsx"):
        try:
            lines = lines_of(content, kind)
        except Refused as refusal:
            assert refusal.reason.endswith("。")
        else:
            assert all(any(line.cells) for line in lines)


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), min_size=2, max_size=4),
        min_size=1,
        max_size=5,
    )
)
def test_what_is_written_as_csv_is_read_as_it_was(rows):
    rows = [["見出し", "二つ目"], *rows]
    file = io.StringIO()
    csv.writer(file).writerows(rows)

    lines = lines_of(file.getvalue().encode(), "csv")

    kept = [[cell.strip() for cell in row] for row in rows]
    assert [line.cells for line in lines] == [row for row in kept if any(row)]


WHOLE = sheet(["団体名", "法人格", "都道府県"], ["森の会", "任意団体", "長野県"])


@settings(deadline=None, max_examples=60, derandomize=True, database=None)
@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255))
def test_a_damaged_excel_file_is_read_or_refused(place, change):
    damaged = bytearray(WHOLE)
    damaged[place] = (damaged[place] + change) % 256

    try:
        lines = lines_of(bytes(damaged), "xlsx")
    except Refused as refusal:
        assert refusal.reason.endswith("。")
    else:
        assert lines


@settings(deadline=None, max_examples=30, derandomize=True, database=None)
@given(st.integers(0, len(WHOLE) - 1))
def test_an_excel_file_that_arrived_in_part_is_refused(length):
    with pytest.raises(Refused):
        lines_of(WHOLE[:length], "xlsx")


def _with(name, content):
    """The good file with another part inside."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as good, zipfile.ZipFile(file, "w") as bad:
        for part in good.namelist():
            bad.writestr(part, content if part == name else good.read(part))
    return file.getvalue()


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"]
)
@pytest.mark.parametrize("content", ["", "<broken", "<a/>", "not xml at all"])
def test_an_excel_file_with_a_broken_part_says_so(part, content):
    assert refused(_with(part, content), "xlsx") in (
        "Excelのファイルを開けません。.xlsxの形式で保存し直してください。",
        "ファイルに何も書かれていません。団体の一覧が入ったファイルを選んでください。",
    )


def test_a_zip_of_something_else_is_no_excel_file():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as box:
        box.writestr("readme.txt", "x")

    assert refused(file.getvalue(), "xlsx") == (
        "Excelのファイルを開けません。.xlsxの形式で保存し直してください。"
    )


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        (True, "True"),
        (0, "0"),
        (-1.0, "-1"),
        (1e15, "1000000000000000"),
        (datetime.date(2012, 6, 1), "2012-06-01"),
        (datetime.time(9, 30), "09:30:00"),
        (" 空白 ", "空白"),
        ("二行\nの値", "二行\nの値"),
        ("𠮷🌏", "𠮷🌏"),
    ],
)
def test_any_cell_is_read_as_it_looks(cell, read):
    assert lines_of(sheet(["見出し"], [cell, "x"]), "xlsx")[1].cells == [read, "x"]


def test_only_the_first_sheet_counts():
    book, file = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["一枚目"])
    book.create_sheet().append(["二枚目"])
    book.save(file)

    assert [line.cells for line in lines_of(file.getvalue(), "xlsx")] == [["一枚目"]]


def test_an_empty_sheet_says_so():
    assert refused(sheet(), "xlsx").startswith("ファイルに何も書かれていません。")


def test_columns_beyond_sixty_and_letters_beyond_two_thousand_are_cut():
    lines = lines_of(",".join(["あ" * 3_000] * 100).encode(), "csv")

    assert (len(lines[0].cells), {len(cell) for cell in lines[0].cells}) == (60, {2_000})


def test_null_letters_are_left_out():
    assert lines_of("団\x00体名,x\n".encode(), "csv")[0].cells == ["団体名", "x"]


def test_a_cell_may_hold_several_lines_and_quotes():
    lines = lines_of('団体名,住所\n"森の""会""","東京都\n港区, 1-2"\n'.encode(), "csv")

    assert lines[1].cells == ['森の"会"', "東京都\n港区, 1-2"]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lines_end_as_any_machine_ends_them(ends):
    content = TEXT.replace("\n", ends).encode()

    assert [line.cells for line in lines_of(content, "csv")] == READ


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "euc_jp", "iso2022_jp"])
def test_other_encodings_are_refused_with_what_to_do(encoding):
    told = refused(TEXT.encode(encoding))

    assert told in (
        "文字コードを読み取れません。UTF-8かShift_JISのCSV、またはExcelで保存し直してください。",
        "「団体名」「法人格」「都道府県」の列が見つかりません。見出しを確かめてください。",
    )


def test_shift_jis_with_letters_of_windows_is_read():
    lines = lines_of("団体名,x\n㈱髙橋①Ⅲ～－,y\n".encode("cp932"), "csv")

    assert lines[1].cells == ["㈱髙橋①Ⅲ～－", "y"]


def test_twenty_thousand_rows_are_read():
    lines = lines_of(("団体名,x\n" + "森の会,1\n" * 20_000).encode(), "csv")

    assert (len(lines), lines[-1].number) == (20_001, 20_001)


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("団体名", "name_ja"),
        (" 団体名* ", "name_ja"),
        ("※法人名", "name_ja"),
        ("name_ja", "name_ja"),
        ("ﾌﾘｶﾞﾅ", "kana"),
        ("E-Mail", "email"),
        ("ＵＲＬ", "homepage"),
        ("法人番号(13桁)", "法人番号(13桁)"),
    ],
)
def test_a_column_is_known_by_the_names_people_give_it(heading, key):
    extra = [] if key == "name_ja" else ["団体名"]
    headings = [heading, *extra, "法人格", "都道府県"]

    rows = keyed(lines_of((",".join(headings) + "\n" + "x," * 4).encode(), "csv"))

    assert rows[0][1][key] == "x"


def test_headings_below_the_tenth_line_are_not_looked_for():
    text = "はじめに\n" * 10 + TEXT

    assert "の列が見つかりません" in refused(text.encode())


def test_a_file_with_headings_alone_has_no_rows():
    assert keyed(lines_of("団体名,法人格,都道府県\n".encode(), "csv")) == []


def test_short_lines_lack_cells_and_long_lines_lose_what_has_no_heading():
    rows = keyed(lines_of("団体名,法人格,都道府県\na\nb,c,d,e\n".encode(), "csv"))

    assert rows == [
        (2, {"name_ja": "a"}),
        (3, {"name_ja": "b", "personality": "c", "prefecture": "d"}),
    ]
