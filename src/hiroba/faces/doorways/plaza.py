"""What the plaza room shows on pages that all rooms share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hiroba.faces.doorways.piles import Heap, Tool

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User

TOOLS: tuple[Tool, ...] = ()


def waiting(user: "User") -> Iterator[Heap]:
    """What waits for this person."""
    yield from ()


def mine(user: "User") -> Iterator[Heap]:
    """What belongs to this person."""
    yield from ()
