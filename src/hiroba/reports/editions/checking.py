"""What is wrong with a text: a mark that cannot be shown is an error, a typed digit a warning."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from hiroba.reports.editions.marks import (
    NUMBERS,
    OPTIONS,
    PICTURES,
    TIMES,
    YEAR,
    Mark,
    is_time,
    marks_in,
    without_marks,
)
from hiroba.reports.editions.pictures import ARTS, MAPS
from hiroba.reports.figures import queries as figures
from hiroba.reports.figures.reckoning import Figure

DRAWN = PICTURES - {"art"}

Known = Mapping[tuple[str, int], Figure]

DIGITS = re.compile(r"\d[\d,.]*")
LIST_NUMBER = re.compile(r"^\s*\d+[.)]\s")
HEADING = re.compile(r"^## \S", re.MULTILINE)


@dataclass(frozen=True)
class Finding:
    """One thing to look at: an error stops publishing, a warning does not."""

    is_error: bool
    line: int
    text: str


def findings(text: str, year: int) -> list[Finding]:
    """Everything to look at in a text of the edition of a year, in the order of its lines."""
    marks = list(marks_in(text))
    known = figures.figures_at({pair for mark in marks for pair in mark.asks_for(year)})
    lines = text.splitlines()
    wrong = [(mark.line, _wrong(mark, year, known) or _crowded(mark, lines)) for mark in marks]
    found = [Finding(True, line, told) for line, told in wrong if told]
    for number, line in enumerate(without_marks(text).splitlines(), start=1):
        if "{{" in line or "}}" in line:
            found.append(Finding(True, number, _("二重の波かっこが閉じていません。")))
        found += [Finding(False, number, told) for told in _typed_digits(line)]
    if not HEADING.search(text):
        found.append(Finding(True, 1, _("見出し(## で始まる行)が一つもありません。")))
    return sorted(found, key=lambda each: (each.line, not each.is_error))


def errors(text: str, year: int) -> list[Finding]:
    """What stops publishing."""
    return [each for each in findings(text, year) if each.is_error]


def _typed_digits(line: str) -> list[str]:
    plain = LIST_NUMBER.sub("", line)
    told = _("「%(digits)s」が直接入力されています。数値の印か、年・日付の印にしてください。")
    return [told % {"digits": digits} for digits in DIGITS.findall(plain)]


def _wrong(mark: Mark, year: int, known: Known) -> str:
    """Why a mark cannot be shown; nothing when it can."""
    if mark.kind not in NUMBERS | TIMES | PICTURES:
        return _("「%(mark)s」という印はありません。") % {"mark": mark.written}
    if strange := set(mark.options) - OPTIONS.get(mark.kind, set()):
        return _("「%(name)s=」は使えません。") % {"name": sorted(strange)[0]}
    if not mark.words:
        return _("「%(mark)s」の中身がありません。") % {"mark": mark.written}
    if mark.kind in TIMES:
        return _wrong_time(mark)
    if mark.kind in {"map", "art"}:
        return _wrong_picture(mark)
    return _wrong_figure(mark, year, known)


def _wrong_figure(mark: Mark, year: int, known: Known) -> str:
    if not YEAR.fullmatch(mark.options.get("fy", "2000")):
        return _("年度は fy=2023 のように書いてください。")
    if mark.kind in NUMBERS and len(mark.words) > 1:
        return _("一つの印に書ける数値は一つです。")
    for code in mark.words:
        if figures.definition_of(code) is None:
            return _("「%(code)s」という数値はありません。") % {"code": code}
    for pair in mark.asks_for(year):
        if known[pair].value is None:
            told = _("「%(code)s」には%(year)s年度の値がありません。")
            return told % {"code": pair[0], "year": pair[1]}
    return ""


def _crowded(mark: Mark, lines: list[str]) -> str:
    """Why a picture is lost: it is only drawn where it is a paragraph of its own."""
    around = [line.strip() for line in ["", *lines, ""][mark.line - 1 : mark.line + 2]]
    is_alone = around[1] == mark.written and not any(
        beside and not beside.startswith("#") for beside in (around[0], around[2])
    )
    if mark.kind not in DRAWN or is_alone:
        return ""
    return _("「%(mark)s」は、前後を空けて一行に一つだけ置いてください。") % {"mark": mark.written}


def _wrong_time(mark: Mark) -> str:
    if is_time(mark):
        return ""
    return _("年は 2023、日付は 2023-11 か 2023-11-01 のように書いてください。")


def _wrong_picture(mark: Mark) -> str:
    known = MAPS if mark.kind == "map" else ARTS
    if mark.words[0] in known:
        return ""
    told = _("「%(name)s」という絵はありません。使えるのは %(known)s です。")
    return told % {"name": mark.words[0], "known": "、".join(sorted(known))}
