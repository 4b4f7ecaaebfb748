"""What a reported activity becomes as a project; nothing is written here."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hiroba.foundation.iati.activities import Activity, Dates, Organisation, Share
from hiroba.foundation.iati.texts import only_in, said_in
from hiroba.foundation.refs import new_ref
from hiroba.programmes.cooperation.projects.models import Project
from hiroba.programmes.cooperation.projects.plans import Arrival, as_json
from hiroba.programmes.cooperation.projects.states import Origin

if TYPE_CHECKING:
    from hiroba.engines.registry.people.models import Body

# What a report may change; the rest of a project's columns is ours.
COLUMNS = (
    "fingerprint", "iati_status", "title_ja", "title_en", "title_original", "summary_ja",
    "summary_en", "summary_original", "language", "currency", "body", "reporter_ref",
    "reporter_type", "reporter_name", "planned_start", "planned_end", "actual_start",
    "actual_end", "listed_on", "regions", "related", "remarks", "changed_at",
)  # fmt: skip
READERS = ("ja", "en")


@dataclass(frozen=True)
class Known:
    """What the registry knows: countries by their codes, bodies by their identifiers."""

    countries: dict[str, int]
    bodies: "dict[str, Body]"


def project_of(
    arrival: Arrival,
    before: dict[str, Project],
    known: Known,
    today: datetime.date,
    now: datetime.datetime,
) -> Project:
    """The project of an activity, known or new, with its columns as reported; not yet written."""
    activity = arrival.activity
    assert activity
    project = before.get(activity.identifier) or Project(
        ref=new_ref("P"), origin=Origin.IMPORTED, iati_identifier=activity.identifier
    )
    facts = fields_of(activity, known, today)
    for name, value in {**facts, "remarks": as_json(arrival.faults), "changed_at": now}.items():
        setattr(project, name, value)
    return project


def fields_of(activity: Activity, known: Known, today: datetime.date) -> dict[str, Any]:
    """The columns of the project itself."""
    return {
        "fingerprint": activity.fingerprint,
        "iati_status": activity.status[:2],
        "currency": activity.currency,
        "body": known.bodies.get(activity.reporting.ref),
        **_words(activity),
        **_reporter(activity.reporting),
        **_days(activity.dates, today),
        "regions": [_region(share) for share in activity.regions],
        "related": [{"ref": one.ref, "type": one.type} for one in activity.related],
    }


def _words(activity: Activity) -> dict[str, str]:
    """Title and summary for our readers, and in the language they were written in."""
    title, summary = activity.title, activity.description
    language = title[0].language if title else activity.language
    return {
        "title_ja": (said_in(title, *READERS) or activity.identifier)[:500],
        "title_en": only_in(title, "en")[:500],
        "title_original": (title[0].words if title else "")[:500],
        "summary_ja": said_in(summary, *READERS),
        "summary_en": only_in(summary, "en"),
        "summary_original": only_in(summary, language) or said_in(summary),
        "language": language or "en",
    }


def _reporter(body: Organisation) -> dict[str, str]:
    return {
        "reporter_ref": body.ref,
        "reporter_type": body.type,
        "reporter_name": said_in(body.name, *READERS)[:300],
    }


def _days(dates: Dates, today: datetime.date) -> dict[str, datetime.date | None]:
    """Projects that have not begun are listed with those of today."""
    begins_on = dates.actual_start or dates.planned_start
    return {
        "planned_start": dates.planned_start,
        "planned_end": dates.planned_end,
        "actual_start": dates.actual_start,
        "actual_end": dates.actual_end,
        "listed_on": min(begins_on, today) if begins_on else today,
    }


def _region(share: Share) -> dict[str, str]:
    return {
        "code": share.code,
        "vocabulary": share.vocabulary,
        "name": said_in(share.name, *READERS),
        "percentage": "" if share.percentage is None else str(share.percentage),
    }
