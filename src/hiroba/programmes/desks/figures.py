"""Numbers about Japan Desks."""

from collections import Counter
from datetime import date

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from hiroba.foundation.bilingual import said
from hiroba.foundation.figures import Counted, FigureDefinition
from hiroba.programmes.desks.models import Desk

RECORDS_SINCE = date(2024, 4, 1)


def countries_with_a_desk_on(first: date, last: date) -> Counted:
    """Countries in which a desk is open on the last of these days, by region; and those closed."""
    known = Desk.objects.filter(opened_on__lte=last).select_related("country")
    if settings.HIROBA_ENV == "production":
        known = known.filter(is_sample=False)
    found = known.open_on(last).order_by("country__kana", "pk")
    closed = known.filter(closed_on__lte=last).order_by("closed_on", "pk")
    countries = {desk.country_id: desk.country for desk in found}
    regions = Counter(said(country, "region") for country in countries.values())
    return Counted(
        value=len(countries),
        parts=dict(sorted(regions.items())),
        records=found,
        excluded=tuple((desk, _closed(desk)) for desk in closed),
    )


def _closed(desk: Desk) -> str:
    day = date_format(desk.closed_on, _("Y年n月j日(D)")) if desk.closed_on else ""
    return _("%(day)sに終了しました。") % {"day": day}


FIGURES = (
    FigureDefinition(
        code="japan_desk_countries",
        name_ja="NGO-JICAジャパンデスクのある国の数",
        name_en="Countries with an NGO-JICA Japan Desk",
        unit_ja="か国",
        unit_en="countries",
        kind="as_of",
        style="plain",
        definition_ja="その日に開いているジャパンデスクのある国の数。",
        definition_en="Countries in which a Japan Desk is open on the day.",
        counted=countries_with_a_desk_on,
        records_since=RECORDS_SINCE,
    ),
)
