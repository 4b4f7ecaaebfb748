"""How the ministry writes its list of schools."""

import csv
import datetime
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import jaconv
from django.db.models import TextChoices
from django.utils.translation import gettext as _

from hiroba.engines.registry.schools.states import Founder, SchoolKind

CODE, KIND, PREFECTURE, FOUNDER = "学校コード", "学校種", "都道府県番号", "設置区分"
NAME, ADDRESS, POSTAL = "学校名", "学校所在地", "郵便番号"
OPENED, CLOSED, SUCCESSOR = "属性情報設定年月日", "属性情報廃止年月日", "移行後の学校コード"
NEEDED = (CODE, KIND, PREFECTURE, FOUNDER, NAME)
BROKEN, LONGEST_NAME = "\ufffd", 120
LEADING_CODE = re.compile(r"^([A-Z]\d|\d{1,2})")


@dataclass(frozen=True)
class SchoolRow:
    code: str
    kind: str
    founder: str
    name: str
    prefecture: str
    address: str
    postal_code: str
    opened_on: datetime.date | None
    closed_on: datetime.date | None
    successor_code: str


@dataclass
class SchoolList:
    """What could be read, and in which lines something is wrong."""

    rows: list[SchoolRow] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def read(content: bytes) -> SchoolList:
    """The rows of a file as the ministry publishes it, in UTF-8 or Shift_JIS."""
    found = SchoolList()
    header: list[str] = []
    try:
        for number, cells in _lines(content):
            if header and any(cells):
                _take(found, number, dict(zip(header, cells, strict=False)))
            elif set(NEEDED) <= set(cells):
                header = cells
    except csv.Error:
        found.problems.append(_('引用符「"」が閉じていないため、その先を読み取れません。'))
    if not header:
        found.problems.append(
            _("見出しの行が見つかりません。「%(names)s」の列が要ります。")
            % {"names": _("」「").join(NEEDED)}
        )
    return found


def _lines(content: bytes) -> Iterator[tuple[int, list[str]]]:
    lines = csv.reader(io.StringIO(_decoded(content), newline=""))
    for number, cells in enumerate(lines, start=1):
        yield number, [jaconv.normalize(cell).strip() for cell in cells]


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp932", errors="replace")


def _take(found: SchoolList, number: int, row: dict[str, str]) -> None:
    try:
        found.rows.append(_row(row))
    except ValueError as trouble:
        found.problems.append(
            _("%(line)s行目を読み取れません(%(trouble)s)。") % {"line": number, "trouble": trouble}
        )


def _row(row: dict[str, str]) -> SchoolRow:
    _require_readable(row)
    return SchoolRow(
        code=row[CODE],
        kind=_one_of(SchoolKind, KIND, row),
        founder=_one_of(Founder, FOUNDER, row),
        name=row[NAME],
        prefecture=_prefecture(row[PREFECTURE]),
        address=row.get(ADDRESS, "")[:200],
        postal_code=row.get(POSTAL, "").replace("-", "")[:7],
        opened_on=_day(row.get(OPENED, "")),
        closed_on=_day(row.get(CLOSED, "")),
        successor_code=row.get(SUCCESSOR, "")[:13],
    )


def _require_readable(row: dict[str, str]) -> None:
    """A letter that no encoding has was broken on its way here."""
    if any(BROKEN in cell for cell in row.values()):
        raise ValueError(_("文字が壊れています"))
    if missing := [name for name in NEEDED if name not in row]:
        raise ValueError(_("「%(name)s」がありません") % {"name": missing[0]})
    if not row[NAME] or len(row[CODE]) != 13:
        raise ValueError(_("学校コードは13文字、学校名は必須です"))
    if len(row[NAME]) > LONGEST_NAME:
        raise ValueError(_("学校名は120文字までです"))


def _one_of(choices: type[TextChoices], name: str, row: dict[str, str]) -> str:
    code = _leading(row[name])
    if code not in choices.values:
        raise ValueError(_("「%(name)s」が分かりません") % {"name": name})
    return code


def _prefecture(cell: str) -> str:
    code = _leading(cell)
    if not (code.isdecimal() and 1 <= int(code) <= 47):
        raise ValueError(_("都道府県番号は01から47までです"))
    return code.zfill(2)


def _leading(cell: str) -> str:
    """B1 out of "B1(小学校)"."""
    found = LEADING_CODE.match(cell)
    return found[1] if found else cell


def _day(cell: str) -> datetime.date | None:
    """2020-04-01, 2020/4/1 or 2020年4月1日."""
    if not cell:
        return None
    try:
        year, month, day = map(int, re.findall(r"\d+", cell)[:3])
        return datetime.date(year, month, day)
    except ValueError as trouble:
        raise ValueError(_("日付を読み取れません")) from trouble
