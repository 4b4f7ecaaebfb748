"""A filled-in form as it is read: by its author, by the office, or by a reviewer who sees less."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hiroba.engines.forms import answering
from hiroba.engines.forms.definitions import Definition, Item, Page


@dataclass(frozen=True)
class Answer:
    """One question with its answer in words."""

    key: str
    label: str
    text: str
    long: bool


@dataclass(frozen=True)
class Sheet:
    """One page of a filled-in form."""

    key: str
    title: str
    answers: tuple[Answer, ...]


def read_back(
    definition: Definition, meanings: dict[str, Any], *, blind: bool = False
) -> tuple[Sheet, ...]:
    """The whole form in words; a blind reading leaves out what tells who wrote it."""
    sheets = (_sheet(page, meanings, blind) for page in definition.pages)
    return tuple(sheet for sheet in sheets if sheet.answers)


def _sheet(page: Page, meanings: dict[str, Any], blind: bool) -> Sheet:
    return Sheet(page.key, str(page.title), tuple(_answers(page.items, meanings, blind)))


def _answers(items: tuple[Item, ...], meanings: dict[str, Any], blind: bool) -> Iterator[Answer]:
    for item in items:
        if not (blind and item.blind == "identity"):
            text = answering.show(item, meanings.get(item.key))
            yield Answer(item.key, str(item.label), text, item.type == "long_text")
