"""Which verb may be done in which state, and what each side reads of it."""

import pytest

from hiroba.engines.enquiries import actions
from hiroba.engines.enquiries.states import CASE, FAQ, CaseState
from hiroba.engines.enquiries.tests.samples import answered, asked
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.verdicts import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

# For each state the verbs that lead on, and where they lead.
TABLE = {
    "waiting": {
        "answer": "answered",
        "pause": "paused",
        "write_again": "waiting",
        "refer": "waiting",
    },
    "answered": {
        "answer": "answered",
        "write_again": "waiting",
        "refer": "waiting",
        "resolve": "resolved",
    },
    "paused": {
        "resume": "waiting",
        "write_again": "waiting",
        "refer": "waiting",
    },
    "resolved": {
        "reopen": "waiting",
    },
}


def in_state(state):
    """A case that came into the state by actions."""
    case = asked()
    if state == "paused":
        return actions.pause(by=officer(), case=case, text="どこですか。")
    if state in ("answered", "resolved"):
        case = answered(case)
    if state == "resolved":
        return actions.resolve(by=somebody("hana"), case=case)
    return case


def test_the_table_says_where_each_verb_leads():
    found = {
        state: {verb: CASE.moves[verb].target for verb in CASE.verbs_from(state)}
        for state in CaseState.values
    }

    assert found == TABLE


@pytest.mark.parametrize("state", TABLE)
def test_a_case_comes_into_each_state_by_actions(state):
    assert in_state(state).state == state


@pytest.mark.parametrize(
    ("state", "read"),
    [
        ("waiting", "受け付けました。お答えを準備しています"),
        ("answered", "お答えしました"),
        ("paused", "あなたのお返事を待っています"),
        ("resolved", "終わりました"),
    ],
)
def test_whoever_asked_reads_words_of_their_own(state, read):
    assert str(in_state(state).public_state) == read


@pytest.mark.parametrize("state", ["answered", "paused", "resolved"])
def test_only_what_waits_can_be_asked_back(state):
    case = in_state(state)

    with pytest.raises(Refused, match="この操作はできません"):
        actions.pause(by=officer(), case=case, text="どこですか。")

    case.refresh_from_db()
    assert case.state == state


@pytest.mark.parametrize("state", ["waiting", "paused"])
def test_what_has_no_answer_is_not_resolved(state):
    case = in_state(state)

    with pytest.raises(Refused, match="この操作はできません"):
        actions.resolve(by=somebody("hana"), case=case)

    case.refresh_from_db()
    assert (case.state, case.resolved_at) == (state, None)


def test_an_answer_for_everybody_is_approved_once():
    assert (FAQ.start, FAQ.verbs_from("draft"), FAQ.verbs_from("approved")) == (
        "draft",
        ["approve_faq"],
        [],
    )
