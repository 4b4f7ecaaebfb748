"""Reads an activity file from end to end, one activity at a time, in little memory."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from lxml import etree

from hiroba.foundation.iati.activities import Activity
from hiroba.foundation.iati.building import build
from hiroba.foundation.iati.checks import check
from hiroba.foundation.iati.doors import look_at_root, look_at_size_and_start
from hiroba.foundation.iati.faults import Fault, NotReadable
from hiroba.foundation.iati.reader import Element, Reader, line_of

LONGEST_IDENTIFIER = 150
EVENTS = ("start", "end")


@dataclass(frozen=True)
class Read:
    """One activity of the file with its faults; without the activity when there is an error."""

    activity: Activity | None
    faults: tuple[Fault, ...] = ()


def read(source: BinaryIO, *, today: date, megabytes: int = 50) -> Iterator[Read]:
    """Each activity in turn; raises NotReadable when the file as a whole cannot be read."""
    look_at_size_and_start(source, megabytes)
    first_lines: dict[str, int] = {}
    for element in _activity_elements(source):
        yield _read_one(element, today, first_lines)
    if not first_lines:
        raise NotReadable("no-activities")


def _activity_elements(source: BinaryIO) -> Iterator[Element]:
    walk = etree.iterparse(
        source,
        events=EVENTS,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = next(walk)[1]
        look_at_root(root)
        for event, element in walk:
            if event == "end" and element.tag == "iati-activity" and element.getparent() is root:
                yield element
                _forget(root, element)
    except etree.XMLSyntaxError as broken:
        first = next((entry.line for entry in walk.error_log), 0)
        raise NotReadable("broken", line=broken.lineno or first) from None


def _forget(root: Element, element: Element) -> None:
    """Give the memory back of this activity and of what stood before it."""
    while root[0] is not element:
        del root[0]
    element.clear()


def _read_one(element: Element, today: date, first_lines: dict[str, int]) -> Read:
    reader = Reader(element)
    activity = build(reader, element)
    _look_at_identifier(reader, element, first_lines)
    first_lines.setdefault(reader.identifier, line_of(element))
    if any(fault.is_error for fault in reader.faults):
        return Read(None, tuple(reader.faults))
    return Read(activity, (*reader.faults, *check(activity, today)))


def _look_at_identifier(reader: Reader, element: Element, first_lines: dict[str, int]) -> None:
    if not reader.identifier:
        reader.error(element, "no-identifier")
    elif len(reader.identifier) > LONGEST_IDENTIFIER:
        reader.error(element, "long-identifier", length=len(reader.identifier))
    elif reader.identifier in first_lines:
        reader.error(element, "twice", first=first_lines[reader.identifier])
