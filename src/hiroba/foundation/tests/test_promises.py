"""What an append-only table refuses, on both databases."""

import pytest
from django.db import DatabaseError, connection, transaction

from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.journal.actions import note
from hiroba.foundation.journal.models import Record

pytestmark = pytest.mark.django_db

TABLE = "journal_record"


def refused(statement, *values):
    with (
        pytest.raises(DatabaseError, match=f"{TABLE} is append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement, values)
    return True


@pytest.fixture
def record():
    return note(CLOCKWORK, "test.happened", "X-1")


def test_a_row_is_never_changed(record):
    assert refused(f"UPDATE {TABLE} SET hand = 'nobody' WHERE id = %s", record.pk)
    assert refused(f"UPDATE {TABLE} SET verb = 'x'")


def test_a_row_is_never_deleted(record):
    assert refused(f"DELETE FROM {TABLE} WHERE id = %s", record.pk)


def test_the_models_cannot_do_it_either(record):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        record.delete()

    record.hand = "nobody"
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        record.save()

    assert Record.objects.get(pk=record.pk).hand == "clockwork"


def test_a_row_is_never_replaced_by_another_with_its_key(record):
    columns = "(id, hand, verb, subject, details, happened_at)"
    row = "(%s, 'nobody', 'x', 'X-1', '{}', '2023-11-01T00:00:00+00:00')"

    if connection.vendor == "sqlite":
        assert refused(f"INSERT OR REPLACE INTO {TABLE} {columns} VALUES {row}", record.pk)
    else:
        assert refused(
            f"INSERT INTO {TABLE} {columns} VALUES {row}"
            " ON CONFLICT (id) DO UPDATE SET hand = 'nobody'",
            record.pk,
        )


def test_the_table_is_never_emptied(record):
    connection.check_constraints()

    empty = "TRUNCATE" if connection.vendor == "postgresql" else "DELETE FROM"
    assert refused(f"{empty} {TABLE}")


def test_rows_are_added_as_before(record):
    note(CLOCKWORK, "test.happened", "X-2")

    assert list(Record.objects.order_by("pk").values_list("subject", flat=True)) == ["X-1", "X-2"]
