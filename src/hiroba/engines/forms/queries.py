"""Questions about forms, the documents written on them, and what still is missing."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hiroba.engines.forms import answering
from hiroba.engines.forms.definitions import Definition, Item, Page
from hiroba.engines.forms.models import Document, FormVersion, Revision
from hiroba.engines.forms.reading import Sheet, read_back


@dataclass(frozen=True)
class Reading:
    """What was meant by one answer, or the sentence that helps."""

    meant: Any
    sentence: str = ""


@dataclass(frozen=True)
class Fault:
    """Something that must still be put right before a document can be handed in."""

    page: str
    key: str
    label: str
    sentence: str


def latest_version(code: str) -> FormVersion | None:
    """The newest published version of a form."""
    return FormVersion.objects.filter(code=code).order_by("-no", "-pk").first()


def next_revision_no(document: Document) -> int:
    """The number that the next revision of this document will carry."""
    latest = Revision.objects.filter(document=document).order_by("-no", "-pk").first()
    return latest.no + 1 if latest else 1


def faults(document: Document) -> tuple[Fault, ...]:
    """What is missing or could not be understood, in the order of the form."""
    definition, readings = document.form_version.definition, _readings(document)
    found = (
        _fault(page, item, readings[item.key]) for page in definition.pages for item in page.items
    )
    return tuple(fault for fault in found if fault)


def _fault(page: Page, item: Item, reading: Reading) -> Fault | None:
    is_missing = item.require and reading.meant is None
    sentence = reading.sentence or (_("まだ書かれていません。") if is_missing else "")
    return Fault(page.key, item.key, str(item.label), sentence) if sentence else None


def meanings(document: Document) -> dict[str, Any]:
    """What was meant by each answer that could be understood."""
    readings = _readings(document).items()
    return {key: reading.meant for key, reading in readings if reading.meant is not None}


def _readings(document: Document) -> dict[str, Reading]:
    """Every answer, read once for as long as the document in our hands says the same."""
    key = (repr(document.answers), get_language())
    if document.read_as is None or document.read_as[0] != key:
        items = document.form_version.definition.items()
        found = {item.key: _reading(item, document.answers.get(item.key, "")) for item in items}
        document.read_as = (key, found)
    return dict(document.read_as[1])


def _reading(item: Item, typed: str) -> Reading:
    try:
        return Reading(answering.read(item, typed))
    except answering.Misread as misread:
        return Reading(None, str(misread))


def indexed(definition: Definition, answers: dict[str, Any]) -> dict[str, Any]:
    """The answers that lists and rules ask for."""
    return {item.key: answers.get(item.key) for item in definition.items() if item.index}


def document_in_words(document: Document) -> tuple[Sheet, ...]:
    """The document as its author reads it, as far as it is understood."""
    return read_back(document.form_version.definition, meanings(document))


def revision_in_words(revision: Revision, *, blind: bool) -> tuple[Sheet, ...]:
    """What was handed in; blind, without whatever tells who wrote it."""
    return read_back(revision.form_version.definition, revision.answers, blind=blind)


def revisions_of(document: Document) -> tuple[Revision, ...]:
    """All revisions, the first one first."""
    return tuple(document.revisions.select_related("author").order_by("no", "pk"))
