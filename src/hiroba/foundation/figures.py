"""The shape of a number that reports print, and of the records it can be followed to."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

FigureKind = Literal["cumulative", "year", "as_of", "event"]
FigureStyle = Literal["plain", "man"]


@dataclass(frozen=True)
class Counted:
    """What a count found: its value, its parts by label, and the records behind it.

    What is too small to be published without pointing at people is hidden, and its value is 0.
    """

    value: int
    parts: dict[str, int] = field(default_factory=dict)
    records: Any = ()
    excluded: tuple[tuple[Any, str], ...] = ()
    is_hidden: bool = False


@dataclass(frozen=True)
class FigureDefinition:
    """A number with a name, a unit and a definition.

    `counted` counts records of a span of days (both ends belong to it). Before `records_since` our
    records are not complete, so that nothing found there does not mean nothing happened.
    """

    code: str
    name_ja: str
    name_en: str
    unit_ja: str
    unit_en: str
    kind: FigureKind
    style: FigureStyle
    definition_ja: str
    definition_en: str
    counted: Callable[[date, date], Counted] | None = None
    records_since: date | None = None
