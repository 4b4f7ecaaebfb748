"""What waits for whom, and what belongs to whom, in plaza, giving, dialogue and training."""

import datetime

import pytest

from hiroba.faces.doorways import dialogue, giving, plaza, training
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.search import actions as search
from hiroba.programmes.dialogue import actions as meetings
from hiroba.programmes.dialogue import examples as dialogues
from hiroba.programmes.giving import actions as gifts
from hiroba.programmes.giving import examples as givings
from hiroba.programmes.plaza import actions as visits
from hiroba.programmes.plaza import examples as plazas
from hiroba.programmes.training import actions as courses
from hiroba.programmes.training import examples as trainings

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]
DAY = datetime.date(2023, 11, 22)
PROJECT = "P-WATER"


@pytest.fixture(scope="module", autouse=True)
def people_stand(acquaintances):
    """Built once for all tests of a file."""


def lying(heaps):
    """Each heap with the titles of what lies there."""
    told = [(heap.code, [heap.told(thing).title for thing in heap.found]) for heap in heaps]
    return {code: titles for code, titles in told if titles}


def codes(heaps):
    return [heap.code for heap in heaps]


@pytest.fixture
def asked_guide():
    visit = plazas.visit(plazas.slot(DAY))
    return visits.ask_guide(by=officer(), slot=visit.booking.slot, person=somebody("aoi"))


def test_a_guide_who_was_asked_finds_the_visit_and_the_officer_waits(asked_guide):
    assert lying(plaza.waiting(somebody("aoi"))) == {"duties": ["団体見学(JICA地球ひろば(市ヶ谷))"]}
    assert lying(plaza.waiting(officer())) == {"unanswered": ["青木 あおい(見本)"]}


def test_when_the_guide_has_answered_nobody_waits(asked_guide):
    visits.accept_duty(by=somebody("aoi"), duty=asked_guide)

    assert lying(plaza.waiting(officer())) == {}


def test_a_teacher_finds_the_booked_visit(asked_guide):
    assert lying(plaza.mine(somebody("akari"))) == {"visits": ["JICA地球ひろば(市ヶ谷)"]}
    assert lying(plaza.mine(somebody("hana"))) == {}


@pytest.mark.parametrize("who", ["hana", "kansa", "sumire", "mori"])
def test_nothing_of_the_plaza_waits_for_others(who):
    assert codes(plaza.waiting(somebody(who))) == []


@pytest.fixture
def hanas_gift():
    return givings.promised()


def test_an_expected_transfer_waits_by_its_code(hanas_gift):
    assert lying(giving.waiting(somebody("fumi"))) == {"gifts": [hanas_gift.code]}


def test_what_arrived_waits_no_longer(hanas_gift):
    givings.received(hanas_gift, "2023-10-31")

    assert lying(giving.waiting(somebody("fumi"))) == {}


def test_a_proposed_allocation_waits_for_everybody_but_its_author(hanas_gift):
    givings.received(hanas_gift, "2023-10-31")
    search.put(ref=PROJECT, kind="projects", url="/projects/P-WATER/", title="水")
    told = {"fund": hanas_gift.cause.fund, "to_ref": PROJECT, "yen": 2000, "because": "井戸"}
    gifts.propose_allocation(by=somebody("fumi"), **told)

    assert lying(giving.waiting(somebody("fumi"))) == {}
    assert lying(giving.waiting(officer())) == {"allocations": [f"{PROJECT} 2,000"]}


def test_a_donor_finds_the_own_gifts(hanas_gift):
    assert lying(giving.mine(somebody("hana"))) == {"gifts": ["世界の人びとのための基金(見本)"]}
    assert lying(giving.mine(somebody("akari"))) == {}


@pytest.mark.parametrize("who", ["hana", "kansa", "sumire", "ono"])
def test_no_gift_waits_for_others(hanas_gift, who):
    assert codes(giving.waiting(somebody(who))) == []


@pytest.fixture
def proposed_item():
    return dialogues.item(dialogues.meeting("2023-12-13"), "知らせ方", "hana")


def test_an_item_waits_for_the_coordinators_of_both_sides(proposed_item):
    assert lying(dialogue.waiting(officer())) == {"items": ["知らせ方"]}
    assert lying(dialogue.mine(somebody("ren"))) == {"items": ["知らせ方"]}
    assert lying(dialogue.mine(somebody("hana"))) == {}


def test_a_decided_item_waits_no_longer(proposed_item):
    meetings.decline_item(by=officer(), item=proposed_item, reason="次回に")

    assert lying(dialogue.mine(somebody("ren"))) == {}


def test_minutes_wait_for_the_side_that_has_not_agreed():
    with clock.at("2023-09-01 10:00"):
        held = dialogues.meeting("2023-10-25")
    minutes = meetings.write_minutes(by=officer(), meeting=held, text="発言")
    meetings.approve_minutes(by=officer(), minutes=minutes)

    assert lying(dialogue.waiting(officer())) == {}
    assert lying(dialogue.mine(somebody("ren"))) == {"minutes": [held.title_ja]}


def test_a_promise_waits_for_the_side_that_made_it_and_is_late_after_its_day():
    with clock.at("2023-09-01 10:00"):
        held = dialogues.meeting("2023-10-25")
    told = {"owner": "事務局", "text": "名簿を送る", "due_on": datetime.date(2023, 11, 10)}
    meetings.promise(by=officer(), meeting=held, side="ngo", **told)

    assert lying(dialogue.mine(somebody("ren"))) == {"promises": ["名簿を送る"]}
    assert lying(dialogue.waiting(officer())) == {}
    with clock.at("2023-11-11 10:00"):
        [heap] = [one for one in dialogue.mine(somebody("ren")) if one.code == "promises"]
        assert [heap.told(thing).is_late for thing in heap.found] == [True]


def test_whoever_registered_finds_the_meeting():
    coming = dialogues.meeting("2023-12-13")
    dialogues.registration(coming)

    assert lying(dialogue.mine(somebody("hana"))) == {"meetings": [coming.title_ja]}


@pytest.mark.parametrize("who", ["hana", "ren", "kansa", "sumire"])
def test_nothing_of_the_dialogue_waits_on_the_bench_of_others(who):
    assert codes(dialogue.waiting(somebody(who))) == []


@pytest.fixture
def course():
    """A course to which Akari applied, the day after the last day to apply."""
    made = trainings.course("2023-12-05", "2023-11-20")
    trainings.applied(made)
    with clock.at("2023-11-21 10:00"):
        yield made


def test_a_course_waits_when_its_applications_are_closed(course):
    title = trainings.GLOBAL["title_ja"]

    assert lying(training.waiting(officer())) == {"select": [title]}
    with clock.at("2023-11-20 23:00"):
        assert lying(training.waiting(officer())) == {}


def test_a_proposed_selection_waits_for_somebody_else(course):
    chosen = course.applications.all()
    courses.propose_selection(by=officer(), course=course, chosen=chosen)

    assert lying(training.waiting(officer())) == {}
    assert lying(training.waiting(somebody("nana"))) == {"approve": [trainings.GLOBAL["title_ja"]]}


def test_who_applied_finds_the_course(course):
    [heap] = training.mine(somebody("akari"))

    assert [(told.title, told.tag) for told in map(heap.told, heap.found)] == [
        (trainings.GLOBAL["title_ja"], "応募済み")
    ]


@pytest.mark.parametrize("who", ["akari", "kansa", "sumire", "ono"])
def test_no_course_waits_for_others(course, who):
    assert codes(training.waiting(somebody(who))) == []


@pytest.mark.parametrize(
    ("room", "pages"),
    [
        (plaza, ["plaza:day"]),
        (giving, ["giving:staff_gifts", "giving:allocations"]),
        (dialogue, ["dialogue:plan_meeting"]),
        (training, ["training:plan_course"]),
    ],
    ids=["plaza", "giving", "dialogue", "training"],
)
def test_the_tools_of_a_room_are_for_its_officers(room, pages):
    assert [tool.page for tool in room.TOOLS] == pages
    assert all(tool.is_for(officer()) for tool in room.TOOLS)
    for other in ("hana", "kansa", "sumire", "aoi"):
        assert not any(tool.is_for(somebody(other)) for tool in room.TOOLS)
