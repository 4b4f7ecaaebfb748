"""Everything that is written about figures: rows are only ever added."""

from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require
from hiroba.reports.figures import policies, queries
from hiroba.reports.figures.models import Assertion, Baseline, Snapshot
from hiroba.reports.figures.published import Published, published
from hiroba.reports.figures.records import fingerprint

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor


@action
def load_published(*, by: "Actor", wanted: Published | None = None) -> int:
    """Every value of our own file stands in the table; a changed one replaces the older row."""
    require(policies.may_load_published(by))
    wanted = published() if wanted is None else wanted

    known = {row.slot: row for row in Baseline.objects.current()}
    written = sum(_write_baseline(columns, known) for columns in wanted.baselines)
    written += sum(_write_assertion(columns) for columns in wanted.assertions)

    if written:
        note(by, "figures.load_published", "figures", rows=written)
    return written


@action
def take_snapshot(*, by: "Actor", code: str, year: int) -> Snapshot:
    """The figure is kept as it stands, with what it was made of."""
    figure = queries.figure(code, year)
    require(policies.may_take_snapshot(by, figure))
    assert figure.value is not None

    snapshot = Snapshot.objects.create(
        ref=new_ref("F"),
        figure=code,
        fiscal_year=year,
        value=figure.value,
        parts=dict(figure.parts),
        baseline=figure.baseline,
        records_hash=fingerprint(figure.added, figure.baseline),
        code_version=version("hiroba"),
        computed_at=clock.now(),
    )

    note(by, "figures.take_snapshot", snapshot, figure=code, year=year, value=figure.value)
    return snapshot


def _write_baseline(columns: dict[str, Any], known: dict[Any, Baseline]) -> bool:
    """Add the row unless the one that holds now says the same."""
    row = Baseline(**columns, recorded_at=clock.now())
    older = known.get(row.slot)
    if older is not None and all(getattr(older, name) == columns[name] for name in columns):
        return False
    row.replaces = older
    row.save(force_insert=True)
    known[row.slot] = row
    return True


def _write_assertion(columns: dict[str, Any]) -> bool:
    if Assertion.objects.filter(**columns).exists():
        return False
    Assertion.objects.create(**columns, recorded_at=clock.now())
    return True
