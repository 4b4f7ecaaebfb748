"""The pictures of an edition, each with its table beside it."""

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.engines.registry.places.queries import countries
from hiroba.foundation.drawing.steps import steps_for
from hiroba.foundation.drawing.world_map import Place, world_map
from hiroba.foundation.words import said
from hiroba.programmes.cooperation.projects.tallies import counts_under
from hiroba.reports.figures import queries as figures
from hiroba.reports.figures.charts import history


def chart(code: str) -> str:
    """Columns of a figure's published values, with the table."""
    definition = figures.definition_of(code)
    if definition is None:
        return ""
    baselines = list(figures.baselines_of(code))
    return render_to_string(
        "editions/open/_chart.html",
        {
            "definition": definition,
            "baselines": baselines[::-1],
            "picture": history(definition, baselines),
            "url": reverse("figures:figure", args=[code]),
        },
    )


def project_map() -> str:
    """Where the projects of this house are, with the table."""
    counts = counts_under("country")
    if not counts:
        return ""
    steps = steps_for(counts.values())
    places = [
        Place(
            country.code,
            _("%(country)s: %(count)s件") % {"country": said(country, "name"), "count": count},
            count,
        )
        for country in countries()
        if (count := counts.get(country.code, 0))
    ]
    places.sort(key=lambda place: (-place.count, place.told))
    return render_to_string(
        "editions/open/_map.html",
        {"picture": world_map(places, steps), "steps": steps, "places": places},
    )
