"""What can happen to a thing, written as a table that code, pages and documents all read."""

from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from hiroba.foundation.verdicts import Verdict, require, unless


@dataclass(frozen=True)
class Move:
    """One row of the table: a verb takes a thing from some states to one state."""

    verb: str
    label: str | Promise
    sources: tuple[str, ...]
    target: str


class Lifecycle:
    """The table of one kind of thing, checked when the house is built."""

    def __init__(self, states: type[TextChoices], start: str, *moves: Move) -> None:
        self.states, self.start = states, start
        self.moves = {move.verb: move for move in moves}
        reached = {start} | {move.target for move in moves}
        named = reached.union(*(move.sources for move in moves))
        if len(self.moves) != len(moves):
            raise ValueError("a verb is written twice")
        if strange := named - set(states.values):
            raise ValueError(f"no such state: {sorted(strange)}")
        if lost := set(states.values) - reached:
            raise ValueError(f"no move leads to {sorted(lost)}")

    def allows(self, verb: str, state: str) -> Verdict:
        """Yes when the verb may be done in this state."""
        label = self.states(state).label
        return unless(
            state in self.moves[verb].sources,
            _("いまは「%(state)s」のため、この操作はできません。") % {"state": label},
        )

    def verbs_from(self, state: str) -> list[str]:
        """The verbs that lead on from a state."""
        return [verb for verb, move in self.moves.items() if state in move.sources]

    def move(self, thing: Any, verb: str) -> None:
        """Put the thing into the verb's state; saving it is the action's business."""
        require(self.allows(verb, thing.state))
        thing.state = self.moves[verb].target

    def as_mermaid(self) -> str:
        """The table as a diagram for the documents."""
        rows = [f"[*] --> {self.start}"]
        rows += [
            f"{source} --> {move.target}: {move.verb}"
            for move in self.moves.values()
            for source in move.sources
        ]
        return "\n".join(["stateDiagram-v2", *(f"    {row}" for row in rows)])
