"""How each kind of answer is understood, and how it is shown again."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import jaconv
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hiroba.engines.forms.definitions import Item
from hiroba.engines.registry.places import queries as places
from hiroba.foundation.money import parse_yen, yen_text
from hiroba.foundation.words import said

MOST_CHARS = 100_000
MOST_YEN = 999_999_999_999
WHOLE = re.compile(r"[+-]?\d{1,12}\Z")
DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?\Z")
PHONE = re.compile(r"\+?[\d\- ()]{9,24}\Z")
KANA = re.compile(r"[ァ-ヺー・ 　、。.()（）]+\Z")

# Kinds whose answers are rows of the registry, by their codes.
LISTS: dict[str, Callable[[], Any]] = {
    "country": places.partner_countries,
    "prefecture": places.prefectures,
}


class Misread(ValueError):
    """An answer that could not be understood, with the sentence that helps."""


@dataclass(frozen=True)
class Kind:
    """One kind of answer: from what was typed to what was meant, and to what is shown."""

    read: Callable[[str, Item], Any]
    show: Callable[[Any, Item], str]
    hint: Any = ""


def tidy(typed: str) -> str:
    """The same text in one spelling: composed, with plain line ends, without NUL."""
    plain = typed.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return unicodedata.normalize("NFC", plain)


def _flat(typed: str) -> str:
    return unicodedata.normalize("NFKC", typed).strip()


def _read_text(typed: str, item: Item) -> str:
    text = typed.strip()
    most = item.max_chars or MOST_CHARS
    if len(text) > most:
        raise Misread(
            _("%(most)s字までです。いま%(now)s字あります。")
            % {"most": f"{most:,}", "now": f"{len(text):,}"}
        )
    return text


def _read_line(typed: str, item: Item) -> str:
    return _read_text(" ".join(typed.split("\n")), item)


def _within(value: int, item: Item, said: Callable[[int], str]) -> int:
    if item.min is not None and value < item.min:
        raise Misread(_("%(least)s以上で書いてください。") % {"least": said(item.min)})
    if item.max is not None and value > item.max:
        raise Misread(_("%(most)s以下で書いてください。") % {"most": said(item.max)})
    return value


def _read_int(typed: str, item: Item) -> int:
    text = _flat(typed).replace(",", "").replace(" ", "")
    if not WHOLE.match(text):
        raise Misread(_("整数で書いてください(例: 36)。"))
    return _within(int(text), item, str)


def _read_yen(typed: str, item: Item) -> int:
    try:
        yen = parse_yen(typed[:40])
    except ValueError:
        yen = -1
    if not 0 <= yen <= MOST_YEN:
        raise Misread(_("金額は円単位の整数で書いてください(例: 9,800,000)。"))
    return _within(yen, item, yen_text)


def _read_date(typed: str, item: Item) -> str:
    found = DAY.match(_flat(typed).replace(" ", ""))
    if not found:
        raise Misread(_("日付は 2024-04-01 または 2024年4月1日 のように書いてください。"))
    try:
        return date(*map(int, found.groups())).isoformat()
    except ValueError as error:
        raise Misread(_("この日付は暦にありません。")) from error


def _read_yes_no(typed: str, item: Item) -> bool:
    if typed not in ("yes", "no"):
        raise Misread(_("「はい」か「いいえ」を選んでください。"))
    return typed == "yes"


def choices(item: Item) -> list[tuple[str, str]]:
    """What can be chosen as an answer, in the language of the reader."""
    if item.type in LISTS:
        return [(row.code, said(row, "name")) for row in LISTS[item.type]()]
    return [(option.value, str(option.label)) for option in item.options]


def _read_choice(typed: str, item: Item) -> str:
    """Of a long list only the one row is asked for."""
    if item.type in LISTS:
        is_offered = LISTS[item.type]().filter(code=typed).exists()
    else:
        is_offered = any(option.value == typed for option in item.options)
    if not is_offered:
        raise Misread(_("一覧から選んでください。"))
    return typed


def _show_choice(value: str, item: Item) -> str:
    if item.type in LISTS:
        row = LISTS[item.type]().filter(code=value).first()
        return said(row, "name") if row else value
    return next((str(option.label) for option in item.options if option.value == value), value)


def _read_email(typed: str, item: Item) -> str:
    text = _flat(typed)
    try:
        validate_email(text)
    except ValidationError as error:
        raise Misread(_("メールアドレスの形を確かめてください。")) from error
    return text


def _read_phone(typed: str, item: Item) -> str:
    text = re.sub(r"[‐-―ー−]", "-", _flat(typed))
    digits = sum(char.isdigit() for char in text)
    if not PHONE.match(text) or not 9 <= digits <= 15:
        raise Misread(_("電話番号は 03-1234-5678 のように書いてください。"))
    return text


def _read_kana(typed: str, item: Item) -> str:
    text = jaconv.hira2kata(jaconv.h2z(_read_line(typed, item)))
    if not KANA.match(text):
        raise Misread(_("カタカナで書いてください。"))
    return text


def _as_is(value: Any, item: Item) -> str:
    return str(value)


def _show_int(value: int, item: Item) -> str:
    return f"{value:,}"


def _show_date(value: str, item: Item) -> str:
    return date_format(date.fromisoformat(value), "DATE_FORMAT")


def _show_yes_no(value: bool, item: Item) -> str:
    return _("はい") if value else _("いいえ")


def _show_yen(value: int, item: Item) -> str:
    return yen_text(value)


DATE_HINT = gettext_lazy("例: 2024-04-01、2024年4月1日")
YEN_HINT = gettext_lazy("円単位。例: 9,800,000")

KINDS: dict[str, Kind] = {
    "short_text": Kind(_read_line, _as_is),
    "long_text": Kind(_read_text, _as_is),
    "int": Kind(_read_int, _show_int),
    "yen": Kind(_read_yen, _show_yen, YEN_HINT),
    "date": Kind(_read_date, _show_date, DATE_HINT),
    "yes_no": Kind(_read_yes_no, _show_yes_no),
    "choice": Kind(_read_choice, _show_choice),
    "country": Kind(_read_choice, _show_choice),
    "prefecture": Kind(_read_choice, _show_choice),
    "municipality": Kind(_read_line, _as_is),
    "email": Kind(_read_email, _as_is),
    "phone": Kind(_read_phone, _as_is),
    "kana": Kind(_read_kana, _as_is),
}


def read(item: Item, typed: str) -> Any:
    """What was meant by what was typed; None for an empty answer, Misread with a sentence else."""
    plain = tidy(typed)
    return KINDS[item.type].read(plain, item) if plain.strip() else None


def show(item: Item, value: Any) -> str:
    """The answer as people read it."""
    return "" if value is None else KINDS[item.type].show(value, item)
