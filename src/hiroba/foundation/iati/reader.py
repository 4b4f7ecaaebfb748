"""Reads simple values from the elements of one activity and remembers what was wrong with them."""

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from lxml import etree

from hiroba.foundation.iati.activities import Amount, Organisation, Share
from hiroba.foundation.iati.faults import ERROR, WARNING, Fault
from hiroba.foundation.iati.texts import Text, Texts

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
LARGEST = Decimal(10) ** 16  # SQLite counts in floats, and beyond it could not be read again
FULL = 65_535

Element: TypeAlias = etree._Element


class Reader:
    """Stands in one activity: knows its default language and currency, keeps its faults."""

    def __init__(self, activity: Element) -> None:
        self.identifier = (activity.findtext("iati-identifier") or "").strip()
        self.language = (activity.get(LANG) or "").strip().lower()[:12]
        self.currency = (activity.get("default-currency") or "").strip().upper()[:3]
        self.faults: list[Fault] = []

    def error(self, element: Element, code: str, **facts: object) -> None:
        self._remember(ERROR, element, code, facts)

    def warn(self, element: Element, code: str, **facts: object) -> None:
        self._remember(WARNING, element, code, facts)

    def _remember(self, severity: str, element: Element, code: str, facts: dict) -> None:  # type: ignore[type-arg]
        said = {name: str(fact)[:80] for name, fact in facts.items()}
        line = line_of(element)
        self.faults.append(Fault(severity, code, line, self.identifier[:150], said))

    def texts(self, element: Element | None) -> Texts:
        """The narratives below an element, each with its language."""
        if element is None:
            return ()
        found = []
        for narrative in element.iterfind("narrative"):
            words = " ".join("".join(narrative.itertext()).split())
            language = (narrative.get(LANG) or element.get(LANG) or self.language).lower()
            if words:
                found.append(Text(language[:12], words))
        return tuple(found)

    def day(self, element: Element | None, name: str = "iso-date") -> date | None:
        """The day in an attribute; an unreadable one is left out with a warning."""
        written = (element.get(name) or "").strip() if element is not None else ""
        found = _day(written)
        if written and not found:
            self.warn(element, "day-skipped", tag=element.tag, value=written)  # type: ignore[arg-type,union-attr]
        return found

    def day_needed(self, element: Element | None, owner: Element) -> date | None:
        """The day of money; without it the row of money is left out."""
        written = (element.get("iso-date") or "").strip() if element is not None else ""
        found = _day(written)
        if not found:
            self.warn(owner, "date-unreadable", tag=owner.tag, value=written)
        return found

    def number(self, element: Element, written: str | None) -> Decimal | None:
        """A number; an unreadable one is left out with a warning."""
        written = (written or "").strip()
        found = _number(written)
        if written and found is None:
            self.warn(element, "number-skipped", tag=element.tag, value=written)
        return found

    def amount(self, owner: Element) -> Amount | None:
        """The sum below an element; without a readable one the row of money is left out."""
        value = owner.find("value")
        written = (value.text or "").strip() if value is not None else ""
        number = _number(written)
        currency = ((value.get("currency") if value is not None else "") or self.currency).strip()
        if number is None:
            self.warn(owner, "value-unreadable", tag=owner.tag, value=written)
        elif abs(number) >= LARGEST:
            self.warn(owner, "value-too-large", tag=owner.tag, value=written)
        elif not currency:
            self.warn(owner, "no-currency", tag=owner.tag)
        else:
            return Amount(number, currency.upper()[:3], self.day(value, "value-date"))
        return None

    def organisation(self, element: Element | None) -> Organisation | None:
        """A body, by its identifier or its name; one that has neither is worth a warning."""
        if element is None:
            return None
        body = Organisation(
            role=attribute(element, "role", 4),
            ref=attribute(element, "ref", 100),
            type=attribute(element, "type", 4),
            name=self.texts(element),
            activity_id=_activity_id(element),
            line=line_of(element),
        )
        if element.tag != "reporting-org" and not body.ref and not body.name:
            self.warn(element, "nameless-organisation", tag=element.tag)
        return body

    def shares(self, activity: Element, tag: str) -> tuple[Share, ...]:
        """Countries, regions or sectors with their percentages."""
        found = [self._share(element) for element in activity.iterfind(tag)]
        return tuple(share for share in found if share)

    def _share(self, element: Element) -> Share | None:
        code = attribute(element, "code", 40)
        if not code:
            self.warn(element, "code-skipped", tag=element.tag)
            return None
        part = self.number(element, element.get("percentage"))
        if part is not None and not 0 <= part <= 100:
            self.warn(element, "percentage-range", tag=element.tag, value=part)
            part = None
        vocabulary = attribute(element, "vocabulary", 4) or "1"
        return Share(code, vocabulary, part, self.texts(element), line_of(element))


def line_of(element: Element) -> int:
    """The line an element begins in.

    Beyond 65,535 the parser knows only where the text after the tag ends, so those
    lines are taken off.
    """
    line = element.sourceline or 0
    if line < FULL:
        return line
    if not element.text and len(element):
        return line_of(element[0])
    after = element.text or element.tail or ""
    return line - after.count("\n")


def attribute(element: Element, name: str, length: int) -> str:
    """The attribute without outer spaces, never longer than its column."""
    return (element.get(name) or "").strip()[:length].strip()


def _activity_id(element: Element) -> str:
    names = ("activity-id", "provider-activity-id", "receiver-activity-id")
    return next((attribute(element, name, 150) for name in names if element.get(name)), "")


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None


def _number(written: str) -> Decimal | None:
    try:
        number = Decimal(written.replace(",", ""))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
