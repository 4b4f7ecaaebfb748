"""Every verb from every state: it leads where the table says, or is refused and changes nothing."""

import pytest

from hiroba.engines.intake.submissions.states import (
    PENDING,
    RECEIVED,
    SUBMISSION,
    UNRECEIVED,
    SubmissionState,
)
from hiroba.engines.intake.submissions.tests.worlds import IN_STATE, do, facts
from hiroba.foundation import clock
from hiroba.foundation.journal.models import Record
from hiroba.foundation.verdicts import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_autumn_2023")]

VERBS = tuple(SUBMISSION.moves)
# A second click on submit answers with the same receipt; and a correction is waited for.
SAID_AGAIN = {("submit", "submitted")}
WAITED_FOR = {("find_ineligible", "returned")}

ALLOWED = [
    (verb, state)
    for verb, move in SUBMISSION.moves.items()
    for state in move.sources
    if (verb, state) not in WAITED_FOR
]
REFUSED = [
    (verb, state)
    for verb in VERBS
    for state in SubmissionState.values
    if state not in SUBMISSION.moves[verb].sources and (verb, state) not in SAID_AGAIN
]


def told_about(submission, verb):
    return Record.objects.filter(subject=submission.ref, verb=f"submissions.{verb}").count()


@pytest.mark.parametrize(("verb", "state"), ALLOWED)
def test_what_the_table_allows_leads_where_it_says(verb, state):
    submission = IN_STATE[state]()
    before = told_about(submission, verb)

    done = do(verb, submission)

    assert done.state == SUBMISSION.moves[verb].target == facts(submission)[0]
    assert told_about(submission, verb) == before + 1


@pytest.mark.parametrize(("verb", "state"), REFUSED)
def test_what_the_table_does_not_allow_is_refused_and_nothing_changes(verb, state):
    submission = IN_STATE[state]()
    before, told = facts(submission), Record.objects.count()

    with pytest.raises(Refused, match=f"いまは「{SubmissionState(state).label}」のため"):
        do(verb, submission)

    assert (facts(submission), Record.objects.count()) == (before, told)


def test_a_second_click_changes_nothing_and_tells_nothing():
    submission = IN_STATE["submitted"]()
    before, told = facts(submission), Record.objects.count()

    with clock.at("2023-09-21 10:00"):
        again = do("submit", submission)

    assert (facts(submission), Record.objects.count()) == (before, told)
    assert again.receipt_no == submission.receipt_no


def test_a_correction_is_waited_for_until_its_deadline_and_no_longer():
    submission = IN_STATE["returned"]()

    with clock.at("2023-10-20 16:59:59"), pytest.raises(Refused, match="修正を待ちます"):
        do("find_ineligible", submission)
    with clock.at("2023-10-20 17:00"):
        found = do("find_ineligible", submission)

    assert found.state == "ineligible"


def test_each_state_is_received_or_not():
    known = {*UNRECEIVED, *RECEIVED, SubmissionState.WITHDRAWN}

    assert known == set(SubmissionState)
    assert set(SUBMISSION.moves["withdraw"].sources) == set(PENDING)


def test_the_end_is_the_end():
    ends = {state for state in SubmissionState.values if not SUBMISSION.verbs_from(state)}

    assert ends == {"selected", "declined", "withdrawn", "ineligible"}
