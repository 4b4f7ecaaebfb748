"""Everything that is written about lists of bodies."""

from typing import TYPE_CHECKING, Any

from hiroba.engines.registry.imports import policies, queries
from hiroba.engines.registry.imports.columns import BY_KEY, keyed
from hiroba.engines.registry.imports.models import BodyImport, BodyImportRow
from hiroba.engines.registry.imports.sorting import Sorter
from hiroba.engines.registry.imports.states import Decision, RowState
from hiroba.engines.registry.imports.tables import lines_of
from hiroba.engines.registry.people import actions as people
from hiroba.engines.registry.people.policies import may_enter_body
from hiroba.engines.registry.people.queries import standing_for
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.files import actions as files
from hiroba.foundation.jobs import actions as jobs
from hiroba.foundation.journal.actions import note
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.jobs.models import Job

KINDS = ("csv", "xlsx")
MEGABYTES = 10
AT_ONCE = 200
REST = "hiroba.engines.registry.imports.tasks.take_in_rest"
SORTED = ["cells", "problems", "number_key", "name_key", "state", "alike", "decision"]


@action
def bring(*, by: "User", upload: "UploadedFile") -> BodyImport:
    """The file is kept and every line of it is a row, with what is wrong said beside each cell."""
    require(policies.may_bring(by))

    kept = files.keep(by=by, upload=upload, purpose="bodies", kinds=KINDS, megabytes=MEGABYTES)
    upload.seek(0)
    lines = keyed(lines_of(upload.read(), kept.kind))
    brought = BodyImport.objects.create(
        ref=new_ref("I"), name=kept.name, file=kept, brought_by=by, brought_at=clock.now()
    )
    rows = [BodyImportRow(list=brought, line=line, cells=cells) for line, cells in lines]
    Sorter.opened(brought).sort(rows)
    BodyImportRow.objects.bulk_create(rows, batch_size=AT_ONCE)

    note(by, "imports.bring", brought, rows=len(rows))
    return brought


@action
def mend(*, by: "User", row: BodyImportRow, **cells: str) -> BodyImportRow:
    """The row holds what was typed, and is checked again at once."""
    row = _locked(row)
    require(policies.may_mend(by, row))

    twins = list(queries.rows_like(row))
    row.cells = {**row.cells, **{key: cells[key] for key in cells if key in BY_KEY}}
    Sorter.opened(row.list).sort([row])
    row.save(update_fields=SORTED)
    Sorter.opened(row.list).sort(twins)
    BodyImportRow.objects.bulk_update(twins, SORTED)

    note(by, "imports.mend", row.list, line=row.line)
    return row


@action
def decide(*, by: "User", row: BodyImportRow, decision: str) -> BodyImportRow:
    """The row is the body it looks like, or another one."""
    row = _locked(row)
    require(policies.may_decide(by, row, decision))

    row.decision = Decision(decision)
    Sorter.opened(row.list).sort([row])
    row.save(update_fields=SORTED)

    note(by, "imports.decide", row.list, line=row.line, decision=decision)
    return row


@action
def call_same(*, by: "User", brought: BodyImport) -> BodyImport:
    """All doubtful rows are the bodies they look like."""
    brought = BodyImport.objects.select_for_update().get(pk=brought.pk)
    require(policies.may_call_same(by, brought))

    doubtful = queries.rows_in_doubt(brought)
    lines = list(doubtful.values_list("line", flat=True))
    brought.rows.filter(line__in=lines).update(decision=Decision.SAME, state=RowState.READY)

    note(by, "imports.call_same", brought, rows=len(lines))
    return brought


@action
def take_in(*, by: "User", brought: BodyImport) -> "Job | None":
    """Good rows are bodies: the first at once, the rest by a job that is answered to be watched."""
    require(policies.may_take_in(by, brought))

    left = take_some(by=by, brought=brought)
    key = f"imports:{brought.ref}"
    return (
        jobs.enqueue(by=by, task=REST, key=key, ref=brought.ref, email=by.email) if left else None
    )


@action
def take_some(*, by: "User", brought: BodyImport, most: int = AT_ONCE) -> int:
    """Good rows are bodies now, at most so many; how many good rows are left is answered."""
    brought = BodyImport.objects.select_for_update().get(pk=brought.pk)
    require(policies.may_take_some(by, brought))

    rows = list(queries.rows_to_settle(brought)[:most])
    # Sorted once more, because another list may have brought the same body meanwhile.
    facts = Sorter.opened(brought).sort([row for row in rows if not _is_known(row)])
    for row in rows:
        _settle(by, row, facts.get(row.line, {}))
    BodyImportRow.objects.bulk_update(rows, ["body", *SORTED])

    note(by, "imports.take_some", brought, rows=len(rows))
    return queries.rows_to_settle(brought).count()


def _is_known(row: BodyImportRow) -> bool:
    return row.decision == Decision.SAME and row.alike is not None


def _settle(by: "User", row: BodyImportRow, facts: dict[str, Any]) -> None:
    if _is_known(row) and row.alike:
        row.state, row.body = RowState.LINKED, standing_for(row.alike)
    elif row.state == RowState.READY:
        _enter(by, row, facts)


def _enter(by: "User", row: BodyImportRow, facts: dict[str, Any]) -> None:
    verdict = may_enter_body(by, facts.get("corporate_number", ""))
    if verdict:
        row.state, row.body = RowState.TAKEN, people.enter_body(by=by, **facts)
    else:
        row.state, row.problems = RowState.MEND, {"corporate_number": verdict.reason}


def _locked(row: BodyImportRow) -> BodyImportRow:
    rows = BodyImportRow.objects.select_for_update(of=("self",))
    return rows.select_related("list", "alike").get(pk=row.pk)
