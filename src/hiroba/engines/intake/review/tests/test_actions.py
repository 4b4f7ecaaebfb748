"""Readers are asked, score by themselves, and hand in once."""

from decimal import Decimal

import pytest

from hiroba.engines.intake.review import actions, queries
from hiroba.engines.intake.review.examples import DUE, asked, read, read_by_two, stage
from hiroba.engines.intake.review.models import Assignment
from hiroba.engines.intake.submissions.examples import under_review
from hiroba.engines.registry.people.examples import member, minato
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, reviewers, somebody
from hiroba.foundation.verdicts import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_autumn_2023():
    with clock.at("2023-04-10 10:00"):
        minato()
    with clock.at("2023-09-20 10:00"):
        yield


def test_asked_twice_is_asked_once():
    first, _second = asked()

    again = actions.assign(
        by=officer(), submission=first.submission, reviewer=first.reviewer, due_on=DUE
    )

    assert again == first
    assert Assignment.objects.count() == 2


def test_a_reviewer_sees_only_the_own_reads_and_no_score_of_others():
    first, second = asked()
    read(first, 5, 4)

    assert list(queries.assignments_of(second.reviewer)) == [second]
    assert list(queries.waiting_for_review_by(first.reviewer)) == []
    assert list(queries.waiting_for_review_by(second.reviewer)) == [second]


def test_reviewers_read_without_knowing_who_wrote():
    first, _second = asked()

    labels = [answer.key for sheet in queries.sheets_for(first) for answer in sheet.answers]

    assert labels == ["aim", "yen_total"]


def test_scores_are_kept_before_they_are_handed_in():
    first, _second = asked()

    review = actions.save(
        by=first.reviewer,
        assignment=first,
        scores={"need": 3},
        comment_panel="途中",
        comment_applicant="",
    )

    assert (review.state, review.scores, review.total) == ("draft", {"need": 3}, None)
    read(first, 5, 4)
    review.refresh_from_db()
    assert (review.state, review.total) == ("submitted", Decimal("85.00"))
    with pytest.raises(Refused, match="提出済み"):
        read(first, 1, 1)


def test_the_ranking_puts_the_best_first_and_unread_ones_last():
    best, other, unread = (under_review() for _ in range(3))
    for submission, scores in ((best, (5, 5)), (other, (3, 3))):
        for assignment in asked(submission):
            read(assignment, *scores)
    asked(unread)

    rows = queries.ranking(stage())

    assert [(row.place, row.submission, row.mean) for row in rows] == [
        (1, best, Decimal("100.00")),
        (2, other, Decimal("50.00")),
        (None, unread, None),
    ]


def test_equal_means_share_a_place():
    for submission in (under_review(), under_review()):
        read_by_two(submission)

    assert [row.place for row in queries.ranking(stage())] == [1, 1]


def test_the_ranking_asks_the_same_questions_for_one_and_for_three(
    django_assert_max_num_queries,
):
    here = stage()
    for _ in range(3):
        read_by_two(under_review())
        with django_assert_max_num_queries(3):
            queries.ranking(here)


def test_those_who_stand_too_near_are_not_offered():
    submission, (mori, hayashi) = under_review(), reviewers()
    member(minato(), mori)

    assert queries.reviewers_for(submission) == ((hayashi, 0),)


def test_a_declared_conflict_ends_the_reading():
    first, _second = asked()
    actions.declare_conflict(by=first.reviewer, reviewer=first.reviewer, body=minato(), kind="kin")

    with pytest.raises(Refused, match="利害関係"):
        read(first, 5, 5)


def test_a_role_taken_away_ends_the_reading():
    first, _second = asked()
    first.reviewer.grants.update(ended_at=clock.now())

    with pytest.raises(Refused, match="役割が終わっています"):
        read(Assignment.objects.get(pk=first.pk), 5, 5)
    assert somebody("mori").grants.filter(ended_at=None).count() == 0
