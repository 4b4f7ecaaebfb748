"""The rooms of the house, as the house tests and the documents find them."""

import importlib
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import hiroba
from hiroba.foundation.lifecycles import Lifecycle

HOUSE = Path(hiroba.__file__).parent
FLOORS = ("foundation", "engines", "programmes", "reports")


def rooms() -> list[Path]:
    """Every folder with apps.py on the four floors."""
    return [path.parent for floor in FLOORS for path in sorted((HOUSE / floor).rglob("apps.py"))]


def rooms_with(file: str) -> list[Path]:
    """Rooms that have a certain file."""
    return [room for room in rooms() if (room / file).exists()]


def module(room: Path, name: str) -> ModuleType:
    """One file of a room."""
    return importlib.import_module(".".join(["hiroba", *room.relative_to(HOUSE).parts, name]))


def public_functions(found: ModuleType) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Functions that a module offers and has written itself."""
    for name, function in vars(found).items():
        is_own = inspect.isfunction(function) and function.__module__ == found.__name__
        if is_own and not name.startswith("_"):
            yield name, function


def lifecycles(room: Path) -> dict[str, Lifecycle]:
    """The tables in a room's states.py."""
    if not (room / "states.py").exists():
        return {}
    found = vars(module(room, "states"))
    return {name: table for name, table in found.items() if isinstance(table, Lifecycle)}


def name(room: Path) -> str:
    """A room's place in the house: engines/forms."""
    return str(room.relative_to(HOUSE))
