"""What can happen to agreements, preconditions and what is due."""

from hiroba.engines.agreements.states import AGREEMENT, OBLIGATION, PRECONDITION


def ways(table):
    return {state: table.verbs_from(state) for state in table.states.values}


def test_an_agreement_is_concluded_once_amended_often_and_ended_once():
    assert ways(AGREEMENT) == {
        "draft": ["conclude", "end"],
        "concluded": ["amend", "end"],
        "ended": [],
    }


def test_a_precondition_is_met_or_waived():
    assert ways(PRECONDITION) == {"open": ["meet", "waive"], "met": [], "waived": []}


def test_what_is_sent_back_can_be_handed_in_again():
    assert ways(OBLIGATION) == {
        "owed": ["hand_in"],
        "handed_in": ["accept", "send_back"],
        "returned": ["hand_in"],
        "accepted": [],
    }
