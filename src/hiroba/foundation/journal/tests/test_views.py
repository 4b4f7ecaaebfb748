"""The journal's pages."""

import csv
import io

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import administrator, auditor
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.journal.actions import note

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_auditor(client):
    client.force_login(auditor())
    return client


def subjects(answer):
    return [record.subject for record in answer.context["slice"].rows]


def test_others_are_told_why_not(client):
    client.force_login(administrator())

    for page in ("/staff/journal/", "/staff/journal.csv"):
        answer = client.get(page)
        assert answer.status_code == 403
        assert "監査の担当者だけが読めます" in answer.text


def test_the_newest_record_stands_first(as_auditor):
    note(CLOCKWORK, "x.make", "X-1")
    note(CLOCKWORK, "x.change", "X-1", reason="まちがい")

    answer = as_auditor.get("/staff/journal/", {"subject": "X-1"})

    assert [record.verb for record in answer.context["slice"].rows] == ["x.change", "x.make"]
    assert "まちがい" in answer.text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"verb": "x."}, ["X-1"]),
        ({"subject": "Y-1"}, ["Y-1"]),
        ({"hand": "clock", "verb": "y.make"}, ["Y-1"]),
        ({"verb": "%"}, []),
        ({"subject": "z" * 200, "verb": "x."}, None),
    ],
)
def test_the_journal_is_narrowed(as_auditor, asked, found):
    note(CLOCKWORK, "x.make", "X-1")
    note(CLOCKWORK, "y.make", "Y-1")

    answer = as_auditor.get("/staff/journal/", asked)

    assert answer.status_code == 200
    assert found is None or subjects(answer) == found


def test_the_list_asks_as_often_for_one_record_as_for_many(as_auditor, django_assert_num_queries):
    with django_assert_num_queries(4):
        as_auditor.get("/staff/journal/")

    for number in range(3):
        note(auditor(), "x.make", f"X-{number}")
    with django_assert_num_queries(4):
        as_auditor.get("/staff/journal/")


def test_the_narrowed_journal_leaves_as_a_table(as_auditor):
    with clock.at("2023-11-01 10:00"):
        note(CLOCKWORK, "x.make", "X-1", reason="初回")
    note(CLOCKWORK, "y.make", "Y-1")

    answer = as_auditor.get("/staff/journal.csv", {"verb": "x."})
    text = b"".join(answer.streaming_content).decode()

    assert answer["Content-Disposition"] == 'attachment; filename="journal.csv"'
    assert list(csv.reader(io.StringIO(text.removeprefix("\ufeff")))) == [
        ["happened_at", "hand", "verb", "subject", "details"],
        ["2023-11-01T10:00:00+09:00", "clockwork", "x.make", "X-1", '{"reason": "初回"}'],
    ]


def test_a_journal_without_records_says_so(as_auditor):
    assert "記録はありません" in as_auditor.get("/staff/journal/", {"subject": "none"}).text
