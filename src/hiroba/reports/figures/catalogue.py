"""All figures of the house in one place: those that rooms define, and those not built yet."""

from functools import cache
from importlib import import_module

from django.apps import apps
from django.utils.module_loading import module_has_submodule

from hiroba.foundation.figures import FigureDefinition
from hiroba.reports.figures.definitions import GROUP_OF, GROUPS, PUBLISHED_ONLY

ELSEWHERE = "cooperation"


@cache
def catalogue() -> dict[str, FigureDefinition]:
    """Every figure by its code; a room's definition goes before ours of the same code."""
    found = dict(PUBLISHED_ONLY)
    for definition in defined_by_rooms():
        found[definition.code] = definition
    return found


def defined_by_rooms() -> list[FigureDefinition]:
    """What stands in the `FIGURES` of the rooms' figures.py."""
    return [
        definition
        for room in apps.get_app_configs()
        if room.name.startswith("hiroba.") and room.module is not None
        if module_has_submodule(room.module, "figures")
        for definition in import_module(f"{room.name}.figures").FIGURES
    ]


def by_group() -> list[tuple[str, list[str]]]:
    """The codes under the headings of the list, in the order of our own file."""
    return [
        (str(label), [code for code in catalogue() if GROUP_OF.get(code, ELSEWHERE) == group])
        for group, label in GROUPS.items()
    ]
