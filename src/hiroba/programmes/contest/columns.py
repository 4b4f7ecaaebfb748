"""A school's list of essays as CSV: its columns, and each row as it was written."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from hiroba.programmes.contest.states import Division

HEADER = (
    "部門", "学年", "氏名", "ふりがな", "題名", "本文", "保護者の同意", "氏名の公開", "作品の公開",
)  # fmt: skip
DIVISIONS = {
    **{str(value): value for value in Division.values},
    "中学生": Division.JUNIOR,
    "中学生の部": Division.JUNIOR,
    "高校生": Division.SENIOR,
    "高校生の部": Division.SENIOR,
}
YES = ("1", "はい", "有", "あり", "○", "yes")
FACTS = ("division", "grade", "name", "kana", "title", "text", "consent", "show_name", "show_text")


class Unreadable(ValueError):
    """A file that is no such list, with the sentence that helps."""


@dataclass(frozen=True)
class Row:
    """One row of the list with the number of its line, and what is wrong with its shape."""

    line: int
    cells: dict[str, str]
    fault: str = ""

    @property
    def facts(self) -> dict[str, Any]:
        """The row as the entry of an essay asks for it."""
        told: dict[str, Any] = dict(zip(FACTS, self.cells.values(), strict=True))
        told["division"] = str(DIVISIONS.get(told["division"], told["division"]))
        for name in ("consent", "show_name", "show_text"):
            told[name] = told[name].lower() in YES
        return told


def rows_of(content: bytes) -> Iterator[Row]:
    """The rows of a list in UTF-8 or Shift_JIS; broken ones are told with their line."""
    reader = csv.reader(io.StringIO(_decoded(content), newline=""))
    header = [cell.strip() for cell in next(reader, [])]
    if tuple(header) != HEADER:
        raise Unreadable(_("一行めの見出しを「%(header)s」にしてください。") % {
            "header": ",".join(HEADER)
        })  # fmt: skip
    before = reader.line_num
    for cells in reader:
        line, before = before + 1, reader.line_num
        if any(cell.strip() for cell in cells):
            yield _row(line, [cell.strip() for cell in cells])


def _row(line: int, cells: list[str]) -> Row:
    fault = ""
    if len(cells) != len(HEADER):
        told = {"found": len(cells), "asked": len(HEADER)}
        fault = _("列が%(found)s個あります。%(asked)s個にしてください。") % told
    padded = [*cells, *[""] * len(HEADER)]
    kept = [*padded[: len(HEADER) - 1], " ".join(padded[len(HEADER) - 1 :]).strip()]
    return Row(line, dict(zip(HEADER, kept, strict=True)), fault)


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp932"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable(_("文字コードを UTF-8 か Shift_JIS にして保存してください。"))
