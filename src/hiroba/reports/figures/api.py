"""Figures, as programs read them."""

from datetime import date
from typing import Annotated, Any

from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from ninja import Query, Router, Schema

from hiroba.foundation.tokens.doors import ANYONE
from hiroba.foundation.web.listing import BothLanguages, named
from hiroba.reports.figures import queries
from hiroba.reports.figures.datasheets import told

router = Router(tags=["figures"])

Year = Annotated[
    int | None,
    Query(ge=queries.FIRST_YEAR, le=queries.LAST_YEAR, description="Fiscal year, April to March."),
]


class BaselineTold(Schema):
    """A published value with its source."""

    value: int
    fiscal_year: int
    first_day: date | None
    last_day: date
    certainty: str
    basis: str
    source: BothLanguages
    document: str | None
    note: BothLanguages


class FigureTold(Schema):
    """A number with its definition, and what it was made of."""

    code: str
    name: BothLanguages
    definition: BothLanguages
    unit: BothLanguages
    kind: str
    fiscal_year: int
    period: BothLanguages
    value: int | None
    text: BothLanguages
    approximate: bool
    plan: bool
    baseline: BaselineTold | None
    records_counted: int
    records_excluded: int
    records_in_baseline: int
    url: str


class Figures(Schema):
    items: list[FigureTold]


@router.get("/figures", response=Figures, auth=ANYONE, **named(_("数値の一覧")))
def figures(request: HttpRequest, fy: Year = None) -> dict[str, Any]:
    """All figures of which something is known for the year, or the newest value of each."""
    found = queries.figures(fy).values()
    return {"items": [told(figure) for figure in found if figure.value is not None]}


@router.get("/figures/{code}", response=FigureTold, auth=ANYONE, **named(_("一つの数値")))
def figure(request: HttpRequest, code: str, fy: Year = None) -> dict[str, Any]:
    """One figure; its value is null for a year that neither print nor records know."""
    if queries.definition_of(code) is None:
        raise Http404
    return told(queries.figure(code, fy))
