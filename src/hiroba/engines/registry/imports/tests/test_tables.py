"""Files are read as people save them, and what cannot be read says why."""

import datetime
import io

import openpyxl
import pytest

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
