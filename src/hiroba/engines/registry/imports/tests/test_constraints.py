"""What the database promises about lists, and how far they have come."""

import pytest

from hiroba.engines.registry.imports import actions, examples, queries
from hiroba.engines.registry.imports.models import BodyImportRow
from hiroba.engines.registry.imports.queries import Progress
from hiroba.engines.registry.people import examples as people
from hiroba.engines.registry.places.tests.support import broken
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import auditor, officer, somebody
from hiroba.foundation.actors import GUEST

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

SETTLED = "import_row_is_settled_iff_it_has_a_body"


@pytest.fixture
def brought():
    return examples.brought()


def written(brought, **values):
    return broken(lambda: brought.rows.filter(line=2).update(**values))


@pytest.mark.parametrize("state", ["taken", "linked"])
def test_a_settled_row_has_its_body(brought, state):
    assert SETTLED in written(brought, state=state)


@pytest.mark.parametrize("state", ["mend", "doubt", "ready"])
def test_an_open_row_has_no_body_yet(brought, state):
    assert SETTLED in written(brought, state=state, body=people.minato())


def test_a_line_stands_once(brought):
    again = {"list": brought, "line": 2, "state": "ready"}

    told = broken(lambda: BodyImportRow.objects.create(**again))

    assert "line" in told


def test_the_same_line_stands_in_another_list(brought):
    upload = examples.upload(examples.HEADINGS + examples.ROWS[0])

    other = actions.bring(by=officer(), upload=upload)

    assert [one.rows.filter(line=2).count() for one in (brought, other)] == [1, 1]


def test_things_are_called_by_what_people_know_them_by(brought):
    assert (str(brought), str(brought.rows.get(line=2))) == (
        "団体一覧.csv",
        "2 森と水の会(見本)",
    )


@pytest.mark.parametrize(
    ("progress", "total", "settled", "first"),
    [
        (Progress(), 0, 0, "linked"),
        (Progress(mend=1, doubt=2, ready=3, taken=4, linked=5), 15, 9, "mend"),
        (Progress(doubt=1, taken=1), 2, 1, "doubt"),
        (Progress(ready=2, linked=1), 3, 1, "ready"),
        (Progress(taken=2, linked=1), 3, 3, "taken"),
        (Progress(linked=1), 1, 1, "linked"),
    ],
)
def test_how_far_a_list_has_come_is_counted(progress, total, settled, first):
    assert (progress.total, progress.settled, progress.first_open) == (total, settled, first)


def test_lists_stand_the_latest_first_for_keepers_only():
    with clock.at("2023-10-01 10:00"):
        old = examples.brought()
    upload = examples.upload(examples.HEADINGS + examples.ROWS[0], "新しい.csv")
    new = actions.bring(by=officer(), upload=upload)

    assert list(queries.imports_seen_by(officer())) == [new, old]
    assert [list(queries.imports_seen_by(by)) for by in (auditor(), GUEST)] == [[], []]


def test_a_list_that_is_settled_waits_for_nobody(brought):
    mended = {"name_ja": "空の会", "personality": "任意団体", "prefecture": "長野県"}
    mended |= {"corporate_number": "", "email": "", "registered_on": ""}
    actions.mend(by=officer(), row=brought.rows.get(line=4), **mended)
    actions.call_same(by=officer(), brought=brought)
    before = list(queries.unfinished(officer()))

    actions.take_in(by=officer(), brought=brought)

    assert (before, list(queries.unfinished(officer()))) == ([brought], [])
    assert list(queries.unfinished(somebody("ren"))) == []


@pytest.mark.parametrize(
    ("state", "lines"),
    [
        ("", [2, 3, 4]),
        ("mend", [4]),
        ("doubt", [3]),
        ("ready", [2]),
        ("taken", []),
        ("x", [2, 3, 4]),
    ],
)
def test_rows_are_asked_by_their_state_in_the_order_of_the_file(brought, state, lines):
    assert [one.line for one in queries.rows_of(brought, state)] == lines


def test_rows_with_their_bodies_are_one_question(brought, django_assert_num_queries):
    actions.take_in(by=officer(), brought=brought)

    with django_assert_num_queries(1):
        told = [(one.alike and one.alike.prefecture, one.body) for one in queries.rows_of(brought)]

    assert len(told) == 3
