"""What an IATI activity says, as plain values that never change."""

import hashlib
import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from hiroba.foundation.iati.texts import Texts

DECIMAL = re.compile(r"Decimal\('([^']+)'\)")


@dataclass(frozen=True)
class Organisation:
    """A body that takes part, as the publisher names it."""

    role: str = ""
    ref: str = ""
    type: str = ""
    name: Texts = ()
    activity_id: str = ""
    line: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True)
class Share:
    """A country, region or sector and its part of the whole in per cent."""

    code: str
    vocabulary: str = "1"
    percentage: Decimal | None = None
    name: Texts = ()
    line: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True)
class Amount:
    """A sum in one currency on one day; sums of different currencies are never added."""

    value: Decimal
    currency: str
    value_date: date | None = None


@dataclass(frozen=True)
class Dates:
    """When the activity begins and ends, as planned and in fact."""

    planned_start: date | None = None
    actual_start: date | None = None
    planned_end: date | None = None
    actual_end: date | None = None


@dataclass(frozen=True)
class Budget:
    """Money set aside for a period (`kind` budget), or meant to be paid in it (`planned`)."""

    kind: str
    start: date
    end: date | None
    amount: Amount
    type: str = "1"
    status: str = "1"
    provider: Organisation | None = None
    receiver: Organisation | None = None
    line: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True)
class Transaction:
    """Money promised, moved or spent on one day."""

    type: str
    on: date
    amount: Amount
    description: Texts = ()
    provider: Organisation | None = None
    receiver: Organisation | None = None
    ref: str = ""
    line: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True)
class Location:
    """A place the activity reaches."""

    name: Texts = ()
    description: Texts = ()
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    ref: str = ""


@dataclass(frozen=True)
class Document:
    """A link to something to read."""

    url: str
    format: str = ""
    title: Texts = ()
    categories: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Related:
    """Another activity this one belongs to."""

    ref: str
    type: str = ""


@dataclass(frozen=True)
class Measure:
    """A value that was hoped for or reached, with its parts (for example sex: female)."""

    value: str = ""
    comment: Texts = ()
    dimensions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Baseline:
    """Where an indicator stood before."""

    value: str = ""
    year: str = ""
    on: date | None = None
    comment: Texts = ()


@dataclass(frozen=True)
class Period:
    """What was hoped for and what was reached between two days."""

    start: date | None
    end: date | None
    targets: tuple[Measure, ...] = ()
    actuals: tuple[Measure, ...] = ()


@dataclass(frozen=True)
class Indicator:
    """How a result is measured."""

    title: Texts
    measure: str = ""
    ascending: bool = True
    description: Texts = ()
    baselines: tuple[Baseline, ...] = ()
    periods: tuple[Period, ...] = ()


@dataclass(frozen=True)
class Result:
    """What an activity wants to change."""

    type: str
    title: Texts
    description: Texts = ()
    indicators: tuple[Indicator, ...] = ()
    line: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True)
class Activity:
    """One project as its publisher reports it."""

    identifier: str
    reporting: Organisation
    title: Texts = ()
    description: Texts = ()
    status: str = ""
    language: str = ""
    currency: str = ""
    dates: Dates = Dates()
    organisations: tuple[Organisation, ...] = ()
    countries: tuple[Share, ...] = ()
    regions: tuple[Share, ...] = ()
    sectors: tuple[Share, ...] = ()
    locations: tuple[Location, ...] = ()
    budgets: tuple[Budget, ...] = ()
    transactions: tuple[Transaction, ...] = ()
    documents: tuple[Document, ...] = ()
    related: tuple[Related, ...] = ()
    results: tuple[Result, ...] = ()
    line: int = field(default=0, compare=False, repr=False)

    @property
    def fingerprint(self) -> str:
        """The same for the same content, wherever in the file it stands; 5.00 is 5."""
        said = DECIMAL.sub(_shortest, repr(self))
        return hashlib.sha256(said.encode()).hexdigest()


def _shortest(found: re.Match[str]) -> str:
    return f"{Decimal(found[1]).normalize():f}"
