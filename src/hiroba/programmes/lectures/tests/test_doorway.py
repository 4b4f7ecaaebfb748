"""What the lectures room shows on the workbench and on one's own page."""

from datetime import date, time

import pytest

from hiroba.faces.doorways import lectures as doorway
from hiroba.faces.doorways.piles import lying
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.programmes.lectures.tests import world

pytestmark = [pytest.mark.usefixtures("in_september")]


def piles(heaps):
    """The heaps in which something lies, with what lies there."""
    return {pile.code: [thing.title for thing in pile.things] for pile in lying(heaps)}


def test_an_officer_finds_requests_and_what_is_to_be_settled():
    world.requested()
    world.accepted(at=time(13, 35))

    assert piles(doorway.waiting(officer())) == {
        "match": ["見本市立ひろば中学校"],
        "settle": ["見本市立ひろば中学校"],
    }


def test_nothing_of_this_waits_for_others():
    world.requested()

    assert piles(doorway.waiting(world.akari())) == {}
    assert piles(doorway.waiting(somebody("aoi"))) == {}


def test_a_lecturer_finds_the_offer_and_the_day_of_the_answer():
    world.offered()

    (pile,) = lying(doorway.mine(world.noy()))

    assert pile.code == "offers"
    assert [(one.title, one.when, one.is_late) for one in pile.things] == [
        ("教育", date(2023, 9, 17), False)
    ]


def test_a_teacher_finds_requests_and_answers_to_give():
    world.held()
    world.requested(theme="water", at=time(8, 45))

    assert piles(doorway.mine(world.akari())) == {
        "answers": ["教育"],
        "lectures": ["水・衛生", "教育"],
    }


def test_each_thing_leads_to_its_page():
    offer = world.offered()

    (pile,) = lying(doorway.mine(world.noy()))

    assert [one.url for one in pile.things] == [f"/my/lectures/offers/{offer.ref}/"]
    (asked,) = lying(doorway.mine(world.akari()))
    assert [one.url for one in asked.things] == [f"/my/lectures/{offer.lecture.ref}/"]


def test_the_tools_are_for_officers_of_lectures():
    assert [tool.page for tool in doorway.TOOLS if tool.is_for(officer())] == [
        "lectures:staff_lectures",
        "lectures:lecturers",
    ]
    assert [tool for tool in doorway.TOOLS if tool.is_for(world.akari())] == []
