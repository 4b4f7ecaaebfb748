"""What a form asks: read from JSON into frozen records, and refused when it is broken."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from django.utils.translation import get_language
from pydantic import ConfigDict, TypeAdapter, ValidationError

STRICT = ConfigDict(extra="forbid")
KEY = re.compile(r"[a-z][a-z0-9_]{0,39}\Z")

Type = Literal[
    "short_text",
    "long_text",
    "int",
    "yen",
    "date",
    "yes_no",
    "choice",
    "country",
    "prefecture",
    "municipality",
    "email",
    "phone",
    "kana",
]


class Broken(ValueError):
    """A definition that cannot be published, with the sentence that says why."""


@dataclass(frozen=True)
class Words:
    """One text in both languages; neither may be empty."""

    __pydantic_config__ = STRICT
    ja: str
    en: str

    def __post_init__(self) -> None:
        if not (self.ja.strip() and self.en.strip()):
            raise ValueError("日本語と英語の両方が要ります。")

    def __str__(self) -> str:
        return self.en if (get_language() or "ja").startswith("en") else self.ja


@dataclass(frozen=True)
class Option:
    """One thing that can be chosen."""

    __pydantic_config__ = STRICT
    value: str
    label: Words


@dataclass(frozen=True)
class Item:
    """One question of a form."""

    __pydantic_config__ = STRICT
    key: str
    type: Type
    label: Words
    help: Words | None = None
    require: bool = False
    blind: Literal["none", "identity"] = "none"
    index: bool = False
    max_chars: int | None = None
    min: int | None = None
    max: int | None = None
    options: tuple[Option, ...] = ()

    def __post_init__(self) -> None:
        if not KEY.match(self.key):
            raise ValueError(f"「{self.key}」は項目の名前に使えません。")
        if (self.type == "choice") != bool(self.options):
            raise ValueError(f"「{self.key}」: 選択肢は choice にだけ、必ず付けます。")
        if len({option.value for option in self.options}) != len(self.options):
            raise ValueError(f"「{self.key}」: 同じ選択肢が二度あります。")
        if self.max_chars is not None and self.max_chars < 1:
            raise ValueError(f"「{self.key}」: 字数の上限は1以上です。")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError(f"「{self.key}」: 下限が上限より大きくなっています。")


@dataclass(frozen=True)
class Page:
    """Questions that are answered together."""

    __pydantic_config__ = STRICT
    key: str
    title: Words
    items: tuple[Item, ...]
    lead: Words | None = None

    def __post_init__(self) -> None:
        if not KEY.match(self.key):
            raise ValueError(f"「{self.key}」は頁の名前に使えません。")
        if not self.items:
            raise ValueError(f"「{self.key}」の頁に項目がありません。")


@dataclass(frozen=True)
class Definition:
    """A whole form: pages of questions, each question named once."""

    __pydantic_config__ = STRICT
    dsl: Literal[1]
    id: str
    title: Words
    pages: tuple[Page, ...]

    def __post_init__(self) -> None:
        for names in ([page.key for page in self.pages], [item.key for item in self.items()]):
            twice = sorted({name for name in names if names.count(name) > 1})
            if twice:
                raise ValueError(f"同じ名前が二度あります: {'、'.join(twice)}")
        if not self.pages:
            raise ValueError("頁がありません。")

    def items(self) -> Iterator[Item]:
        """All questions in the order in which they are asked."""
        return (item for page in self.pages for item in page.items)

    @cached_property
    def by_key(self) -> dict[str, Item]:
        return {item.key: item for item in self.items()}

    def page(self, key: str) -> Page | None:
        """The page of that name, if there is one."""
        return next((page for page in self.pages if page.key == key), None)


_adapter = TypeAdapter(Definition)


def parse(content: Any) -> Definition:
    """The form that the JSON describes; a broken one is refused with its place and reason."""
    try:
        return _adapter.validate_python(content)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise Broken(f"{place}: {first['msg'].removeprefix('Value error, ')}") from error
