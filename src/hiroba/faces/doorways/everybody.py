"""All doorways in the order in which their things stand on the shared pages."""

from typing import TYPE_CHECKING

from hiroba.faces.doorways import (
    coexistence,
    contest,
    cooperation,
    desks,
    dialogue,
    foundation,
    giving,
    journeys,
    lectures,
    legacies,
    materials,
    plaza,
    regions,
    registry,
    reports,
    training,
)
from hiroba.faces.doorways.piles import Heap, Offered, Pile, lying, offered

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User

DOORWAYS = (
    cooperation,
    registry,
    dialogue,
    desks,
    training,
    giving,
    legacies,
    regions,
    coexistence,
    plaza,
    journeys,
    lectures,
    contest,
    materials,
    reports,
    foundation,
)


def waiting_for(user: "User") -> list[Pile]:
    """Everything that waits for this person, in every room."""
    return lying(_each("waiting", user))


def belonging_to(user: "User") -> list[Pile]:
    """Everything that belongs to this person, in every room."""
    return lying(_each("mine", user))


def tools_of(user: "User") -> list[Offered]:
    """The tools of all roles that the person holds."""
    tools = (tool for doorway in DOORWAYS for tool in doorway.TOOLS)
    return [offered(tool) for tool in tools if tool.is_for(user)]


def _each(question: str, user: "User") -> list[Heap]:
    return [heap for doorway in DOORWAYS for heap in getattr(doorway, question)(user)]
