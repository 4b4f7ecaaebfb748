"""The pictures of an edition, each with its table beside it."""

from django.template.loader import render_to_string
from django.urls import reverse

from hiroba.programmes.cooperation.projects.maps import map_of_projects
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
    world = map_of_projects()
    if not world.lines:
        return ""
    return render_to_string("editions/open/_map.html", {"world": world})
