"""The file of published values meets the table."""

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import administrator, officer
from hiroba.foundation.actors import IMPORTER
from hiroba.foundation.journal.models import Record
from hiroba.foundation.verdicts import Refused
from hiroba.reports.figures import actions, queries
from hiroba.reports.figures.models import Assertion, Baseline
from hiroba.reports.figures.published import Published, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

SOME = published().baselines[0]
COLUMNS = tuple(SOME)


def load(*rows, told=()):
    return actions.load_published(by=IMPORTER, wanted=Published(tuple(rows), tuple(told)))


def columns_of(row):
    return {name: getattr(row, name) for name in COLUMNS}


def test_every_column_of_the_file_stands_in_the_table():
    actions.load_published(by=IMPORTER)

    stored = [columns_of(row) for row in Baseline.objects.order_by("pk")]
    assert stored == [dict(row) for row in published().baselines]
    told = [
        {name: getattr(row, name) for name in published().assertions[0]}
        for row in Assertion.objects.order_by("pk")
    ]
    assert told == [dict(row) for row in published().assertions]


def test_it_is_noted_once_with_the_number_of_rows():
    by = administrator()
    Record.objects.count()

    actions.load_published(by=by)
    actions.load_published(by=by)

    rows = Record.objects.filter(verb="figures.load_published")
    assert [(row.actor, row.subject, row.details) for row in rows] == [
        (by, "figures", {"rows": 59})
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"value": 7},
        {"note_ja": "注が増えました。"},
        {"source_en": "Another source"},
        {"certainty": "approximate"},
        {"url": "https://www.example.jp/report"},
        {"label_ja": "年度のはじめ", "label_en": "at the beginning"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_any_changed_column_replaces_the_row_and_keeps_the_older_one(change):
    load(SOME)

    assert load(SOME | change) == 1

    [old] = queries.replaced_baselines_of(SOME["figure"])
    [new] = queries.baselines_of(SOME["figure"])
    assert (columns_of(old), columns_of(new)) == (dict(SOME), SOME | change)
    assert new.replaces == old


@pytest.mark.parametrize("change", [{"basis": "plan"}, {"fiscal_year": 2001}])
def test_what_speaks_of_something_else_stands_beside_it(change):
    load(SOME)

    load(SOME | change)

    assert queries.baselines_of(SOME["figure"]).count() == 2
    assert not queries.replaced_baselines_of(SOME["figure"])


def test_a_chain_of_corrections_has_one_value_that_holds():
    for value in (10, 11, 10, 12):
        load(SOME | {"value": value})

    assert [row.value for row in queries.baselines_of(SOME["figure"])] == [12]
    assert [
        (row.value, row.replaced_by.value) for row in queries.replaced_baselines_of(SOME["figure"])
    ] == [(10, 12), (11, 10), (10, 11)]


def test_the_same_row_twice_in_one_file_is_written_once():
    assert load(SOME, SOME) == 1
    assert Baseline.objects.count() == 1


def test_each_row_knows_when_it_was_recorded():
    load(SOME)
    with clock.at("2024-01-05 09:00"):
        load(SOME | {"value": 99})
        later = clock.now()

    [new] = queries.baselines_of(SOME["figure"])
    assert (new.recorded_at, new.replaces.recorded_at) == (later, clock.now())


def test_a_refusal_loads_nothing():
    with pytest.raises(Refused, match="公表値の読み込みは管理者が行います。"):
        actions.load_published(by=officer())

    assert (queries.is_empty(), Assertion.objects.exists()) == (True, False)


def test_nothing_to_load_is_nothing_to_note():
    assert load() == 0
    assert not Record.objects.filter(verb="figures.load_published").exists()
