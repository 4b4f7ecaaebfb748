"""Where a project can go from where it stands: every verb from every state."""

import pytest

from hiroba.foundation.accounts.examples import officer
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.cooperation.projects import actions
from hiroba.programmes.cooperation.projects.states import (
    GRASSROOTS,
    IATI_STATUS,
    PROJECT,
    ProjectState,
    Scheme,
)
from hiroba.programmes.cooperation.projects.tests.samples import PATHS, in_state, known_about

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

LEADS = {
    ("adopted", "contract"): "contracted",
    ("adopted", "lapse"): "lapsed",
    ("contracted", "start"): "running",
    ("contracted", "terminate"): "terminated",
    ("running", "end"): "ended",
    ("running", "terminate"): "terminated",
    ("ended", "settle"): "settled",
    ("settled", "post_check"): "post_checked",
}


def tried(project, verb):
    """The state after the verb, or the reason why nothing has changed."""
    because = {"because": "洪水のため。"} if verb in ("lapse", "terminate") else {}
    before = known_about(project)
    try:
        return getattr(actions, verb)(by=officer(), project=project, **because).state
    except Refused as refusal:
        assert known_about(project) == before
        return refusal.reason


@pytest.mark.parametrize(("state", "verb"), LEADS)
def test_a_verb_leads_on_from_its_states(state, verb):
    assert tried(in_state(state), verb) == LEADS[state, verb]


@pytest.mark.parametrize("state", ProjectState.values)
def test_every_other_verb_is_refused_and_nothing_changes(state):
    project = in_state(state)
    others = [verb for verb in PROJECT.moves if (state, verb) not in LEADS]

    assert {tried(project, verb) for verb in others} == {
        f"いまは「{ProjectState(state).label}」のため、この操作はできません。"
    }


@pytest.mark.parametrize("state", PATHS)
def test_every_state_is_reached_by_its_way(state):
    assert in_state(state).state == state


@pytest.mark.parametrize("state", ["post_checked", "lapsed", "terminated"])
def test_from_an_end_nothing_leads_on(state):
    assert PROJECT.verbs_from(state) == []


def test_every_state_has_a_word_of_the_standard():
    assert set(IATI_STATUS) == set(ProjectState)
    assert set(IATI_STATUS.values()) == {"1", "2", "3", "4", "5"}


def test_the_fund_of_the_worlds_people_is_not_grassroots_cooperation():
    assert set(Scheme) - set(GRASSROOTS) == {Scheme.WORLD_FUND}
