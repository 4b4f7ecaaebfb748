"""What is wrong with the cells of a row, said so that it can be mended."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import jaconv
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.translation import gettext as _

from hiroba.engines.registry.imports.columns import COLUMNS, Column
from hiroba.engines.registry.people import corporate_numbers
from hiroba.engines.registry.people.personalities import personality_written
from hiroba.engines.registry.places import queries as places

if TYPE_CHECKING:
    from hiroba.engines.registry.places.models import Municipality, Prefecture

ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
ERAS |= {"M": 1867, "T": 1911, "S": 1925, "H": 1988, "R": 2018}
ERA_DAY = re.compile(r"(明治|大正|昭和|平成|令和|[MTSHR])\.?(\d+|元)\D+(\d+)\D+(\d+)\D*")
PLAIN_DAY = re.compile(r"(\d{4})\D+(\d{1,2})\D+(\d{1,2})(\D.*)?")


@dataclass
class Atlas:
    """The prefectures and municipalities, read once for a whole list."""

    prefectures: "dict[str, Prefecture]" = field(default_factory=dict)
    municipalities: "dict[tuple[int, str], Municipality]" = field(default_factory=dict)

    @classmethod
    def opened(cls) -> "Atlas":
        """With every name under which a prefecture is known."""
        atlas = cls()
        for one in places.prefectures():
            short = one.name_ja if one.name_ja == "北海道" else one.name_ja[:-1]
            for name in (one.name_ja, short, one.code, one.code.lstrip("0"), one.name_en.lower()):
                atlas.prefectures[name] = one
        for town in places.municipalities():
            atlas.municipalities[town.prefecture_id, town.name_ja] = town
        return atlas


@dataclass
class Checked:
    """What a row would be registered as, and what stands against it."""

    facts: dict[str, Any] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)


def check(cells: dict[str, str], atlas: Atlas) -> Checked:
    """The row as facts, with a sentence for every cell that cannot stand."""
    found = Checked()
    for column in COLUMNS:
        text = cells.get(column.key, "").strip()
        if text.startswith("="):
            found.problems[column.key] = _("数式が入っています。計算した後の値を入れてください。")
        elif not text and column.is_needed:
            found.problems[column.key] = _("%(column)sを入れてください。") % {
                "column": column.label
            }
        elif len(text) > column.length:
            found.problems[column.key] = _too_long(column)
        elif text:
            _take(found, column, text)
    _place(found, atlas)
    return found


def _take(found: Checked, column: Column, text: str) -> None:
    """Reading may make a text longer: ㍿ is four letters."""
    try:
        fact = READERS.get(column.key, str)(text)
        if isinstance(fact, str) and len(fact) > column.length:
            raise ValueError(_too_long(column))
        found.facts[column.key] = fact
    except ValueError as trouble:
        found.problems[column.key] = str(trouble)


def _too_long(column: Column) -> str:
    return _("%(length)s文字までにしてください。") % {"length": column.length}


def _place(found: Checked, atlas: Atlas) -> None:
    """The municipality is looked for in the prefecture, so both are read last."""
    written, town = found.facts.pop("prefecture", ""), found.facts.pop("municipality", "")
    prefecture = atlas.prefectures.get(jaconv.normalize(written).lower())
    if prefecture is None:
        if written:
            found.problems["prefecture"] = _("「%(name)s」という都道府県はありません。") % {
                "name": written
            }
        return
    found.facts["prefecture"] = prefecture
    if town:
        short = town.removeprefix(prefecture.name_ja)
        known = atlas.municipalities.get((prefecture.pk, short)) or atlas.municipalities.get(
            (prefecture.pk, short.partition("郡")[2])
        )
        if known is None and atlas.municipalities:
            told = {"prefecture": prefecture.name_ja, "name": town}
            wrong = _("%(prefecture)sに「%(name)s」という市区町村はありません。") % told
            found.problems["municipality"] = wrong
        elif known:
            found.facts["municipality"] = known


def _personality(text: str) -> str:
    found = personality_written(text)
    if found is None:
        raise ValueError(
            _(
                "「%(word)s」という法人格は分かりません。「特定非営利活動法人」「任意団体」のように入れてください。"
            )
            % {"word": text}
        )
    return found.value


def _corporate_number(text: str) -> str:
    number = corporate_numbers.plain(text)
    if not corporate_numbers.is_valid(number):
        raise ValueError(_("法人番号が正しくありません。13桁の数字を確かめてください。"))
    return number


def _kana(text: str) -> str:
    return jaconv.hira2kata(jaconv.normalize(text))


def _day(text: str) -> datetime.date:
    """2012-06-01, 2012/6/1, 2012年6月1日 or 平成24年6月1日."""
    plain = jaconv.normalize(text)
    try:
        if era := ERA_DAY.fullmatch(plain):
            year = ERAS[era[1]] + (1 if era[2] == "元" else int(era[2]))
            return datetime.date(year, int(era[3]), int(era[4]))
        if day := PLAIN_DAY.fullmatch(plain):
            return datetime.date(int(day[1]), int(day[2]), int(day[3]))
    except ValueError:
        pass
    raise ValueError(_("日付を読み取れません。2012-06-01のように入れてください。"))


def _email(text: str) -> str:
    try:
        validate_email(text)
    except ValidationError as trouble:
        raise ValueError(_("メールアドレスの形を確かめてください。")) from trouble
    return text


def _homepage(text: str) -> str:
    try:
        URLValidator(schemes=["http", "https"])(text)
    except ValidationError as trouble:
        raise ValueError(_("https:// から始まるアドレスを入れてください。")) from trouble
    return text


READERS: dict[str, Callable[[str], Any]] = {
    "personality": _personality,
    "corporate_number": _corporate_number,
    "kana": _kana,
    "registered_on": _day,
    "email": _email,
    "homepage": _homepage,
}
