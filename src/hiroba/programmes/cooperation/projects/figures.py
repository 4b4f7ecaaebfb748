"""Numbers about projects."""

from collections import Counter
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _

from hiroba.foundation.calendar import fiscal_year_text
from hiroba.foundation.figures import Counted, FigureDefinition
from hiroba.programmes.cooperation.projects.models.project import Project, ProjectQuerySet
from hiroba.programmes.cooperation.projects.states import ProjectState

RECORDS_SINCE = date(2024, 4, 1)
LOOKED_AT = (
    "ref",
    "title_ja",
    "title_en",
    "state",
    "adopted_on",
    "stopped_because",
    "excluded_from_figures_reason",
)


def grassroots_adopted_between(first: date, last: date) -> Counted:
    """Grassroots projects adopted on these days, by fiscal year, and those left out and why."""
    found = _countable().filter(adopted_on__range=(first, last)).order_by("adopted_on", "pk")
    rows = list(found.only(*LOOKED_AT))
    left_out = [project for project in rows if _is_left_out(project)]
    years = Counter(row.fiscal_year_adopted for row in rows if not _is_left_out(row))
    counted = found.filter(excluded_from_figures_reason="").exclude(state=ProjectState.LAPSED)
    return Counted(
        value=sum(years.values()),
        parts={fiscal_year_text(year or 0): count for year, count in sorted(years.items())},
        records=counted,
        excluded=tuple((project, _reason(project)) for project in left_out),
    )


def _is_left_out(project: Project) -> bool:
    return bool(project.excluded_from_figures_reason) or project.state == ProjectState.LAPSED


def _countable() -> ProjectQuerySet:
    """Grassroots projects; in production samples are none, elsewhere they show how one counts."""
    found = Project.objects.grassroots()
    return found.filter(is_sample=False) if settings.HIROBA_ENV == "production" else found


def _reason(project: Project) -> str:
    lapsed = _("契約に至りませんでした: %(why)s") % {"why": project.stopped_because}
    return project.excluded_from_figures_reason or lapsed


FIGURES = (
    FigureDefinition(
        code="grassroots_projects",
        name_ja="草の根技術協力事業の実施案件数",
        name_en="Grassroots technical cooperation projects",
        unit_ja="件",
        unit_en="projects",
        kind="cumulative",
        style="plain",
        definition_ja=(
            "草の根技術協力事業(パートナー型・協力支援型・地域活性型)として採択された案件を、"
            "採択の決定を公表した日の年度で数えます。契約に至らなかった案件と、理由を示して"
            "除いた案件は含みません。途中で中止した案件は、実施したものとして含みます。"
        ),
        definition_en=(
            "Projects adopted under grassroots technical cooperation (partner, support and "
            "regional types), counted in the fiscal year in which the decision was published. "
            "Projects that never came to a contract, and those left out with a stated reason, "
            "are not counted. Projects broken off midway are counted."
        ),
        counted=grassroots_adopted_between,
        records_since=RECORDS_SINCE,
    ),
)
