"""Writing figures down: rows are only ever added."""

import pytest
from django.db import DatabaseError, transaction

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import administrator, officer, somebody
from hiroba.foundation.actors import GUEST, IMPORTER
from hiroba.foundation.journal.models import Record
from hiroba.foundation.verdicts import Refused
from hiroba.reports.figures import actions, queries
from hiroba.reports.figures.examples import published_figures
from hiroba.reports.figures.models import Baseline, Snapshot
from hiroba.reports.figures.published import Published, published

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_summer_2024():
    with clock.at("2024-08-01 10:00"):
        yield


def corrected(code: str, value: int) -> Published:
    rows = [row | {"value": value} for row in published().baselines if row["figure"] == code]
    return Published((rows[-1],), ())


def test_loading_twice_changes_nothing():
    first, second = published_figures(), published_figures()

    assert (first, second, Baseline.objects.count()) == (59, 0, 53)
    loads = Record.objects.filter(verb__startswith="figures.")
    assert [row.verb for row in loads] == ["figures.load_published"]


def test_an_administrator_loads_and_others_do_not():
    assert actions.load_published(by=administrator()) == 59
    for stranger in (GUEST, somebody("akari"), officer()):
        with pytest.raises(Refused, match="公表値の読み込みは管理者が行います。"):
            actions.load_published(by=stranger)


def test_a_corrected_value_replaces_the_older_row_and_keeps_it():
    published_figures()

    actions.load_published(by=IMPORTER, wanted=corrected("grassroots_projects", 1_404))

    assert queries.figure("grassroots_projects", 2023).value == 1_404
    replaced = queries.replaced_baselines_of("grassroots_projects")
    assert [(row.value, row.replaced_by.value) for row in replaced] == [(1_405, 1_404)]


def test_a_value_can_be_corrected_back():
    published_figures()
    actions.load_published(by=IMPORTER, wanted=corrected("grassroots_projects", 1_404))

    assert published_figures() == 1

    assert queries.figure("grassroots_projects", 2023).value == 1_405


@pytest.mark.parametrize("write", [lambda rows: rows.update(value=1), lambda rows: rows.delete()])
def test_the_database_keeps_published_values_as_they_are(write):
    published_figures()

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        write(Baseline.objects.filter(figure="grassroots_projects"))


def test_a_snapshot_keeps_value_parts_and_fingerprint():
    published_figures()

    snapshot = actions.take_snapshot(by=officer(), code="japan_desk_countries", year=2023)

    assert (snapshot.value, snapshot.parts) == (
        25,
        {"公表値(2023年度末)": 25, "そのあとの記録": 0},
    )
    assert len(snapshot.records_hash) == 64 and snapshot.code_version
    assert list(queries.snapshots_of("japan_desk_countries")) == [snapshot]


def test_two_snapshots_of_the_same_state_have_the_same_fingerprint():
    published_figures()

    actions.take_snapshot(by=officer(), code="grassroots_projects", year=2023)
    actions.take_snapshot(by=officer(), code="grassroots_projects", year=2023)

    assert Snapshot.objects.values("records_hash").distinct().count() == 1


def test_a_figure_without_a_value_is_not_kept():
    with pytest.raises(Refused, match="この年度の値はまだありません。"):
        actions.take_snapshot(by=officer(), code="essay_entries", year=2023)


def test_a_visitor_takes_no_snapshot():
    published_figures()

    with pytest.raises(Refused, match="数値の控えは担当の職員が取ります。"):
        actions.take_snapshot(by=somebody("akari"), code="essay_entries", year=2023)
