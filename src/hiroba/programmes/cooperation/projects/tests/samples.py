"""Small worlds for the tests of this room."""

import io
from typing import Any, BinaryIO

from hiroba.engines.registry.places import examples as places
from hiroba.foundation.accounts.examples import officer
from hiroba.foundation.actors import IMPORTER
from hiroba.foundation.iati.tests.samples import activity, file_of
from hiroba.foundation.journal.models import Record
from hiroba.programmes.cooperation.projects import actions
from hiroba.programmes.cooperation.projects.models import ImportRun, Project
from hiroba.programmes.cooperation.projects.states import Scheme

# The shortest way to each state.
PATHS = {
    "adopted": (),
    "contracted": ("contract",),
    "running": ("contract", "start"),
    "ended": ("contract", "start", "end"),
    "settled": ("contract", "start", "end", "settle"),
    "post_checked": ("contract", "start", "end", "settle", "post_check"),
    "lapsed": ("lapse",),
    "terminated": ("contract", "terminate"),
}
SMALL_MONEY = (
    '<budget><period-start iso-date="2023-04-01"/><period-end iso-date="2024-03-31"/>'
    '<value value-date="2023-04-01">500</value></budget>\n'
    '<transaction><transaction-type code="2"/><transaction-date iso-date="2023-04-02"/>'
    '<value value-date="2023-04-02">300</value></transaction>'
)
RESULT = (
    '<result type="2"><title><narrative>Meals</narrative></title><indicator measure="1">'
    '<title><narrative>Children</narrative></title><baseline year="2022" value="0"/>'
    '<period><period-start iso-date="2023-04-01"/><period-end iso-date="2024-03-31"/>'
    '<target value="10"/><actual value="9"/></period></indicator></result>'
)


def bring_in(*activities: str, source: BinaryIO | None = None) -> ImportRun:
    """The activities are imported from a file."""
    places.reference()
    content = source or file_of(*(activities or (activity(),)))
    return actions.import_activities(by=IMPORTER, source=content, file_name="sample.xml")


def gardens(number: int = 1, more: str = SMALL_MONEY + RESULT, **parts: str) -> str:
    """School gardens in Kenya, as somebody reports them."""
    return activity(f"T-{number}", more, **parts)


def adopted(title_ja: str = "村の水道", source_ref: str = "", **facts: Any) -> Project:
    """A project of ours in Laos."""
    places.reference()
    known: dict[str, Any] = {"scheme": Scheme.PARTNER, "countries": ["LA"], **facts}
    return actions.adopt(by=officer(), title_ja=title_ja, source_ref=source_ref, **known)


def upload_of(content: bytes) -> io.BytesIO:
    """A file as a browser sends it."""
    file = io.BytesIO(content)
    file.name = "partner.xml"
    return file


def in_state(state: str, **facts: Any) -> Project:
    """A project of ours that went its way to a state."""
    project = adopted(**facts)
    for verb in PATHS[state]:
        because = {"because": "洪水のため。"} if verb in ("lapse", "terminate") else {}
        project = getattr(actions, verb)(by=officer(), project=project, **because)
    return project


def known_about(project: Project) -> dict[str, Any]:
    """Everything that is written about a project, to be compared with later."""
    return {
        "columns": Project.objects.filter(pk=project.pk).values().get(),
        "headings": sorted(project.headings.values_list("name", "listed_on")),
        "countries": list(project.countries.order_by("pk").values_list("country__code", flat=True)),
        "records": list(verbs_noted(project)),
    }


def verbs_noted(project: Project) -> list[str]:
    """What the journal tells about a project, in order."""
    found = Record.objects.filter(subject=project.ref).order_by("pk")
    return list(found.values_list("verb", flat=True))


def last_record(verb: str) -> tuple[str, str, dict[str, Any]]:
    """Hand, subject and details of the newest line of a kind in the journal."""
    found = (
        Record.objects.filter(verb=verb).order_by("-pk").values_list("hand", "subject", "details")
    )
    return found[0]
