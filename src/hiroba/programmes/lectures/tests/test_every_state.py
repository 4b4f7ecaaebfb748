"""Each step is refused in each state where it makes no sense, and nothing is changed by it."""

from datetime import time

import pytest

from hiroba.engines.registry.places.tests.support import refused
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer
from hiroba.programmes.lectures import actions, queries
from hiroba.programmes.lectures.models import Hold, Lecture
from hiroba.programmes.lectures.states import LECTURE
from hiroba.programmes.lectures.tests import world

pytestmark = [pytest.mark.usefixtures("in_september")]

AFTERWARDS = "2023-11-15 12:00"


def turned_down():
    """A request that nobody could answer."""
    lecture = world.requested()
    return actions.turn_down(by=officer(), lecture=lecture, because="届きません。")


def cancelled():
    """A lecture that was called off after it was settled."""
    lecture = world.confirmed()
    return actions.cancel(by=world.akari(), lecture=lecture, because="学級閉鎖のため。")


def not_held():
    """A lecture whose line broke."""
    lecture = world.confirmed()
    with clock.at(AFTERWARDS):
        return actions.record_not_held(by=officer(), lecture=lecture, because="停電のため。")


STATES = {
    "requested": world.requested,
    "offered": lambda: world.offered().lecture,
    "accepted": world.accepted,
    "confirmed": world.confirmed,
    "held": world.held,
    "not_held": not_held,
    "turned_down": turned_down,
    "cancelled": cancelled,
}
STEPS = {
    "confirm": (actions.confirm, {}),
    "turn_down": (actions.turn_down, {"because": "理由"}),
    "cancel": (actions.cancel, {"because": "理由"}),
    "record_held": (actions.record_held, {"attended": 20}),
    "record_not_held": (actions.record_not_held, {"because": "理由"}),
}
WRONG = [
    (state, verb) for state in STATES for verb in STEPS if verb not in LECTURE.verbs_from(state)
]


def kept(lecture):
    """What must stay as it was."""
    row = Lecture.objects.get(pk=lecture.pk)
    return row.state, row.closed_because, row.attended, row.confirmed_at, row.agreed_id


@pytest.mark.parametrize("state", STATES)
def test_each_state_is_reached_by_actions(state):
    assert STATES[state]().state == state


@pytest.mark.parametrize(("state", "verb"), WRONG)
def test_a_step_that_does_not_lead_on_is_refused(state, verb):
    lecture = STATES[state]()
    before = kept(lecture)
    act, known = STEPS[verb]

    with clock.at(AFTERWARDS):
        reason = refused(act, by=officer(), lecture=lecture, **known)

    label = lecture.get_state_display()
    assert reason == f"いまは「{label}」のため、この操作はできません。"
    assert kept(lecture) == before


@pytest.mark.parametrize("state", [state for state in STATES if state != "requested"])
def test_only_a_request_can_be_offered(state):
    lecture = STATES[state]()
    wish = lecture.wishes.get(rank=2)

    reason = refused(actions.offer, by=officer(), lecture=lecture, wish=wish, lecturer=world.laos())

    label = lecture.get_state_display()
    assert reason == f"いまは「{label}」のため、この操作はできません。"


@pytest.mark.parametrize(
    ("state", "quarters"),
    [
        ("requested", 0),
        ("offered", 0),
        ("accepted", 4),
        ("confirmed", 4),
        ("held", 4),
        ("not_held", 4),
        ("turned_down", 0),
        ("cancelled", 0),
    ],
)
def test_a_lecturers_time_is_held_as_long_as_it_is_promised(state, quarters):
    STATES[state]()

    assert Hold.objects.filter(lecturer=world.laos()).count() == quarters


@pytest.mark.parametrize(
    ("state", "waits"),
    [
        ("requested", ["match"]),
        ("offered", []),
        ("accepted", ["confirm"]),
        ("confirmed", ["record"]),
        ("held", []),
        ("not_held", []),
        ("turned_down", []),
        ("cancelled", []),
    ],
)
def test_what_waits_for_the_officer_in_each_state(state, waits):
    STATES[state]()
    asked = {
        "match": queries.to_match,
        "confirm": queries.to_confirm,
        "record": queries.to_record,
    }

    with clock.at(AFTERWARDS):
        found = [name for name, waiting in asked.items() if waiting(officer()).exists()]

    assert found == waits


@pytest.mark.parametrize("state", STATES)
def test_only_what_took_place_is_public(state, client):
    lecture = STATES[state]()

    status = client.get(f"/lectures/{lecture.ref}/").status_code

    assert status == (200 if state == "held" else 404)


def test_a_lecture_called_off_leaves_room_for_another():
    cancelled()

    again = world.confirmed()

    assert again.state == "confirmed"
    assert Hold.objects.count() == 4


def test_two_lectures_of_one_day_stand_side_by_side():
    first, second = world.confirmed(at=time(9, 40)), world.confirmed(at=time(13, 35))

    assert {first.state, second.state} == {"confirmed"}
    assert Hold.objects.count() == 8
