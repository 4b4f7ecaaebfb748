"""What a file says, cell by cell: CSV in UTF-8 or Shift_JIS, or the first sheet of an Excel."""

import csv
import datetime
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import openpyxl
from django.utils.translation import gettext as _

from hiroba.foundation.verdicts import Refused

MOST_ROWS = 20_000
MOST_COLUMNS = 60
LONGEST = 2_000
ENCODINGS = ("utf-8-sig", "cp932")
SEPARATORS = ",\t;"


@dataclass(frozen=True)
class Line:
    """A line of the file with its number as the person sees it."""

    number: int
    cells: list[str]


def lines_of(content: bytes, kind: str) -> list[Line]:
    """Every line that holds something; a file that cannot be read is refused with what to do."""
    cells = _sheet(content) if kind == "xlsx" else _csv(content)
    lines = [Line(number, row) for number, row in enumerate(cells, start=1) if any(row)]
    if not lines:
        raise Refused(
            _("ファイルに何も書かれていません。団体の一覧が入ったファイルを選んでください。")
        )
    if len(lines) > MOST_ROWS + 1:
        raise Refused(
            _("一度に取り込めるのは%(rows)s行までです。ファイルを分けてください。")
            % {"rows": f"{MOST_ROWS:,}"}
        )
    return lines


def _csv(content: bytes) -> Iterator[list[str]]:
    text = _decoded(content)
    first = text.lstrip("\r\n").split("\n", 1)[0]
    separator = max(SEPARATORS, key=first.count)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
            yield _plain(row)
    except csv.Error as trouble:
        raise Refused(
            _('CSVの引用符「"」の対応が崩れています。表計算ソフトで開き、保存し直してください。')
        ) from trouble


def _decoded(content: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused(
        _("文字コードを読み取れません。UTF-8かShift_JISのCSV、またはExcelで保存し直してください。")
    )


def _sheet(content: bytes) -> Iterator[list[str]]:
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
        sheet = book.worksheets[0]
        for row in sheet.iter_rows(values_only=True):
            yield _plain(row)
    except Exception as trouble:  # A damaged file breaks the reader in any place and any way.
        raise Refused(
            _("Excelのファイルを開けません。.xlsxの形式で保存し直してください。")
        ) from trouble


def _plain(row: Iterable[Any]) -> list[str]:
    return [_text(cell)[:LONGEST] for cell, _place in zip(row, range(MOST_COLUMNS), strict=False)]


def _text(cell: Any) -> str:
    """Numbers without a tail of .0 and days without an hour, as the person sees them."""
    if cell is None:
        return ""
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).replace("\x00", "").strip()
