"""However bodies are merged one after another, undoing it backwards brings everything back."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hiroba.engines.registry.people import actions, examples, queries
from hiroba.engines.registry.people.models import Body, Merge
from hiroba.engines.registry.places.tests.support import refused
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.search.queries import refs_matching

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

TRIES = settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
LATER_FIRST = "統合先がさらに統合されています。あとの統合から順に取り消してください。"


@pytest.fixture
def five():
    """Five verified bodies that have nothing in common."""
    return [
        actions.verify(
            by=officer(),
            body=actions.enter_body(by=officer(), name_ja=f"第{number}の会", personality="npo"),
        )
        for number in range(5)
    ]


def merged(absorbed, survivor):
    return actions.merge(by=officer(), absorbed=absorbed, survivor=survivor, reason="同じ団体")


def leads():
    """Where each body leads."""
    return dict(Body.objects.order_by("pk").values_list("ref", "merged_into__ref"))


def found():
    return set(refs_matching("の会", "bodies"))


@TRIES
@given(order=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=6))
def test_undoing_backwards_restores_every_step(five, order):
    steps, start = [], (leads(), found())
    for absorbed, survivor in ((five[a], five[b]) for a, b in order):
        before = leads()
        if before[absorbed.ref] is None and before[survivor.ref] is None and absorbed != survivor:
            steps.append((before, merged(absorbed, survivor)))

    for before, merge in reversed(steps):
        actions.unmerge(by=officer(), merge=merge)
        assert leads() == before

    assert (leads(), found()) == start


@TRIES
@given(order=st.permutations(range(5)))
def test_a_chain_of_any_order_is_one_step_long(five, order):
    chain = [five[place] for place in order]

    made = [merged(chain[at], chain[at + 1]) for at in range(4)]

    last = chain[-1]
    assert leads() == {body.ref: (None if body == last else last.ref) for body in five}
    assert found() == {last.ref}
    for merge in reversed(made):
        actions.unmerge(by=officer(), merge=merge)


def test_an_earlier_merge_waits_until_the_later_one_is_undone(five):
    first, second, third = five[:3]
    early, late = merged(first, second), merged(second, third)
    before = leads()

    told = refused(actions.unmerge, by=officer(), merge=early)

    assert (told, leads()) == (LATER_FIRST, before)
    actions.unmerge(by=officer(), merge=late)
    actions.unmerge(by=officer(), merge=early)
    assert set(leads().values()) == {None}


def test_merges_into_the_same_body_are_undone_in_any_order(five):
    first, second, third = five[:3]
    one, two = merged(first, third), merged(second, third)

    actions.unmerge(by=officer(), merge=one)

    assert leads() == {body.ref: (third.ref if body == second else None) for body in five}
    actions.unmerge(by=officer(), merge=two)
    assert set(leads().values()) == {None}


def test_what_joined_the_survivor_later_stays_there(five):
    first, second, third, fourth = five[:4]
    merged(first, second)
    middle = merged(second, third)
    merged(fourth, third)

    actions.unmerge(by=officer(), merge=middle)

    assert [leads()[body.ref] for body in (first, second, third, fourth)] == [
        second.ref,
        None,
        None,
        third.ref,
    ]


def test_a_merge_remembers_who_followed(five):
    first, second, third = five[:3]
    merged(first, third)
    merged(second, third)

    merge = merged(third, five[3])

    kept = Merge.objects.get(pk=merge.pk)
    assert kept.followers == [first.ref, second.ref]
    assert (kept.absorbed, kept.survivor, kept.merged_by) == (third, five[3], officer())
    assert (kept.undone_by, kept.undone_at) == (None, None)


def test_a_body_that_was_parted_can_be_merged_elsewhere(five):
    first, second, third = five[:3]
    actions.unmerge(by=officer(), merge=merged(first, second))

    merged(first, third)

    first.refresh_from_db()
    assert queries.standing_for(first) == third
    assert [merge.survivor for merge in queries.merges_of(first)] == [third, second]


def test_two_bodies_may_change_places(five):
    first, second = five[:2]
    actions.unmerge(by=officer(), merge=merged(first, second))

    merged(second, first)

    assert leads()[second.ref] == first.ref


def test_merging_changes_neither_members_nor_names_nor_facts():
    school, minato = examples.school_body(), examples.minato()
    before = [
        list(body.memberships.order_by("pk").values()) + list(body.names.order_by("pk").values())
        for body in (school, minato)
    ]

    merge = merged(school, minato)
    actions.unmerge(by=officer(), merge=merge)

    after = [
        list(body.memberships.order_by("pk").values()) + list(body.names.order_by("pk").values())
        for body in (school, minato)
    ]
    assert after == before


def test_who_belongs_to_both_bodies_appears_with_both_memberships():
    school, minato = examples.school_body(), examples.minato()
    examples.member(minato, somebody("akari"), "viewer")

    merged(school, minato)

    told = [(one.person.name, one.role, one.body) for one in queries.members_of(minato)]
    assert told == [
        ("中村 あかり(見本)", "owner", school),
        ("鈴木 蓮(見本)", "owner", minato),
        ("中村 あかり(見本)", "viewer", minato),
    ]


def test_a_suspended_body_that_is_merged_and_parted_is_still_suspended():
    school, minato = examples.school_body(), examples.minato()
    actions.suspend(by=officer(), body=school, reason="確認中")

    merge = merged(school, minato)
    actions.unmerge(by=officer(), merge=merge)

    school.refresh_from_db()
    assert (school.state, school.suspended_on, school.suspended_because) == (
        "suspended",
        datetime.date(2023, 11, 1),
        "確認中",
    )
    assert "ひろば中学校" not in {body.name_ja for body in queries.directory()}
