"""Who stands too near to a body neither reads it, nor counts, in every way one can stand near."""

import pytest

from hiroba.engines.intake.review import actions, policies, queries
from hiroba.engines.intake.review.examples import DUE, asked, read, read_by_two, stage
from hiroba.engines.intake.review.models import Assignment
from hiroba.engines.intake.submissions.examples import under_review
from hiroba.engines.registry.people import actions as people
from hiroba.engines.registry.people.examples import member, minato
from hiroba.engines.registry.people.inviting import invite, leave
from hiroba.engines.registry.people.merging import merge
from hiroba.foundation import clock
from hiroba.foundation.accounts.actions import grant
from hiroba.foundation.accounts.examples import officer, reviewers, somebody
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.verdicts import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_autumn_2023")]


def other_body():
    body = people.register_body(by=somebody("hana"), name_ja="みなとの会(見本)", personality="npo")
    return people.verify(by=officer(), body=body)


def belongs_today(mori):
    member(minato(), mori, "viewer")


def belonged_once(mori):
    with clock.at("2023-05-01 10:00"):
        membership = member(minato(), mori)
    with clock.at("2023-06-01 10:00"):
        leave(by=mori, membership=membership)


def belongs_to_what_was_merged_into_it(mori):
    absorbed = other_body()
    member(absorbed, mori)
    merge(by=officer(), absorbed=absorbed, survivor=minato(), reason="同じ団体です。")


def belongs_to_what_it_became(mori):
    survivor = other_body()
    member(survivor, mori)
    merge(by=officer(), absorbed=minato(), survivor=survivor, reason="同じ団体です。")


def declared_it(mori):
    actions.declare_conflict(by=mori, reviewer=mori, body=minato(), kind="kin")


def declared_it_of_what_was_merged_into_it(mori):
    absorbed = other_body()
    actions.declare_conflict(by=mori, reviewer=mori, body=absorbed, kind="contract")
    merge(by=officer(), absorbed=absorbed, survivor=minato(), reason="同じ団体です。")


def was_recorded_by_the_officer(mori):
    actions.declare_conflict(
        by=officer(), reviewer=mori, body=minato(), kind="contract", why="昨年の委託"
    )


NEAR = [
    belongs_today,
    belonged_once,
    belongs_to_what_was_merged_into_it,
    belongs_to_what_it_became,
    declared_it,
    declared_it_of_what_was_merged_into_it,
    was_recorded_by_the_officer,
]


@pytest.mark.parametrize("how", NEAR)
def test_who_stands_near_is_not_offered_and_not_asked(how):
    submission, (mori, hayashi) = under_review(), reviewers()
    stage()
    how(mori)
    submission = type(submission).objects.get(pk=submission.pk)

    offered = [reviewer for reviewer, _load in queries.reviewers_for(submission)]

    assert offered == [hayashi]
    with pytest.raises(Refused, match="利害関係があるため審査できません"):
        actions.assign(by=officer(), submission=submission, reviewer=mori, due_on=DUE)


@pytest.mark.parametrize("how", NEAR)
def test_who_comes_near_later_reads_and_scores_no_more(how):
    first, _second = asked()
    how(first.reviewer)
    first = Assignment.objects.get(pk=first.pk)

    verdict = policies.may_save(first.reviewer, first, {"need": 5})

    assert verdict.reason == "利害関係があるため、この応募は審査できません。"
    assert queries.sheets_for(first) == ()


def test_an_invitation_that_nobody_accepted_is_no_nearness():
    mori = reviewers()[0]
    invite(by=somebody("ren"), body=minato(), name="森", email=mori.email, role="viewer")
    submission = under_review()

    assert mori in [reviewer for reviewer, _load in queries.reviewers_for(submission)]
    assert not queries.stands_too_near(mori, minato())


def test_another_body_is_no_nearness():
    mori = reviewers()[0]
    member(other_body(), mori)

    assert not queries.stands_too_near(mori, minato())


def test_a_reader_who_declares_a_conflict_owes_nothing_any_more():
    first, second = asked()
    declared_it(first.reviewer)

    assert list(queries.waiting_for_review_by(first.reviewer)) == []
    assert list(queries.waiting_for_review_by(second.reviewer)) == [second]


def test_what_was_scored_before_the_conflict_came_to_light_counts_no_more():
    submission = read_by_two()
    declared_it(reviewers()[0])

    [row] = queries.ranking(stage())

    assert (row.place, row.complete, [str(each.total) for each in row.reads]) == (
        None,
        False,
        ["75.00"],
    )
    assert not queries.read_enough(submission)
    assert list(queries.submissions_read_enough("cooperation")) == []
    assert [each.assignment.reviewer for each in queries.submitted_reviews(submission)] == [
        reviewers()[1]
    ]


def test_a_third_reader_takes_the_place():
    submission = read_by_two()
    declared_it(reviewers()[0])
    third = third_reader()

    read(actions.assign(by=officer(), submission=submission, reviewer=third, due_on=DUE), 5, 5)

    [row] = queries.ranking(stage())
    assert (row.place, str(row.mean)) == (1, "87.50")
    assert [each["pk"] for each in queries.submissions_read_enough("cooperation")] == [
        submission.pk
    ]


def third_reader():
    kishi = somebody("kishi")
    grant(by=CLOCKWORK, user=kishi, role="reviewer", scope="programme:cooperation")
    return kishi


def test_a_conflict_is_declared_once():
    mori = reviewers()[0]
    declared_it(mori)

    with pytest.raises(Refused, match="この利害関係はもう届け出されています。"):
        declared_it(mori)


def test_a_conflict_with_one_body_leaves_the_others():
    mori, submission = reviewers()[0], under_review()
    actions.declare_conflict(by=mori, reviewer=mori, body=other_body(), kind="kin")

    assert mori in [reviewer for reviewer, _load in queries.reviewers_for(submission)]


def test_the_least_loaded_reader_is_offered_first():
    stage()
    mori, hayashi = reviewers()
    for _ in range(2):
        actions.assign(by=officer(), submission=under_review(), reviewer=mori, due_on=DUE)

    assert queries.reviewers_for(under_review()) == ((hayashi, 0), (mori, 2))
