"""Which rows can be taken in, which must be mended, and which may be bodies that are known."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from hiroba.engines.registry.imports.checks import Atlas, check
from hiroba.engines.registry.imports.models import BodyImport, BodyImportRow
from hiroba.engines.registry.imports.states import OPEN_STATES, Decision, RowState
from hiroba.engines.registry.people import queries as people

NUMBER, NAME = "corporate_number", "name_ja"


@dataclass
class Sorter:
    """What is needed to sort the rows of one list: the atlas, and who was met before."""

    atlas: Atlas
    lines: dict[tuple[str, str], int] = field(default_factory=dict)
    bodies: dict[tuple[str, str], int] = field(default_factory=dict)

    @classmethod
    def opened(cls, brought: BodyImport) -> "Sorter":
        """Knows the registry and the other rows of the list that are still open."""
        sorter = cls(Atlas.opened())
        for pk, number, name, prefecture in people.identities():
            sorter.bodies[NUMBER, number] = pk
            sorter.bodies[NAME, _name_key(name, prefecture or "")] = pk
        rows = brought.rows.filter(state__in=OPEN_STATES).order_by("line")
        for number, name, line in rows.values_list("number_key", "name_key", "line"):
            sorter.lines.setdefault((NUMBER, number), line)
            sorter.lines.setdefault((NAME, name), line)
        return sorter

    def sort(self, rows: list[BodyImportRow]) -> dict[int, dict[str, Any]]:
        """Each row knows its problems, the body it looks like, and what can be done with it;
        answered is, by line, what each would be registered as."""
        facts = {}
        for row in rows:
            found = check(row.cells, self.atlas)
            row.number_key, row.name_key = _keys(found.facts)
            keys = [key for key in ((NUMBER, row.number_key), (NAME, row.name_key)) if key[1]]
            for key in keys:
                self._meet(row, key, found.problems)
            row.problems = found.problems
            row.alike_id = next((self.bodies[key] for key in keys if key in self.bodies), None)
            row.state = _state(row)
            facts[row.line] = found.facts
        return facts

    def _meet(self, row: BodyImportRow, key: tuple[str, str], problems: dict[str, str]) -> None:
        """The same body twice in one list is told at the line that came later or was mended."""
        line = self.lines.setdefault(key, row.line)
        if line != row.line and key[0] not in problems:
            problems[key[0]] = _("%(line)s行目と同じ団体です。どちらかを直してください。") % {
                "line": line
            }


def _keys(facts: dict[str, Any]) -> tuple[str, str]:
    """By what a row is recognised: its corporate number, and its name with its prefecture."""
    known = NAME in facts and "prefecture" in facts
    name = _name_key(facts[NAME], facts["prefecture"].code) if known else ""
    return facts.get(NUMBER, ""), name


def _name_key(name: str, prefecture: str) -> str:
    return f"{prefecture} {name}"


def _state(row: BodyImportRow) -> RowState:
    if row.problems:
        return RowState.MEND
    if row.alike_id and row.decision == Decision.OPEN:
        return RowState.DOUBT
    if row.alike_id is None:
        row.decision = Decision.OPEN
    return RowState.READY
