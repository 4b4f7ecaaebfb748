"""What an import would do: each activity of a file is new, changed, the same or faulty."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, BinaryIO

from hiroba.engines.registry.places import queries as places
from hiroba.foundation import clock
from hiroba.foundation.iati.activities import Activity
from hiroba.foundation.iati.faults import WARNING, Fault, NotReadable
from hiroba.foundation.iati.reading import Read, read
from hiroba.foundation.iati.texts import said_in
from hiroba.programmes.cooperation.projects import queries

AT_ONCE = 200
KEPT_FAULTS = 2000
NEW, CHANGED, SAME, FAULTY = "new", "changed", "same", "faulty"


@dataclass(frozen=True)
class Arrival:
    """One activity of a file, and what an import does with it."""

    fate: str
    activity: Activity | None
    faults: tuple[Fault, ...]


@dataclass
class Plan:
    """How many activities of a file are new, changed, the same or faulty, and why."""

    new: int = 0
    changed: int = 0
    same: int = 0
    faulty: int = 0
    warned: int = 0
    faults: list[Fault] = field(default_factory=list)
    titles: list[tuple[str, str, str]] = field(default_factory=list)
    unreadable: Fault | None = None

    @property
    def total(self) -> int:
        return self.new + self.changed + self.same + self.faulty

    @property
    def counts(self) -> dict[str, int]:
        """The counts by their names."""
        return {name: getattr(self, name) for name in (NEW, CHANGED, SAME, FAULTY, "warned")}

    @property
    def changes_something(self) -> bool:
        return bool(self.new or self.changed)

    @property
    def more_titles(self) -> bool:
        """Whether there are more than those named."""
        return self.new + self.changed > len(self.titles)

    def count_all(self, batch: Iterable[Arrival]) -> None:
        """More activities."""
        for arrival in batch:
            self.count(arrival)

    def count(self, arrival: Arrival) -> None:
        """One more activity; the first faults are kept word by word, the rest only counted."""
        setattr(self, arrival.fate, getattr(self, arrival.fate) + 1)
        self.warned += any(not fault.is_error for fault in arrival.faults)
        self.faults.extend(arrival.faults[: max(0, KEPT_FAULTS - len(self.faults))])
        if arrival.activity and arrival.fate != SAME and len(self.titles) < AT_ONCE:
            title = said_in(arrival.activity.title, "ja", "en") or arrival.activity.identifier
            self.titles.append((arrival.fate, arrival.activity.identifier, title))


def plan_import(source: BinaryIO, *, megabytes: int = 50) -> Plan:
    """What an import of the file would do; nothing is written."""
    plan = Plan()
    try:
        for batch in arrivals(source, megabytes=megabytes):
            plan.count_all(batch)
    except NotReadable as refused:
        return Plan(unreadable=refused.fault)
    return plan


def arrivals(source: BinaryIO, *, megabytes: int) -> Iterator[list[Arrival]]:
    """The activities of a file by the batch, each compared with what is known."""
    countries = set(places.countries().values_list("code", flat=True))
    activities = iter(read(source, today=clock.today(), megabytes=megabytes))
    while batch := list(islice(activities, AT_ONCE)):
        identifiers = [one.activity.identifier for one in batch if one.activity]
        known = queries.fingerprints(identifiers)
        yield [_arrival(one, known, countries) for one in batch]


def _arrival(one: Read, known: dict[str, str], countries: set[str]) -> Arrival:
    if one.activity is None:
        return Arrival(FAULTY, None, one.faults)
    faults = (*one.faults, *_strange_countries(one.activity, countries))
    before = known.get(one.activity.identifier)
    if before is None:
        return Arrival(NEW, one.activity, faults)
    fate = SAME if before == one.activity.fingerprint else CHANGED
    return Arrival(fate, one.activity, faults)


def _strange_countries(activity: Activity, countries: set[str]) -> Iterator[Fault]:
    for share in activity.countries:
        if share.code not in countries:
            facts = {"value": share.code}
            yield Fault(WARNING, "unknown-country", share.line, activity.identifier, facts)


def hash_of(source: BinaryIO) -> str:
    """What tells this file from every other."""
    source.seek(0)
    digest = hashlib.sha256()
    while part := source.read(1024 * 1024):
        digest.update(part)
    return digest.hexdigest()


def as_json(faults: Iterable[Fault]) -> list[dict[str, Any]]:
    """Faults as they are kept with a run; the sentence is made anew in the reader's language."""
    return [
        {
            "severity": fault.severity,
            "code": fault.code,
            "line": fault.line,
            "activity": fault.activity,
            "facts": fault.facts,
        }
        for fault in faults
    ]


def from_json(rows: Iterable[dict[str, Any]]) -> list[Fault]:
    """Faults that were kept with a run or a project."""
    return [Fault(**row) for row in rows]
