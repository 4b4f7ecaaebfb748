"""What can happen to a lecture and to an offer."""

import pytest

from hiroba.programmes.lectures.states import LECTURE, OFFER, LectureState, OfferState

NEXT = {
    "requested": ["offer", "turn_down", "cancel"],
    "offered": ["accept", "decline", "withdraw", "cancel"],
    "accepted": ["withdraw", "confirm", "cancel"],
    "confirmed": ["record_held", "record_not_held", "cancel"],
    "held": [],
    "not_held": [],
    "turned_down": [],
    "cancelled": [],
}
ANSWERS = {
    "offered": ["accept", "decline", "withdraw"],
    "accepted": ["withdraw"],
    "declined": [],
    "withdrawn": [],
}


def test_a_lecture_begins_as_a_request():
    assert (LECTURE.start, OFFER.start) == (LectureState.REQUESTED, OfferState.OFFERED)


@pytest.mark.parametrize("state", LectureState.values)
def test_from_each_state_of_a_lecture_only_these_verbs_lead_on(state):
    assert LECTURE.verbs_from(state) == NEXT[state]


@pytest.mark.parametrize("state", OfferState.values)
def test_from_each_state_of_an_offer_only_these_verbs_lead_on(state):
    assert OFFER.verbs_from(state) == ANSWERS[state]


def test_a_no_of_the_lecturer_brings_the_request_back():
    targets = {verb: LECTURE.moves[verb].target for verb in ("decline", "withdraw")}

    assert targets == {"decline": "requested", "withdraw": "requested"}


def test_a_state_says_why_a_verb_does_not_fit():
    verdict = LECTURE.allows("confirm", LectureState.HELD)

    assert verdict.reason == "いまは「開きました」のため、この操作はできません。"
