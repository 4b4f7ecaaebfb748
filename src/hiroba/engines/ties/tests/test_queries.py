"""The way up and down from a thing, in one question, without what is not public."""

from dataclasses import replace

import pytest
from django.utils.translation import override

from hiroba.engines.ties import actions, queries
from hiroba.engines.ties.queries import Chain, Step, ThingSeen, TieSeen
from hiroba.engines.ties.shapes import ThingFacts, path_to
from hiroba.engines.ties.states import Relation, ThingKind
from hiroba.engines.ties.tests.samples import (
    ESSAY,
    LECTURE,
    LESSON,
    MATERIAL,
    PROJECT,
    WAY,
    gift,
    tied,
    whole_way,
)
from hiroba.foundation.accounts.examples import officer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

KINDS = ["gift", "project", "lesson", "material", "lecture", "essay"]
SEEN_LESSON = ThingSeen("lesson", "LN-1", "水番を決める", "Name a keeper", "/lessons/LN-1/")


def kinds(ref):
    return [step.kind for step in queries.chain_through(ref).steps]


@pytest.mark.parametrize("here", ["G-1", "P-1", "M-1", "E-1"])
def test_the_way_is_the_same_from_wherever_one_stands(here):
    whole_way()

    assert kinds(here) == KINDS


def test_one_sees_where_one_stands_on_the_way():
    whole_way()

    steps = queries.chain_through("M-1").steps

    assert [step.kind for step in steps if step.is_here] == ["material"]


def test_a_step_names_what_is_public_and_counts_the_rest():
    whole_way()

    first, _, third, *_ = queries.chain_through("P-1").steps

    assert first == Step("gift", (), 1, False)
    assert third == Step("lesson", (SEEN_LESSON,), 1, False)
    assert (first.unnamed, third.unnamed) == (1, 0)


def test_what_is_not_public_tells_neither_name_nor_address():
    secret = ThingFacts("G-9", ThingKind.GIFT, "山田 花", "Hana", "/giving/G-9/", is_public=False)
    tied(secret, Relation.FUNDS, PROJECT)

    assert queries.ties_of("P-1") == [TieSeen("funds", ThingSeen("gift"), leads_on=False)]
    assert queries.chain_through("P-1").steps[0].things == ()


def test_siblings_are_no_part_of_a_chain():
    whole_way()
    other = replace(LESSON, ref="LN-2", title_ja="井戸を囲う")
    tied(PROJECT, Relation.TEACHES, other)

    lessons = queries.chain_through("M-1").steps[2]

    assert lessons.things == (SEEN_LESSON,)


def test_only_the_nearest_few_are_named():
    for number in range(queries.SHOWN + 2):
        title, ref = f"教訓{number}", f"LN-{number}"
        tied(PROJECT, Relation.TEACHES, replace(LESSON, ref=ref, title_ja=title))

    lessons = queries.chain_through("P-1").steps[1]

    assert [thing.title_ja for thing in lessons.things] == [f"教訓{n}" for n in range(5)]
    assert (lessons.count, lessons.unnamed) == (7, 2)


def test_what_can_be_named_is_named_before_what_is_counted():
    for number in range(9):
        tied(gift(number), Relation.FUNDS, PROJECT)
    thanks = ThingFacts("G-99", ThingKind.GIFT, "名前を出す寄附", is_public=True)
    tied(thanks, Relation.FUNDS, PROJECT)

    gifts = queries.chain_through("P-1").steps[0]

    assert ([thing.ref for thing in gifts.things], gifts.count) == (["G-99"], 10)


@pytest.mark.parametrize("count", [1, 3])
def test_chains_and_ties_are_one_question_at_any_size(count, django_assert_num_queries):
    whole_way()
    for number in range(count):
        tied(gift(number), Relation.FUNDS, PROJECT)

    with django_assert_num_queries(1):
        queries.chain_through("P-1")
    with django_assert_num_queries(1):
        queries.ties_of("P-1")


def test_a_circle_is_walked_once():
    whole_way()
    tied(ESSAY, Relation.LED_TO, PROJECT)

    assert sorted(kinds("P-1")) == sorted(KINDS)


def test_a_way_without_end_is_walked_for_a_while():
    things = [ThingFacts(f"P-{n}", ThingKind.PROJECT, f"事業{n}") for n in range(12)]
    for source, target in zip(things, things[1:], strict=False):
        tied(source, Relation.CONTINUED_BY, target)

    assert queries.chain_through("P-0").steps[0].count == queries.FARTHEST + 1


def test_what_is_tied_to_nothing_has_no_chain():
    assert queries.chain_through("P-1") == Chain()
    assert not queries.chain_through("P-1")


def test_an_ended_tie_is_no_way():
    whole_way()
    tie = tied(*(WAY[2][0], WAY[2][1], WAY[2][2]))

    actions.untie(by=officer(), tie=tie, because="誤り")

    assert kinds("P-1") == ["gift", "project", "lesson"]
    assert kinds("E-1") == ["material", "lecture", "essay"]


def test_the_last_thing_that_is_left_alone_has_no_chain():
    actions.untie(by=officer(), tie=tied(PROJECT, "teaches", LESSON), because="誤り")

    assert not queries.chain_through("P-1")


def test_ties_are_told_from_where_one_stands():
    tied(PROJECT, Relation.TEACHES, LESSON)
    tied(LESSON, Relation.MADE_INTO, MATERIAL)

    told = [(tie.thing.ref, tie.label, tie.leads_on) for tie in queries.ties_of("LN-1")]

    assert told == [("P-1", "教訓を残した", False), ("M-1", "形を変えて生かされた", True)]


def test_addresses_follow_the_reader():
    tied(PROJECT, Relation.TEACHES, MATERIAL)
    project, material = (step.things[0] for step in queries.chain_through("P-1").steps)

    with override("en"):
        told = [project.url, material.url, project.label]

    assert told == ["/en/projects/P-1/", "", "Project"]
    assert (project.url, project.label) == ("/projects/P-1/", "事業")


def test_the_address_of_a_page_is_told_in_japanese_whatever_is_spoken():
    with override("en"):
        assert path_to("projects:project", "P-1") == "/projects/P-1/"


def test_only_so_many_ties_are_told():
    tied(PROJECT, Relation.TEACHES, LESSON)
    tied(LECTURE, Relation.INSPIRED, PROJECT)

    assert [tie.thing.ref for tie in queries.ties_of("P-1", at_most=1)] == ["LN-1"]
