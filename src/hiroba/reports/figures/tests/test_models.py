"""What the database itself promises about published values and snapshots."""

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer
from hiroba.reports.figures.actions import take_snapshot
from hiroba.reports.figures.examples import published_figures
from hiroba.reports.figures.models import Assertion, Baseline, Snapshot

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

TABLES = ("figures_baseline", "figures_assertion", "figures_snapshot")


def world():
    """Published values, what others told, and one snapshot."""
    published_figures()
    take_snapshot(by=officer(), code="japan_desk_countries", year=2023)


def run(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)


def whole(table):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} ORDER BY id")
        return cursor.fetchall()


def baseline(**facts):
    known = {
        "figure": "visits",
        "fiscal_year": 2021,
        "last_day": date(2022, 3, 31),
        "value": 1,
        "source_ja": "年報",
        "source_en": "Annual report",
        "recorded_at": clock.now(),
    }
    return Baseline(**(known | facts))


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE {0} SET value = value + 1",
        "UPDATE {0} SET figure = 'x' WHERE id = (SELECT min(id) FROM {0})",
        "DELETE FROM {0}",
        "DELETE FROM {0} WHERE id = (SELECT max(id) FROM {0})",
    ],
)
def test_no_row_is_changed_or_removed_even_by_hand(table, sql):
    world()
    before = whole(table)

    with pytest.raises(DatabaseError, match=f"{table} is append-only"), transaction.atomic():
        run(sql.format(table))

    assert whole(table) == before != []


@pytest.mark.parametrize("model", [Baseline, Assertion, Snapshot])
def test_no_row_is_written_over(model):
    world()
    row = model.objects.order_by("pk")[0]

    with pytest.raises(DatabaseError), transaction.atomic():
        row.save(force_insert=True)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        row.save()


def test_a_value_ends_on_or_after_the_day_on_which_it_begins():
    baseline(first_day=date(2022, 3, 31)).save()

    with pytest.raises(IntegrityError, match="begins_before_it_ends"), transaction.atomic():
        baseline(first_day=date(2022, 4, 1)).save()


@pytest.mark.parametrize("missing", ["source_ja", "source_en"])
def test_a_value_without_a_source_is_not_kept(missing):
    with pytest.raises(IntegrityError, match="names_its_source"), transaction.atomic():
        baseline(**{missing: ""}).save()


def test_a_value_is_replaced_by_one_other_at_most():
    first = baseline()
    first.save()
    baseline(replaces=first, value=2).save()

    with pytest.raises(IntegrityError), transaction.atomic():
        baseline(replaces=first, value=3).save()

    assert [row.value for row in Baseline.objects.current()] == [2]


def test_a_source_tells_a_value_once():
    published_figures()
    told = Assertion.objects.order_by("pk")[0]

    with pytest.raises(IntegrityError), transaction.atomic():
        Assertion.objects.create(
            figure=told.figure,
            fiscal_year=told.fiscal_year,
            value=told.value,
            source_ja=told.source_ja,
            source_en="Somebody else",
            recorded_at=clock.now(),
        )


def test_every_thing_says_what_it_is():
    world()

    shown = [str(model.objects.order_by("pk")[0]) for model in (Baseline, Assertion, Snapshot)]

    kept = Snapshot.objects.get()
    assert shown[0].startswith(Baseline.objects.order_by("pk")[0].figure)
    assert shown[1:] == [
        f"{Assertion.objects.order_by('pk')[0].figure} "
        f"{Assertion.objects.order_by('pk')[0].fiscal_year}: "
        f"{Assertion.objects.order_by('pk')[0].value}",
        f"{kept.ref} japan_desk_countries 2023: 25",
    ]
