"""What the database keeps about submissions, and what happens when several hands act at once."""

import pytest
from django.db import IntegrityError, transaction

from hiroba.engines.forms.edits import Edit, mark
from hiroba.engines.forms.examples import FULL
from hiroba.engines.forms.models import Revision
from hiroba.engines.intake.submissions import actions
from hiroba.engines.intake.submissions.examples import draft, submitted
from hiroba.engines.intake.submissions.models import Submission
from hiroba.engines.intake.submissions.tests.worlds import IN_STATE, full
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.journal.models import Record
from hiroba.tests.racing import at_once

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_autumn_2023")]


def written_past_the_actions(submission, **change):
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        Submission.objects.filter(pk=submission.pk).update(**change)
    return str(caught.value)


@pytest.mark.parametrize("state", ["submitted", "under_review", "selected", "ineligible"])
def test_nothing_is_received_without_a_receipt(state):
    told = written_past_the_actions(draft(), state=state)

    assert "submission_is_received_iff_dated_numbered_and_sealed" in told


@pytest.mark.parametrize("lost", ["submitted_at", "receipt_no", "revision"])
@pytest.mark.parametrize("state", ["submitted", "under_review", "declined", "withdrawn"])
def test_no_part_of_a_receipt_is_lost(state, lost):
    told = written_past_the_actions(IN_STATE[state](), **{lost: None})

    assert "submission_is_received_iff_dated_numbered_and_sealed" in told


def test_a_draft_has_no_receipt():
    told = written_past_the_actions(submitted(), state="draft")

    assert "submission_is_received_iff_dated_numbered_and_sealed" in told


def test_what_is_returned_has_a_day():
    told = written_past_the_actions(IN_STATE["returned"](), correct_by=None)

    assert "submission_is_returned_with_a_day" in told


def test_a_receipt_number_and_a_revision_belong_to_one_submission():
    first, second = submitted(), submitted()

    for change in ({"receipt_no": first.receipt_no}, {"revision": first.revision}):
        assert written_past_the_actions(second, **change)


def test_a_public_number_is_given_once():
    first, second = draft(), draft()

    assert written_past_the_actions(second, ref=first.ref)


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_a_double_click_is_received_once():
    ren, submission = somebody("ren"), full()

    receipts = at_once(
        *[lambda: actions.submit(by=ren, submission=submission, arrived_at=clock.now())] * 4
    )

    assert [each.receipt_no for each in receipts] == [f"{submission.ref}-1"] * 4
    assert Revision.objects.count() == 1
    assert Record.objects.filter(verb="submissions.submit").count() == 1


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_taking_back_and_opening_the_review_at_once_is_one_of_both():
    ren, sato, submission = somebody("ren"), officer(), submitted()

    brought = at_once(
        lambda: actions.take_back(by=ren, submission=submission),
        lambda: actions.open_review(by=sato, submission=submission),
    )

    state = Submission.objects.get(pk=submission.pk).state
    refused = [each for each in brought if isinstance(each, str)]
    label = {"draft": "下書き", "under_review": "審査中"}[state]
    assert refused == [f"いまは「{label}」のため、この操作はできません。"]


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_two_officers_check_at_once_and_one_is_told_it_is_done():
    sato, submission = officer(), submitted()

    brought = at_once(
        *[lambda: actions.find_ineligible(by=sato, submission=submission, because="国内のみ")] * 2
    )

    assert [each for each in brought if isinstance(each, str)] == [
        "いまは「資格なし」のため、この操作はできません。"
    ]
    assert Record.objects.filter(verb="submissions.find_ineligible").count() == 1


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_what_is_typed_while_another_submits_is_sealed_or_refused():
    ren, submission = somebody("ren"), full()
    edits = (Edit("aim", "土", mark(FULL["aim"])),)

    _receipt, written = at_once(
        lambda: actions.submit(by=ren, submission=submission, arrived_at=clock.now()),
        lambda: actions.write(by=ren, submission=submission, edits=edits, title_key="name"),
    )

    sealed = Revision.objects.get().answers["aim"]
    assert (sealed, written if isinstance(written, str) else "kept") in [
        ("土", "kept"),
        (FULL["aim"], "提出した後は書きかえられません。"),
    ]


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_two_tabs_of_one_draft_lose_nothing():
    ren, submission = somebody("ren"), draft()

    at_once(
        *(
            lambda key=key, typed=typed: actions.write(
                by=ren,
                submission=submission,
                edits=(Edit(key, typed, mark("")),),
                title_key="name",
            )
            for key, typed in FULL.items()
        )
    )

    stored = Submission.objects.select_related("document").get(pk=submission.pk)
    assert (stored.document.answers, stored.title) == (FULL, "みなと")
