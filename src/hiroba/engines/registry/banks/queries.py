"""Questions about banks and branches, answered from the clearing house's list in a package."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jaconv

LARGE = str.maketrans("ァィゥェォッャュョ", "アイウエオツヤユヨ")


@dataclass(frozen=True)
class Bank:
    """A bank with its code of four digits."""

    code: str
    name: str
    kana: str


@dataclass(frozen=True)
class Branch:
    """A branch with its code of three digits."""

    code: str
    name: str
    kana: str


def banks(words: str = "", limit: int = 50) -> list[Bank]:
    """Banks whose name or reading contains the words, or whose code begins with them."""
    return _matching(_banks().values(), words, limit)


def bank(code: str) -> Bank | None:
    """The bank with this code."""
    return _banks().get(_digits(code, 4))


def branches(bank_code: str, words: str = "", limit: int = 50) -> list[Branch]:
    """Branches of a bank whose name or reading contains the words."""
    return _matching(_branches(_digits(bank_code, 4)).values(), words, limit)


def branch(bank_code: str, code: str) -> Branch | None:
    """The branch of a bank with this code."""
    return _branches(_digits(bank_code, 4)).get(_digits(code, 3))


def _matching(found: Any, words: str, limit: int) -> list[Any]:
    asked = _plain(words)
    fits = (one for one in found if _answers(one, asked))
    return [one for one, _place in zip(fits, range(limit), strict=False)]


def _answers(one: Bank | Branch, asked: str) -> bool:
    return asked in _plain(one.name) or asked in _plain(one.kana) or one.code.startswith(asked)


def _plain(words: str) -> str:
    """Full or half width, hiragana or katakana, small or large kana: one spelling."""
    return jaconv.hira2kata(jaconv.normalize(words.strip())).translate(LARGE).lower()


def _digits(code: str, length: int) -> str:
    return jaconv.normalize(code.strip()).zfill(length)


@cache
def _banks() -> dict[str, Bank]:
    return {row["code"]: Bank(row["code"], row["name"], row["kana"]) for row in _rows("banks.json")}


@cache
def _branches(bank_code: str) -> dict[str, Branch]:
    if bank_code not in _banks():
        return {}
    rows = _rows(f"branches/{bank_code}.json")
    return {row["code"]: Branch(row["code"], row["name"], row["kana"]) for row in rows}


def _rows(name: str) -> Iterator[dict[str, str]]:
    """Only the asked file is read: importing the package would read every branch of Japan."""
    package = find_spec("zengin_code")
    assert package and package.origin
    path = Path(package.origin).parent / "source-data" / "data" / name
    rows = json.loads(path.read_text(encoding="utf-8"))
    return iter(sorted(rows.values(), key=lambda row: row["code"]))
