"""Who sees which lessons, and the trees of practices."""

import pytest

from hiroba.engines.registry.places import examples as places
from hiroba.engines.registry.places.tests.support import standing
from hiroba.engines.results import queries
from hiroba.engines.results.tests.samples import (
    PROGRAMME,
    adopted,
    interested,
    practice,
    published,
    reviewed,
    written,
)
from hiroba.foundation.accounts.examples import approver, auditor, officer, somebody
from hiroba.foundation.actors import GUEST

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


@pytest.fixture(scope="module", autouse=True)
def places_standing(django_db_setup, django_db_blocker):
    with standing(django_db_blocker, places.reference):
        yield


def test_drafts_are_seen_at_home_and_published_lessons_everywhere():
    draft, read = written(), published()

    told = [set(queries.lessons_seen_by(by, PROGRAMME)) for by in (officer(), approver())]
    assert told == [{draft, read}] * 2
    told = [list(queries.lessons_seen_by(by, PROGRAMME)) for by in (GUEST, auditor())]
    assert told == [[read]] * 2
    assert list(queries.lessons_seen_by(officer(), "regions")) == []


def test_the_next_one_reads_lessons_of_the_field_and_the_country():
    kenya = places.country("KE")
    water, health = published(country=kenya), published(field="health")
    written()

    assert set(queries.published_lessons()) == {water, health}
    assert list(queries.published_lessons(field="health")) == [health]
    assert list(queries.published_lessons(country_code="KE")) == [water]


def test_what_waits_for_checking_was_written_by_somebody_else():
    lesson = written()
    reviewed()

    assert list(queries.lessons_to_review(approver(), PROGRAMME)) == [lesson]
    assert list(queries.lessons_to_review(officer(), PROGRAMME)) == []
    assert list(queries.lessons_to_review(somebody("ono"), "regions")) == []


def test_what_was_checked_waits_for_publishing():
    written()
    lesson = reviewed()
    published()

    assert list(queries.lessons_to_publish(PROGRAMME)) == [lesson]


def test_a_practice_grows_as_a_tree():
    known = practice()
    first = interested("甲村", practice=known)
    interested("乙村", practice=known)
    interested("丙村", practice=known, parent=first)

    (tree,) = queries.spread_from("P-1")

    told = [(branch.adoption.place_ja, branch.depth) for branch in tree.branches]
    assert told == [("甲村", 0), ("丙村", 1), ("乙村", 0)]
    assert (tree.practice, tree.places) == (known, 0)


def test_only_where_it_is_done_counts_as_a_place():
    known = practice()
    adopted(practice=known)
    interested(practice=known)

    assert [tree.places for tree in queries.spread_from("P-1")] == [1]


@pytest.mark.parametrize("count", [1, 3])
def test_trees_are_two_questions_at_any_size(count, django_assert_num_queries):
    for number in range(count):
        known = practice()
        interested(f"村{number}", practice=known, country=places.country("KE"))

    with django_assert_num_queries(2):
        trees = queries.spread_from("P-1")
        told = [tree.branches[0].adoption.country.code for tree in trees]

    assert told == ["KE"] * count


def test_nothing_has_spread_from_elsewhere():
    interested()

    assert queries.spread_from("P-2") == []
    assert [one.place_ja for one in queries.adoptions()] == ["となり村"]
