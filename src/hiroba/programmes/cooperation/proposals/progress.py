"""How far a draft has come, page by page, and what still keeps it from being handed in."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.engines.forms import queries as forms
from hiroba.programmes.cooperation.proposals import queries

if TYPE_CHECKING:
    from hiroba.engines.forms.definitions import Page
    from hiroba.programmes.cooperation.proposals.models import Proposal


@dataclass(frozen=True)
class Obstacle:
    """One thing to mend: on which page, at which field, and how."""

    page: str
    page_title: str
    key: str
    label: str
    sentence: str


@dataclass(frozen=True)
class Step:
    """One page of the form in the row of steps; the last one is the check."""

    key: str
    title: str
    state: str
    here: bool


def obstacles(proposal: "Proposal") -> tuple[Obstacle, ...]:
    """What is missing, not understood, or outside the frame, in the order of the form."""
    definition = proposal.submission.document.form_version.definition
    titles = {page.key: str(page.title) for page in definition.pages}
    faults = [
        Obstacle(each.page, titles[each.page], each.key, each.label, each.sentence)
        for each in forms.faults(proposal.submission.document)
    ]
    strains = [
        Obstacle(
            each.page,
            titles[each.page],
            each.key,
            str(definition.by_key[each.key].label),
            each.sentence,
        )
        for each in queries.strains_of(proposal)
    ]
    places = {page.key: place for place, page in enumerate(definition.pages)}
    return tuple(sorted((*faults, *strains), key=lambda each: places[each.page]))


def steps(
    proposal: "Proposal", here: str, found: tuple[Obstacle, ...] | None = None
) -> tuple[Step, ...]:
    """The pages with what is done, and the check at the end."""
    document = proposal.submission.document
    found = obstacles(proposal) if found is None else found
    unfinished = {each.page for each in found}
    pages = tuple(
        Step(page.key, str(page.title), "later" if page.key in unfinished else "done", False)
        for page in document.form_version.definition.pages
    )
    check = Step("check", _("確認と提出"), "later", False)
    return tuple(
        Step(step.key, step.title, "now", True) if step.key == here else step
        for step in (*pages, check)
    )


def page_named(proposal: "Proposal", key: str) -> "Page | None":
    """The page of the proposal's form version."""
    return proposal.submission.document.form_version.definition.page(key)


def page_after(proposal: "Proposal", key: str) -> "Page | None":
    """The page that follows, or nothing when the check follows."""
    pages = proposal.submission.document.form_version.definition.pages
    place = [page.key for page in pages].index(key)
    return pages[place + 1] if place + 1 < len(pages) else None


def page_before(proposal: "Proposal", key: str) -> "Page | None":
    """The page before, if there is one."""
    pages = proposal.submission.document.form_version.definition.pages
    place = [page.key for page in pages].index(key)
    return pages[place - 1] if place else None
