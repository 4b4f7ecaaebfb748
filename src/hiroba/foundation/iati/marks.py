"""Small strokes of the pen with which the elements of an activity are written."""

import re
from datetime import date
from decimal import Decimal

from lxml import etree

from hiroba.foundation.iati.activities import Organisation
from hiroba.foundation.iati.reader import LANG, Element
from hiroba.foundation.iati.texts import Texts

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def add(parent: Element, tag: str, **attributes: str) -> Element:
    one = etree.SubElement(parent, tag)
    put(one, **attributes)
    return one


def put(element: Element, **attributes: str) -> None:
    for name, value in attributes.items():
        if value:
            element.set(name, value)


def narratives(parent: Element, texts: Texts) -> None:
    """The same words in each of their languages."""
    for text in texts:
        one = add(parent, "narrative")
        one.text = UNPRINTABLE.sub("", text.words)
        if text.language:
            one.set(LANG, text.language)


def add_organisation(parent: Element, tag: str, body: Organisation | None) -> None:
    if body is None:
        return
    prefix = {"provider-org": "provider-", "receiver-org": "receiver-"}.get(tag, "")
    role = {"role": body.role} if tag == "participating-org" else {}
    one = add(parent, tag, ref=body.ref, type=body.type, **role)
    put(one, **{f"{prefix}activity-id": body.activity_id})
    narratives(one, body.name)


def add_day(parent: Element, tag: str, day: date | None) -> None:
    if day:
        add(parent, tag, **{"iso-date": str(day)})


def plain(number: Decimal) -> str:
    return f"{number:f}"
