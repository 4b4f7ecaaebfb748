"""Drafts come in on time, get one receipt, and go the way that people send them."""

import pytest
from django.db import IntegrityError, transaction

from hiroba.engines.forms.edits import Edit, mark
from hiroba.engines.forms.examples import FULL
from hiroba.engines.intake.calls import actions as calls
from hiroba.engines.intake.calls.examples import rules, track
from hiroba.engines.intake.submissions import actions, queries
from hiroba.engines.intake.submissions.examples import draft, submitted, under_review
from hiroba.engines.intake.submissions.models import Submission
from hiroba.engines.intake.submissions.states import SubmissionState as State
from hiroba.engines.registry.people.examples import minato
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.journal.models import Record
from hiroba.foundation.verdicts import Refused

pytestmark = pytest.mark.django_db

LAST_MOMENT, TOO_LATE = "2023-10-02 16:59:59", "2023-10-02 17:00:00"


@pytest.fixture(autouse=True)
def in_autumn_2023():
    with clock.at("2023-04-10 10:00"):
        minato()
    with clock.at("2023-09-20 10:00"):
        yield


def submit(submission, at=LAST_MOMENT):
    with clock.at(at):
        return actions.submit(by=somebody("ren"), submission=submission, arrived_at=clock.now())


def test_what_arrives_in_the_last_second_is_received():
    submission = submit(draft(**FULL))

    assert (submission.state, submission.receipt_no) == (State.SUBMITTED, f"{submission.ref}-1")
    assert submission.submitted_at == clock.moment(LAST_MOMENT)
    assert submission.revision.answers["yen_total"] == 9_800_000


def test_what_arrives_with_the_bell_is_late_and_nothing_is_lost():
    submission = draft(**FULL)

    with pytest.raises(Refused, match="到着が基準です"):
        submit(submission, TOO_LATE)

    submission.refresh_from_db()
    assert (submission.state, submission.document.answers) == (State.DRAFT, FULL)


def test_the_arrival_counts_and_not_the_moment_of_writing():
    submission, arrived_at = draft(**FULL), clock.moment(LAST_MOMENT)

    with clock.at("2023-10-02 17:00:03"):
        received = actions.submit(by=somebody("ren"), submission=submission, arrived_at=arrived_at)

    assert received.submitted_at == arrived_at


def test_a_second_click_gets_the_same_receipt():
    submission = draft(**FULL)

    first, second = submit(submission), submit(submission)

    assert first.receipt_no == second.receipt_no
    assert Record.objects.filter(verb="submissions.submit").count() == 1


def test_it_is_taken_back_and_submitted_again_under_a_new_number():
    submission = actions.take_back(by=somebody("ren"), submission=submitted())

    again = submit(submission)

    assert again.receipt_no == f"{submission.ref}-2"
    assert [each.reason for each in again.document.revisions.all()] == ["submit", "submit"]


def test_what_is_sent_back_is_corrected_after_the_deadline():
    submission = submitted()
    with clock.at("2023-10-10 10:00"):
        actions.send_back(
            by=officer(),
            submission=submission,
            because="総額を確かめてください。",
            correct_by=clock.moment("2023-10-20 17:00"),
        )

    with pytest.raises(Refused, match="修正の期限"):
        submit(submission, "2023-10-20 17:00")
    again = submit(submission, "2023-10-20 16:59")

    assert (again.state, again.revision.reason) == (State.SUBMITTED, "resubmit")


def test_a_draft_stays_on_the_rules_it_began_with():
    submission = draft(**FULL)

    calls.amend_rules(
        by=officer(), track=track(), rules=rules(personalities=["company"]), why="変更"
    )

    assert submit(submission).state == State.SUBMITTED
    with pytest.raises(Refused, match="団体の種類"):
        draft()


def test_the_title_follows_what_is_written():
    submission = draft()
    edits = (Edit("name", "  水と\n学校 ", mark("")),)

    actions.write(by=somebody("ren"), submission=submission, edits=edits, title_key="name")

    submission.refresh_from_db()
    assert submission.title == "水と 学校"


@pytest.mark.parametrize(
    ("verb", "state"), [("select", "selected"), ("reserve", "reserved"), ("decline", "declined")]
)
def test_a_result_is_carried_out(verb, state):
    submission = under_review()

    moved = getattr(actions, verb)(by=officer(), submission=submission)

    assert moved.state == state


def test_an_officer_finds_it_ineligible():
    found = actions.find_ineligible(by=officer(), submission=submitted(), because="活動がない")

    assert found.state == State.INELIGIBLE


def test_a_draft_and_a_received_one_are_withdrawn():
    for submission in (draft(), submitted()):
        withdrawn = actions.withdraw(by=somebody("ren"), submission=submission)
        assert withdrawn.state == State.WITHDRAWN


def test_the_database_wants_a_date_and_a_number_for_what_is_received():
    submission = draft()

    with pytest.raises(IntegrityError), transaction.atomic():
        Submission.objects.filter(pk=submission.pk).update(state=State.SUBMITTED)


def test_everyone_sees_their_own():
    submission, ren, akari = submitted(), somebody("ren"), somebody("akari")
    draft()

    assert list(queries.submissions_to_check(officer(), "cooperation")) == [submission]
    assert queries.submissions_of(ren).count() == 2
    assert queries.submissions_of(akari).count() == 0
    assert queries.submissions_received(ren, "cooperation").count() == 0
    assert queries.submissions_received(officer(), "giving").count() == 0
