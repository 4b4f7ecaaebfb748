"""Reads one activity: who, what, when, where, and with its money and results."""

from hiroba.foundation.iati import flows, outcomes
from hiroba.foundation.iati.activities import (
    Activity,
    Dates,
    Document,
    Location,
    Organisation,
    Related,
)
from hiroba.foundation.iati.reader import Element, Reader, attribute, line_of
from hiroba.foundation.iati.texts import Texts

SAFE_LINKS = ("http://", "https://")
DATE_TYPES = {
    "1": "planned_start",
    "2": "actual_start",
    "3": "planned_end",
    "4": "actual_end",
    # words of the 1.x standard which some 2.0x files still carry
    "start-planned": "planned_start",
    "start-actual": "actual_start",
    "end-planned": "planned_end",
    "end-actual": "actual_end",
}


def build(reader: Reader, element: Element) -> Activity:
    """Everything the element says; what is wrong with it is remembered by the reader."""
    return Activity(
        identifier=reader.identifier,
        reporting=reader.organisation(element.find("reporting-org")) or Organisation(),
        title=reader.texts(element.find("title")),
        description=_description(reader, element),
        status=_code(element.find("activity-status")),
        language=reader.language,
        currency=reader.currency,
        dates=_dates(reader, element),
        organisations=_organisations(reader, element),
        countries=reader.shares(element, "recipient-country"),
        regions=reader.shares(element, "recipient-region"),
        sectors=reader.shares(element, "sector"),
        locations=tuple(_location(reader, found) for found in element.iterfind("location")),
        budgets=flows.budgets(reader, element),
        transactions=flows.transactions(reader, element),
        documents=_documents(reader, element),
        related=_related(element),
        results=outcomes.results(reader, element),
        line=line_of(element),
    )


def _organisations(reader: Reader, element: Element) -> tuple[Organisation, ...]:
    found = (reader.organisation(one) for one in element.iterfind("participating-org"))
    return tuple(body for body in found if body)


def _code(element: Element | None) -> str:
    return attribute(element, "code", 4) if element is not None else ""


def _description(reader: Reader, element: Element) -> Texts:
    """The general description (type 1 or none) before objectives, target groups and others."""
    found = sorted(element.iterfind("description"), key=lambda one: one.get("type", "1"))
    return next((texts for one in found if (texts := reader.texts(one))), ())


def _dates(reader: Reader, element: Element) -> Dates:
    found = {}
    for one in element.iterfind("activity-date"):
        name = DATE_TYPES.get((one.get("type") or "").strip())
        day = reader.day(one)
        if name and day:
            found[name] = day
    return Dates(**found)


def _location(reader: Reader, element: Element) -> Location:
    latitude = longitude = None
    written = (element.findtext("point/pos") or "").split()
    if len(written) == 2:
        latitude, longitude = (reader.number(element, part) for part in written)
    on_earth = (
        latitude is not None
        and longitude is not None
        and abs(latitude) <= 90
        and abs(longitude) <= 180
    )
    return Location(
        name=reader.texts(element.find("name")),
        description=reader.texts(element.find("description")),
        latitude=latitude if on_earth else None,
        longitude=longitude if on_earth else None,
        ref=attribute(element, "ref", 60),
    )


def _documents(reader: Reader, element: Element) -> tuple[Document, ...]:
    found = []
    for one in element.iterfind("document-link"):
        url = (one.get("url") or "").strip()
        if not url.lower().startswith(SAFE_LINKS) or len(url) > 1000:
            reader.warn(one, "unsafe-link", value=url)
            continue
        found.append(
            Document(
                url=url,
                format=attribute(one, "format", 80).lower(),
                title=reader.texts(one.find("title")),
                categories=tuple(_code(code) for code in one.iterfind("category")),
                languages=tuple(_code(code).lower() for code in one.iterfind("language")),
            )
        )
    return tuple(found)


def _related(element: Element) -> tuple[Related, ...]:
    return tuple(
        Related(ref, attribute(one, "type", 4))
        for one in element.iterfind("related-activity")
        if (ref := attribute(one, "ref", 150))
    )
