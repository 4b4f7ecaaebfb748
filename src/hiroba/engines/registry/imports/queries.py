"""Questions about lists of bodies that came in as files."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet

from hiroba.engines.registry.imports.models import BodyImport, BodyImportRow
from hiroba.engines.registry.imports.states import OPEN_STATES, Decision, RowState
from hiroba.engines.registry.people.queries import REGISTRARS

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor


@dataclass(frozen=True)
class Progress:
    """How many rows of a list have come how far."""

    mend: int = 0
    doubt: int = 0
    ready: int = 0
    taken: int = 0
    linked: int = 0

    @property
    def total(self) -> int:
        return self.mend + self.doubt + self.ready + self.settled

    @property
    def settled(self) -> int:
        return self.taken + self.linked

    @property
    def first_open(self) -> str:
        """The state somebody should look at first."""
        open_states = (state for state in OPEN_STATES if self.of(state))
        return next(open_states, RowState.TAKEN if self.taken else RowState.LINKED)

    def of(self, state: str) -> int:
        """The number of rows in one state."""
        return int(getattr(self, state))


def imports_seen_by(by: "Actor") -> QuerySet[BodyImport]:
    """Every list for those who keep the registry, the latest first."""
    found = BodyImport.objects.select_related("brought_by").order_by("-brought_at", "-pk")
    return found if by.holds(*REGISTRARS) else found.none()


def unfinished(by: "Actor") -> QuerySet[BodyImport]:
    """Lists with rows that still wait for somebody."""
    waiting = BodyImportRow.objects.filter(state__in=OPEN_STATES)
    return imports_seen_by(by).filter(pk__in=waiting.values("list"))


def progress(brought: BodyImport) -> Progress:
    """How far a list has come."""
    rows = brought.rows.order_by().values("state").annotate(n=Count("pk"))
    return Progress(**{row["state"]: row["n"] for row in rows})


def rows_of(brought: BodyImport, state: str = "") -> QuerySet[BodyImportRow]:
    """Rows in the order of the file."""
    found = brought.rows.select_related("alike__prefecture", "body").order_by("line", "pk")
    return found.filter(state=state) if state in RowState.values else found


def rows_like(row: BodyImportRow) -> QuerySet[BodyImportRow]:
    """Other rows that must be mended and that show the same number or name as this one."""
    same = Q(pk=None)
    for name in ("number_key", "name_key"):
        same |= Q(**{name: getattr(row, name)}) if getattr(row, name) else Q(pk=None)
    return rows_of(row.list, RowState.MEND).filter(same).exclude(pk=row.pk)


def rows_to_settle(brought: BodyImport) -> QuerySet[BodyImportRow]:
    """Rows that can be taken in now."""
    return rows_of(brought, RowState.READY)


def rows_in_doubt(brought: BodyImport) -> QuerySet[BodyImportRow]:
    """Rows that may be a body that is already known."""
    return rows_of(brought, RowState.DOUBT).filter(decision=Decision.OPEN)
