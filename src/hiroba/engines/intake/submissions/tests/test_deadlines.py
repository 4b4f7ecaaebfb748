"""The window is [open, close) to the microsecond, also that of a correction."""

from datetime import timedelta

import pytest

from hiroba.engines.forms.examples import FULL
from hiroba.engines.intake.calls import actions as calls
from hiroba.engines.intake.calls.examples import track
from hiroba.engines.intake.submissions import actions, policies
from hiroba.engines.intake.submissions.examples import draft, submitted
from hiroba.engines.intake.submissions.tests.worlds import facts, full, returned
from hiroba.engines.registry.people.examples import minato
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.verdicts import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_autumn_2023")]

TICK = timedelta(microseconds=1)
OPENS, CLOSES = clock.moment("2023-08-22 10:00"), clock.moment("2023-10-02 17:00")
CORRECT_BY = clock.moment("2023-10-20 17:00")
LATE = "受付は2023-10-02 17:00に締め切りました(到着が基準です)。書いた内容は残っています。"
EARLY = "受付は2023-08-22 10:00に始まります。"
TOO_LATE = "修正の期限(2023-10-20 17:00)を過ぎました。書いた内容は残っています。"


@pytest.mark.parametrize(
    ("arrived_at", "sentence"),
    [
        (OPENS - TICK, EARLY),
        (OPENS, ""),
        (CLOSES - TICK, ""),
        (CLOSES, LATE),
        (CLOSES + TICK, LATE),
        (CLOSES + timedelta(days=400), LATE),
    ],
)
def test_a_draft_is_received_in_the_window(arrived_at, sentence):
    verdict = policies.may_submit(somebody("ren"), full(), arrived_at)

    assert verdict.reason == sentence


@pytest.mark.parametrize(
    ("moment", "sentence"),
    [(OPENS - TICK, EARLY), (OPENS, ""), (CLOSES - TICK, ""), (CLOSES, LATE)],
)
def test_a_draft_is_begun_in_the_window(moment, sentence):
    verdict = policies.may_start(somebody("ren"), track(), minato(), moment)

    assert verdict.reason == sentence


@pytest.mark.parametrize(
    ("arrived_at", "sentence"),
    [
        (CLOSES - TICK, ""),
        (CLOSES, ""),
        (CORRECT_BY - TICK, ""),
        (CORRECT_BY, TOO_LATE),
        (CORRECT_BY + TICK, TOO_LATE),
    ],
)
def test_a_correction_is_received_until_its_own_deadline(arrived_at, sentence):
    verdict = policies.may_submit(somebody("ren"), returned(), arrived_at)

    assert verdict.reason == sentence


@pytest.mark.parametrize(
    ("arrived_at", "sentence"),
    [
        ("2023-09-25 16:59:59", ""),
        ("2023-09-25 17:00", ""),
        ("2023-10-02 16:59:59.999999", ""),
        (
            "2023-10-02 17:00",
            "修正の期限(2023-09-25 17:00)を過ぎました。書いた内容は残っています。",
        ),
    ],
)
def test_who_was_asked_to_correct_is_never_worse_off_than_who_was_not(arrived_at, sentence):
    early = returned("2023-09-25 17:00")

    verdict = policies.may_submit(somebody("ren"), early, clock.moment(arrived_at))

    assert verdict.reason == sentence


def test_a_correction_that_was_taken_back_is_a_draft_with_the_first_deadline():
    ren, submission = somebody("ren"), returned()
    again = actions.submit(by=ren, submission=submission, arrived_at=clock.now())
    back = actions.take_back(by=ren, submission=again)

    verdicts = [policies.may_submit(ren, back, moment) for moment in (CLOSES - TICK, CLOSES)]

    assert [verdict.reason for verdict in verdicts] == ["", LATE]


@pytest.mark.parametrize(
    ("moment", "sentence"),
    [(CLOSES - TICK, ""), (CLOSES, "締切を過ぎたため、提出を取り消せません。")],
)
def test_taking_back_ends_with_the_window(moment, sentence):
    submission = submitted()

    with clock.at(moment):
        verdict = policies.may_take_back(somebody("ren"), submission)

    assert verdict.reason == sentence


def test_a_late_one_leaves_no_trace_but_the_draft():
    submission = full()
    before = facts(submission)

    with pytest.raises(Refused, match="締め切りました"):
        actions.submit(by=somebody("ren"), submission=submission, arrived_at=CLOSES)

    assert facts(submission) == before


def test_words_are_kept_long_after_the_deadline():
    submission = draft(aim="水")

    with clock.at("2024-10-02 17:00"):
        verdict = policies.may_write(somebody("ren"), submission, ())

    assert verdict


def test_a_deadline_that_was_moved_holds_for_drafts_that_were_begun_before():
    submission = full()
    calls.extend(
        by=officer(),
        track=submission.track,
        closes_at=clock.moment("2023-10-10 17:00"),
        why="台風のため",
    )

    received = actions.submit(
        by=somebody("ren"), submission=submission, arrived_at=clock.moment("2023-10-10 16:59:59")
    )

    assert received.submitted_at == clock.moment("2023-10-10 16:59:59")


def test_the_arrival_in_another_zone_is_the_same_moment():
    utc = clock.moment("2023-10-02T07:59:59+00:00")

    received = actions.submit(by=somebody("ren"), submission=full(), arrived_at=utc)

    assert received.submitted_at == clock.moment("2023-10-02 16:59:59")
    assert policies.may_submit(
        somebody("ren"), draft(**FULL), clock.moment("2023-10-02T08:00:00+00:00")
    ).reason.startswith("受付は2023-10-02 17:00に")
