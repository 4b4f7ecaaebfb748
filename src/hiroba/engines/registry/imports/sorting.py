"""Which rows can be taken in, which must be mended, and which may be bodies that are known."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from hiroba.engines.registry.imports.checks import Atlas, check
from hiroba.engines.registry.imports.models import BodyImport, BodyImportRow
from hiroba.engines.registry.imports.states import OPEN_STATES, Decision, RowState
from hiroba.engines.registry.people import queries as people

if TYPE_CHECKING:
    from hiroba.engines.registry.people.models import Body

Key = tuple[str, ...]


@dataclass
class Sorter:
    """What is needed to sort the rows of one list: the atlas, and who was met before."""

    atlas: Atlas
    lines: dict[Key, int] = field(default_factory=dict)
    numbers: "dict[str, Body]" = field(default_factory=dict)
    names: "dict[Key, Body]" = field(default_factory=dict)

    @classmethod
    def opened(cls, brought: BodyImport) -> "Sorter":
        """Knows the registry and the other rows of the list that are still open or taken."""
        sorter = cls(Atlas.opened())
        for body in people.bodies():
            if body.corporate_number:
                sorter.numbers[body.corporate_number] = body
            sorter.names[body.name_ja, body.prefecture.code if body.prefecture else ""] = body
        for row in brought.rows.filter(state__in=OPEN_STATES).order_by("line"):
            for key in _keys(check(row.cells, sorter.atlas).facts):
                sorter.lines.setdefault(key, row.line)
        return sorter

    def sort(self, rows: list[BodyImportRow]) -> None:
        """Each row knows its problems, the body it looks like, and what can be done with it."""
        for row in rows:
            found = check(row.cells, self.atlas)
            for key in _keys(found.facts):
                self._meet(row, key, found.problems)
            row.problems = found.problems
            row.alike = self._alike(found.facts)
            row.state = _state(row)

    def _meet(self, row: BodyImportRow, key: Key, problems: dict[str, str]) -> None:
        """The same body twice in one list is told at the later line."""
        line = self.lines.setdefault(key, row.line)
        if line < row.line and key[0] not in problems:
            problems[key[0]] = _("%(line)s行目と同じ団体です。どちらかを直してください。") % {
                "line": line
            }

    def _alike(self, facts: dict[str, Any]) -> "Body | None":
        by_number = self.numbers.get(facts.get("corporate_number", ""))
        prefecture = facts["prefecture"].code if "prefecture" in facts else ""
        return by_number or self.names.get((facts.get("name_ja", ""), prefecture))


def _keys(facts: dict[str, Any]) -> list[Key]:
    keys: list[Key] = []
    if number := facts.get("corporate_number"):
        keys.append(("corporate_number", number))
    if "prefecture" in facts and "name_ja" in facts:
        keys.append(("name_ja", facts["name_ja"], facts["prefecture"].code))
    return keys


def _state(row: BodyImportRow) -> RowState:
    if row.problems:
        return RowState.MEND
    if row.alike and row.decision == Decision.OPEN:
        return RowState.DOUBT
    if row.alike is None:
        row.decision = Decision.OPEN
    return RowState.READY
