"""What one line of the list says about a project."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from hiroba.foundation.words import said
from hiroba.programmes.cooperation.projects.dossiers.dossier import state_of
from hiroba.programmes.cooperation.projects.dossiers.tongues import tongue_of
from hiroba.programmes.cooperation.projects.models import Project, ProjectCountry
from hiroba.programmes.cooperation.projects.queries import countries_of

NAMED = 4


@dataclass(frozen=True)
class Line:
    """A project in one line, ready to be read; `tongue` only when it is not the page's."""

    project: Project
    title: str
    tongue: str
    where: str
    carrier: str
    kind: str
    state: str
    period: str


def lines_of(projects: Iterable[Project]) -> list[Line]:
    """The lines of a page, with their countries in one question."""
    found = list(projects)
    countries = countries_of(found)
    return [_line(project, countries[project.pk]) for project in found]


def _line(project: Project, countries: list[ProjectCountry]) -> Line:
    return Line(
        project=project,
        title=said(project, "title"),
        tongue=tongue_of(project, "title"),
        where=_where([said(row.country, "name") for row in countries]),
        carrier=said(project.body, "name") if project.body else project.reporter_name,
        kind=str(project.get_scheme_display()) if project.is_own else _("公開データ"),
        state=state_of(project),
        period=_period(project),
    )


def _where(names: list[str]) -> str:
    """A few countries by their names, of many also how many there are."""
    if not names:
        return _("国の指定なし")
    named = _("・").join(names[:NAMED])
    more = _("ほか 計%(n)sか国") % {"n": len(names)}
    return f"{named} {more}" if len(names) > NAMED else named


def _period(project: Project) -> str:
    days = (project.begins_on, project.ends_on if project.begins_on else None)
    return "–".join(f"{day.year}.{day.month}.{day.day}" for day in days if day)
