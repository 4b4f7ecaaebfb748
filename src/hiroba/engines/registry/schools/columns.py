"""How the ministry writes its list of schools."""

import csv
import datetime
import io
import re
from dataclasses import dataclass, field

import jaconv
from django.utils.translation import gettext as _

from hiroba.engines.registry.schools.states import Founder, SchoolKind

CODE, KIND, PREFECTURE, FOUNDER = "学校コード", "学校種", "都道府県番号", "設置区分"
NAME, ADDRESS, POSTAL = "学校名", "学校所在地", "郵便番号"
OPENED, CLOSED, SUCCESSOR = "属性情報設定年月日", "属性情報廃止年月日", "移行後の学校コード"
NEEDED = (CODE, KIND, PREFECTURE, FOUNDER, NAME)
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
    lines = csv.reader(io.StringIO(_decoded(content)))
    found = SchoolList()
    header: list[str] = []
    for number, cells in enumerate(lines, start=1):
        if not header:
            header = cells if set(NEEDED) <= {cell.strip() for cell in cells} else []
            continue
        row = dict(zip([cell.strip() for cell in header], cells, strict=False))
        if any(cells):
            _take(found, number, row)
    if not header:
        found.problems.append(
            _("見出しの行が見つかりません。「%(names)s」の列が要ります。")
            % {"names": _("」「").join(NEEDED)}
        )
    return found


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp932", errors="replace")


def _take(found: SchoolList, number: int, row: dict[str, str]) -> None:
    try:
        found.rows.append(_row({name: jaconv.normalize(cell) for name, cell in row.items()}))
    except (ValueError, KeyError) as trouble:
        found.problems.append(
            _("%(line)s行目を読み取れません(%(trouble)s)。")
            % {"line": number, "trouble": str(trouble).strip("'")}
        )


def _row(row: dict[str, str]) -> SchoolRow:
    if not row[NAME].strip() or len(row[CODE].strip()) != 13:
        raise ValueError(_("学校コードは13文字、学校名は必須です"))
    return SchoolRow(
        code=row[CODE].strip(),
        kind=SchoolKind(_leading(row[KIND])).value,
        founder=Founder(_leading(row[FOUNDER])).value,
        name=row[NAME].strip(),
        prefecture=_leading(row[PREFECTURE]).zfill(2),
        address=row.get(ADDRESS, "").strip(),
        postal_code=row.get(POSTAL, "").replace("-", "").strip()[:7],
        opened_on=_day(row.get(OPENED, "")),
        closed_on=_day(row.get(CLOSED, "")),
        successor_code=row.get(SUCCESSOR, "").strip(),
    )


def _leading(cell: str) -> str:
    """B1 out of "B1(小学校)"."""
    found = LEADING_CODE.match(cell.strip())
    return found[1] if found else cell.strip()


def _day(cell: str) -> datetime.date | None:
    if not (cell := cell.strip()):
        return None
    return datetime.date(*map(int, re.split(r"\D+", cell.strip())[:3]))
