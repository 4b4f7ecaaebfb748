"""What the database itself keeps: versions and revisions for ever, numbers once."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from hiroba.engines.forms import actions
from hiroba.engines.forms.edits import Edit, mark
from hiroba.engines.forms.examples import FULL, document, published, small_form
from hiroba.engines.forms.models import FormVersion, Revision
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import somebody
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.journal.models import Record
from hiroba.foundation.verdicts import Refused
from hiroba.tests.racing import at_once

pytestmark = pytest.mark.django_db


def sealed():
    return actions.seal(by=somebody("ren"), document=document(**FULL), reason="submit")


@pytest.mark.parametrize("make", [published, sealed])
@pytest.mark.parametrize("sql", ["UPDATE {table} SET sha256 = ''", "DELETE FROM {table}"])
def test_not_even_raw_sql_changes_what_stands(make, sql):
    row = make()

    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql.format(table=row._meta.db_table))

    assert type(row).objects.get(pk=row.pk).sha256 == row.sha256


@pytest.mark.parametrize("make", [published, sealed])
def test_saving_a_row_again_is_refused(make):
    row = make()
    row.no = 7

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        row.save()


def test_a_number_of_a_form_is_given_once():
    version = published()

    with pytest.raises(IntegrityError), transaction.atomic():
        FormVersion.objects.create(
            code=version.code, no=version.no, content={}, sha256="", published_at=clock.now()
        )


def test_a_number_of_a_revision_is_given_once():
    revision = sealed()

    with pytest.raises(IntegrityError), transaction.atomic():
        Revision.objects.create(
            document=revision.document,
            form_version=revision.form_version,
            no=revision.no,
            answers={},
            sha256="",
            reason="submit",
            received_at=clock.now(),
        )


def test_the_journal_tells_of_each_step_once():
    ren, paper = somebody("ren"), document()
    edits = tuple(Edit(key, typed, mark("")) for key, typed in FULL.items())

    actions.write(by=ren, document=paper, edits=edits)
    actions.write(by=ren, document=paper, edits=())
    revision = actions.seal(by=ren, document=paper, reason="submit")

    found = Record.objects.filter(verb__startswith="forms.").order_by("pk")
    assert [(each.verb, each.subject, each.hand, each.details) for each in found] == [
        (
            "forms.publish",
            "small-1",
            "clockwork",
            {"sha256": revision.form_version.sha256},
        ),
        ("forms.start", paper.ref, "clockwork", {"form": "small-1"}),
        (
            "forms.write",
            paper.ref,
            ren.name,
            {"fields": ["aim", "name", "yen_total"], "version": 1},
        ),
        (
            "forms.seal",
            f"{paper.ref}-1",
            ren.name,
            {"sha256": revision.sha256, "reason": "submit"},
        ),
    ]


@pytest.mark.parametrize(
    ("edits", "sentence"),
    [
        ((Edit("colour", "red", mark("")),), "この様式にない項目"),
        ((Edit("aim", "水", mark("")), Edit("name", "字" * 100_001, mark(""))), "100,000字まで"),
    ],
)
def test_a_refused_writing_leaves_everything_as_it_was(edits, sentence):
    paper = document(aim="土")

    with pytest.raises(Refused, match=sentence):
        actions.write(by=somebody("ren"), document=paper, edits=edits)

    paper.refresh_from_db()
    assert (paper.answers, paper.version) == ({"aim": "土"}, 0)
    assert not Record.objects.filter(verb="forms.write").exists()


def test_a_document_begins_with_known_answers_only():
    paper = actions.start(
        by=CLOCKWORK, form_version=published(), answers={"aim": "水", "colour": "red", "name": ""}
    )

    assert paper.answers == {"aim": "水"}


def test_a_document_stays_on_its_version():
    paper = document(**FULL)
    published(small_form("small", {**small_form()["pages"][0]["items"][1], "key": "more"}))

    revision = actions.seal(by=somebody("ren"), document=paper, reason="submit")

    assert revision.form_version.ref == "small-1"


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_two_houses_that_start_at_once_publish_one_version():
    versions = at_once(*[published] * 3)

    assert [version.ref for version in versions] == ["small-1"] * 3
    assert FormVersion.objects.count() == 1
