"""What one line of the list says about a project."""

from collections.abc import Iterable
from dataclasses import dataclass

from hiroba.foundation.words import said
from hiroba.programmes.cooperation.projects.dossiers.dossier import state_of
from hiroba.programmes.cooperation.projects.models import Project
from hiroba.programmes.cooperation.projects.queries import countries_of


@dataclass(frozen=True)
class Line:
    """A project in one line."""

    project: Project
    state: str
    countries: list[str]
    carrier: str


def lines_of(projects: Iterable[Project]) -> list[Line]:
    """The lines of a page, with their countries in one question."""
    found = list(projects)
    countries = countries_of(found)
    return [
        Line(
            project,
            state_of(project),
            [said(row.country, "name") for row in countries[project.pk]],
            said(project.body, "name") if project.body else project.reporter_name,
        )
        for project in found
    ]
