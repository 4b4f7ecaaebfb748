"""The pages on which every number can be followed to where it comes from."""

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.foundation import clock
from hiroba.foundation.web.tables import stream_csv
from hiroba.foundation.web.views import actor, acts, page, person, public, reads
from hiroba.reports.figures import actions, policies, queries, records
from hiroba.reports.figures.charts import history
from hiroba.reports.figures.datasheets import told
from hiroba.reports.figures.reckoning import Figure

if TYPE_CHECKING:
    from hiroba.reports.figures.models import Baseline

YEAR_LENGTH = 4


@public
@reads
def figures(request: HttpRequest) -> HttpResponse:
    """All figures of which something is known, under their headings."""
    year = _year(request)
    return page(
        request,
        "figures/open/figures.html",
        crumbs=[(_("数字で見る"), "")],
        groups=queries.figures_by_group(year),
        years=queries.all_years(),
        year=year,
    )


@public
@reads
def figure(request: HttpRequest, code: str) -> HttpResponse:
    """One figure: its value, and everything it was made of."""
    baselines = list(queries.baselines_of(code))
    found = _figure(request, code, baselines)
    return page(
        request,
        "figures/open/figure.html",
        crumbs=[(_("数字で見る"), reverse("figures:figures")), (found.name, "")],
        figure=found,
        years=queries.years_of(code, baselines),
        baselines=baselines,
        replaced=queries.replaced_baselines_of(code),
        history=history(found.definition, baselines),
        added=records.first_lines(found.added),
        contained=records.first_lines(found.contained),
        excluded=records.excluded_lines(found.added),
        comparisons=queries.comparisons_of(code, baselines),
        snapshots=queries.snapshots_of(code)[:20],
        may_take_snapshot=policies.may_take_snapshot(actor(request), found),
        address=request.build_absolute_uri(_address(found)),
        today=clock.today(),
    )


@public
@reads
def figure_json(request: HttpRequest, code: str) -> HttpResponse:
    """The figure as data."""
    answer = JsonResponse(told(_figure(request, code)), json_dumps_params={"ensure_ascii": False})
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


@public
@reads
def figure_csv(request: HttpRequest, code: str) -> HttpResponseBase:
    """The records behind the figure as a table."""
    found = _figure(request, code)
    rows = records.rows(found.added, found.contained)
    return stream_csv(f"{code}-{found.fiscal_year}.csv", records.HEADER, rows)


@acts
def take_snapshot(request: HttpRequest, code: str) -> HttpResponse:
    """Keep the figure as it stands."""
    found = _figure(request, code)
    actions.take_snapshot(by=person(request), code=code, year=found.fiscal_year)
    return redirect(_address(found) + "#snapshots")


def _figure(request: HttpRequest, code: str, known: "list[Baseline] | None" = None) -> Figure:
    if queries.definition_of(code) is None:
        raise Http404
    return queries.figure(code, _year(request), known)


def _year(request: HttpRequest) -> int | None:
    """The fiscal year asked for; nothing asked means the newest of which something is known."""
    asked = request.GET.get("fy", "")
    if not asked:
        return None
    if (
        not asked.isdecimal()
        or len(asked) > YEAR_LENGTH
        or not queries.FIRST_YEAR <= int(asked) <= queries.LAST_YEAR
    ):
        raise Http404
    return int(asked)


def _address(found: Figure) -> str:
    return reverse("figures:figure", args=[found.code]) + f"?fy={found.fiscal_year}"
