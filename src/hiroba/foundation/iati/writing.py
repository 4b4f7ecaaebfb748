"""Writes activities as an IATI 2.03 file, in the order the standard asks for."""

from collections.abc import Iterable
from datetime import datetime
from typing import BinaryIO

from lxml import etree

from hiroba.foundation.iati.activities import Activity, Document, Location, Share
from hiroba.foundation.iati.marks import (
    add,
    add_organisation,
    narratives,
    plain,
    put,
)
from hiroba.foundation.iati.reader import LANG, Element
from hiroba.foundation.iati.written_money import add_budget, add_transaction
from hiroba.foundation.iati.written_results import add_result

VERSION = "2.03"


def write(activities: Iterable[Activity], out: BinaryIO, *, generated: datetime) -> int:
    """The activities as one file, written as they come; answers how many there were."""
    count = 0
    moment = generated.isoformat(timespec="seconds")
    with etree.xmlfile(out, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("iati-activities", version=VERSION, **{"generated-datetime": moment}):
            for activity in activities:
                xml.write("\n")
                xml.write(element_of(activity), pretty_print=True)
                count += 1
    return count


def element_of(activity: Activity) -> Element:
    """One activity as an element."""
    top = etree.Element("iati-activity")
    put(top, **{"default-currency": activity.currency})
    if activity.language:
        top.set(LANG, activity.language)
    _who_and_when(top, activity)
    _where_and_what(top, activity)
    for budget in (one for one in activity.budgets if one.kind == "budget"):
        add_budget(top, "budget", budget)
    for budget in (one for one in activity.budgets if one.kind == "planned"):
        add_budget(top, "planned-disbursement", budget)
    for move in activity.transactions:
        add_transaction(top, move)
    for document in activity.documents:
        _document(top, document)
    for related in activity.related:
        add(top, "related-activity", type=related.type, ref=related.ref)
    for result in activity.results:
        add_result(top, result)
    return top


def _who_and_when(top: Element, activity: Activity) -> None:
    add(top, "iati-identifier").text = activity.identifier
    add_organisation(top, "reporting-org", activity.reporting)
    narratives(add(top, "title"), activity.title)
    narratives(add(top, "description", type="1"), activity.description)
    for body in activity.organisations:
        add_organisation(top, "participating-org", body)
    add(top, "activity-status", code=activity.status)
    dates = activity.dates
    days = (
        dates.planned_start,
        dates.actual_start,
        dates.planned_end,
        dates.actual_end,
    )
    for number, day in enumerate(days, start=1):
        if day:
            add(top, "activity-date", type=str(number), **{"iso-date": str(day)})


def _where_and_what(top: Element, activity: Activity) -> None:
    for country in activity.countries:
        _share(top, "recipient-country", country, vocabulary="")
    for region in activity.regions:
        _share(top, "recipient-region", region, vocabulary=region.vocabulary)
    for location in activity.locations:
        _location(top, location)
    for sector in activity.sectors:
        _share(top, "sector", sector, vocabulary=sector.vocabulary)


def _share(parent: Element, tag: str, share: Share, vocabulary: str) -> None:
    part = "" if share.percentage is None else plain(share.percentage)
    one = add(parent, tag, vocabulary=vocabulary, code=share.code, percentage=part)
    narratives(one, share.name)


def _location(parent: Element, location: Location) -> None:
    one = add(parent, "location", ref=location.ref)
    if location.name:
        narratives(add(one, "name"), location.name)
    if location.description:
        narratives(add(one, "description"), location.description)
    if location.latitude is not None and location.longitude is not None:
        point = add(one, "point", srsName="http://www.opengis.net/def/crs/EPSG/0/4326")
        add(point, "pos").text = f"{plain(location.latitude)} {plain(location.longitude)}"


def _document(parent: Element, document: Document) -> None:
    one = add(parent, "document-link", url=document.url, format=document.format)
    narratives(add(one, "title"), document.title)
    for code in document.categories:
        add(one, "category", code=code)
    for code in document.languages:
        add(one, "language", code=code)
