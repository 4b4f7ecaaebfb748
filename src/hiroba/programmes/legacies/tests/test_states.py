"""How a legacy goes from an enquiry to its end, perhaps over decades."""

import pytest

from hiroba.programmes.legacies.states import BURDENED, LEGACY, OURS, LegacyState
from hiroba.programmes.legacies.tests.samples import PATHS, in_state

WAYS = {
    "enquiry": ["refer", "close"],
    "referred": ["refer", "consult", "close"],
    "consulting": ["record_will", "notify", "close"],
    "will_made": ["notify", "close"],
    "noticed": ["accept", "decline"],
    "accepted": ["receive"],
    "declined": ["close"],
    "receiving": ["receive", "close"],
    "closed": [],
}


def test_each_stage_leads_on():
    assert {state: LEGACY.verbs_from(state) for state in LegacyState.values} == WAYS


@pytest.mark.parametrize("state", PATHS)
def test_each_stage_can_be_reached(state):
    assert in_state(state).state == state


def test_while_others_think_nothing_waits_for_us():
    assert set(LegacyState.values) - set(OURS) == {
        "referred",
        "consulting",
        "will_made",
        "closed",
    }


def test_land_and_shares_of_an_estate_may_bring_burdens():
    assert [str(nature) for nature in BURDENED] == ["property", "universal"]
