"""Themes for the story."""

from hiroba.engines.registry.themes import actions, queries
from hiroba.engines.registry.themes.models import Theme
from hiroba.engines.registry.themes.states import ThemeKind
from hiroba.foundation.actors import CLOCKWORK


def reference() -> None:
    """The lists are there; asking again costs one question."""
    if not queries.goals().exists():
        actions.load_reference(by=CLOCKWORK)


def goal(number: int) -> Theme:
    """One of the 17 goals."""
    reference()
    return Theme.objects.get(kind=ThemeKind.SDG, code=str(number))


def sector(code: str) -> Theme:
    """One sector of the DAC."""
    reference()
    return Theme.objects.get(kind=ThemeKind.DAC_SECTOR, code=code)


def field(code: str) -> Theme:
    """One of our own fields."""
    reference()
    return Theme.objects.get(kind=ThemeKind.FIELD, code=code)


def tell() -> None:
    """Everything the demo needs to know about themes."""
    reference()
