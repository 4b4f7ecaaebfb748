"""Scores, means, ties and places; what is kept, what the database keeps, and who is first."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from hiroba.engines.intake.calls.examples import track
from hiroba.engines.intake.review import actions, queries
from hiroba.engines.intake.review.examples import DUE, asked, read, rubric, stage
from hiroba.engines.intake.review.models import Assignment, Conflict, Review, Stage
from hiroba.engines.intake.review.rubrics import Broken, parse
from hiroba.engines.intake.submissions import actions as submissions
from hiroba.engines.intake.submissions.examples import under_review
from hiroba.engines.registry.people.examples import minato
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, reviewers, somebody
from hiroba.foundation.journal.models import Record
from hiroba.foundation.verdicts import Refused
from hiroba.tests.racing import at_once

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_autumn_2023")]

FULL = {"need": 4, "plan": 4}


def submit(assignment, **change):
    given = {"scores": FULL, "comment_panel": "よい", "comment_applicant": "", **change}
    return actions.submit(by=assignment.reviewer, assignment=assignment, **given)


def save(assignment, **change):
    given = {"scores": {}, "comment_panel": "", "comment_applicant": "", **change}
    return actions.save(by=assignment.reviewer, assignment=assignment, **given)


@given(totals=st.lists(st.decimals(0, 100, places=2), min_size=1, max_size=9))
def test_a_mean_lies_between_the_least_and_the_most(totals):
    found = queries.mean(totals)

    assert min(totals) <= found <= max(totals)
    assert found == queries.mean(list(reversed(totals)))


def test_nothing_read_has_no_mean():
    assert queries.mean([]) is None


def test_a_mean_is_rounded_half_up_to_the_hundredth():
    assert queries.mean([Decimal("0.01"), Decimal("0.02")]) == Decimal("0.02")
    assert queries.mean([Decimal(1), Decimal(1), Decimal(0)]) == Decimal("0.67")


def test_ties_share_a_place_and_the_next_place_is_left_out():
    tops = [read_with(5, 5), read_with(3, 3), read_with(3, 3), read_with(1, 1)]

    rows = queries.ranking(stage())

    assert [row.place for row in rows] == [1, 2, 2, 4]
    assert rows[0].submission == tops[0] and rows[3].submission == tops[3]
    assert [row.submission.ref for row in rows[1:3]] == sorted(each.ref for each in tops[1:3])


def read_with(need, plan):
    submission = under_review()
    for assignment in asked(submission):
        read(assignment, need, plan)
    return submission


def test_a_draft_of_a_review_is_not_counted():
    first, second = asked()
    read(first, 5, 5)
    save(second, scores=FULL, comment_panel="途中")

    [row] = queries.ranking(stage())

    assert (row.place, str(row.mean), len(row.reads), row.wanted) == (None, "100.00", 1, 2)


def test_a_withdrawn_one_leaves_the_ranking():
    submission = read_with(5, 5)
    submissions.withdraw(by=somebody("ren"), submission=submission)

    assert queries.ranking(stage()) == ()


def test_decided_ones_stay_in_the_ranking():
    submission = read_with(5, 5)
    submissions.select(by=officer(), submission=submission)

    assert [row.submission for row in queries.ranking(stage())] == [submission]


def test_an_empty_ranking_is_empty():
    assert queries.ranking(stage()) == ()


def test_what_is_saved_can_be_saved_again_and_shorter():
    first, _second = asked()
    save(first, scores={"need": 5}, comment_panel="はじめ")

    review = save(first, scores={"plan": 2})

    assert (review.scores, review.comment_panel, review.state) == ({"plan": 2}, "", "draft")
    assert Review.objects.count() == 1


def test_a_review_is_bound_to_the_revision_that_was_read():
    first, _second = asked()

    review = submit(first)

    assert review.revision == first.submission.revision
    assert review.submitted_at == clock.now()
    assert (review.total, review.comment_panel) == (Decimal("75.00"), "よい")


def test_the_journal_tells_who_was_asked_and_who_handed_in_but_no_score():
    first, _second = asked()
    submit(first)

    told = Record.objects.filter(verb__startswith="review.").order_by("pk")

    assert [(each.verb, each.subject, each.details) for each in told] == [
        ("review.open_stage", f"{track().ref}/1", {"reads": 2}),
        *(
            (
                "review.assign",
                first.submission.ref,
                {"reviewer": each.name, "due_on": DUE.isoformat()},
            )
            for each in reviewers()
        ),
        ("review.submit", first.ref, {}),
    ]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"scores": {"need": 4}}, "すべての観点に点をつけると提出できます。"),
        ({"scores": {}}, "すべての観点に点をつけると提出できます。"),
        ({"scores": {**FULL, "beauty": 5}}, "点は示された段階から選んでください。"),
        ({"scores": {**FULL, "need": 0}}, "点は示された段階から選んでください。"),
        ({"scores": {**FULL, "need": 6}}, "点は示された段階から選んでください。"),
        ({"scores": {**FULL, "need": None}}, "点は示された段階から選んでください。"),
        ({"comment_panel": "　"}, "審査会へのコメントを書いてください。"),
        ({"comment_panel": "字" * 4001}, "4,000字までで書いてください。"),
        ({"comment_applicant": "字" * 4001}, "4,000字までで書いてください。"),
    ],
)
def test_an_unfinished_review_is_refused_and_nothing_is_kept(change, sentence):
    first, _second = asked()

    with pytest.raises(Refused, match=sentence):
        submit(first, **change)

    assert Review.objects.count() == 0


@pytest.mark.parametrize("score", [0, 6, "5", None, 4.5])
def test_a_score_outside_the_levels_is_not_even_saved(score):
    first, _second = asked()

    with pytest.raises(Refused, match="段階から"):
        save(first, scores={"need": score})


def test_after_the_decision_nothing_is_scored():
    first, second = asked()
    submit(first)
    submissions.decline(by=officer(), submission=first.submission)

    with pytest.raises(Refused, match="この応募はいま審査中ではありません。"):
        submit(second)


def test_a_chair_or_an_officer_does_not_score_for_a_reviewer():
    first, _second = asked()

    for by in (officer(), somebody("kimura"), reviewers()[1]):
        with pytest.raises(Refused, match="割り当てられた審査員だけ"):
            actions.submit(
                by=by, assignment=first, scores=FULL, comment_panel="よい", comment_applicant=""
            )


def past_the_actions(make):
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        make()
    return str(caught.value)


@pytest.mark.parametrize("lost", ["submitted_at", "total"])
def test_the_database_wants_a_day_and_a_total_for_what_was_handed_in(lost):
    review = submit(asked()[0])

    told = past_the_actions(lambda: Review.objects.filter(pk=review.pk).update(**{lost: None}))

    assert "review_is_submitted_iff_dated_and_totalled" in told


def test_the_database_wants_neither_for_a_draft():
    review = save(asked()[0])

    for change in ({"submitted_at": clock.now()}, {"total": 5}, {"state": "submitted"}):
        rows = Review.objects.filter(pk=review.pk)
        told = past_the_actions(lambda rows=rows, change=change: rows.update(**change))
        assert "review_is_submitted_iff_dated_and_totalled" in told


def test_the_database_asks_a_reader_once_and_names_a_stage_once():
    first, second = asked()

    assert past_the_actions(
        lambda: Assignment.objects.filter(pk=second.pk).update(reviewer=first.reviewer)
    )
    assert past_the_actions(
        lambda: Stage.objects.create(
            track=track(), name_ja="二つめ", rubric={}, reads=1, created_at=clock.now()
        )
    )
    told = past_the_actions(lambda: Stage.objects.update(reads=0))
    assert "stage_wants_a_reader" in told


def test_the_database_keeps_a_conflict_once():
    mori = reviewers()[0]
    known = actions.declare_conflict(by=mori, reviewer=mori, body=minato(), kind="kin")

    assert past_the_actions(
        lambda: Conflict.objects.create(
            reviewer=mori,
            body=known.body,
            kind="other",
            declared_by=mori,
            declared_at=clock.now(),
        )
    )


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda one: one.update(weight=0), "重みは1以上"),
        (lambda one: one.update(weight=-40), "重みは1以上"),
        (lambda one: one.update(weight=39), "合計を100"),
        (lambda one: one.update(levels=one["levels"][:1]), "段階は低い順"),
        (lambda one: one.update(levels=one["levels"][::-1]), "段階は低い順"),
        (lambda one: one.update(levels=[*one["levels"], one["levels"][-1]]), "段階は低い順"),
        (lambda one: one.update(colour="red"), "colour"),
        (lambda one: one.pop("label"), "label"),
        (lambda one: one["levels"][0].update(text={"ja": "一", "en": ""}), "日本語と英語"),
    ],
)
def test_each_broken_rubric_says_why(spoil, sentence):
    content = rubric()
    content["criteria"][0] = {
        **content["criteria"][0],
        "levels": [dict(level) for level in content["criteria"][0]["levels"]],
    }
    spoil(content["criteria"][0])

    with pytest.raises(Broken, match=sentence):
        parse(content)


def test_a_rubric_without_criteria_is_none():
    with pytest.raises(Broken, match="合計を100"):
        parse({"criteria": []})


@given(need=st.integers(1, 5), plan=st.integers(1, 5))
def test_a_total_lies_between_nought_and_one_hundred(need, plan):
    total = parse(rubric()).total({"need": need, "plan": plan})

    assert Decimal(0) <= total <= Decimal(100)
    assert total == Decimal(40 * (need - 1) + 60 * (plan - 1)) / 4


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_two_readers_who_hand_in_at_once_both_count():
    first, second = asked()

    at_once(lambda: submit(first), lambda: submit(second))

    assert Review.objects.filter(state="submitted").count() == 2
    assert queries.read_enough(first.submission)


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_a_review_handed_in_twice_at_once_is_handed_in_once():
    first, _second = asked()

    brought = at_once(
        lambda: submit(first, comment_panel="一つめ"),
        lambda: submit(first, comment_panel="二つめ"),
    )

    [refused] = [each for each in brought if isinstance(each, str)]
    [review] = Review.objects.all()
    assert refused == "いまは「提出済み」のため、この操作はできません。"
    assert review.comment_panel in ("一つめ", "二つめ")


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_a_reader_asked_by_two_officers_at_once_is_asked_once():
    sato, mori, submission = officer(), reviewers()[0], under_review()
    stage()

    brought = at_once(
        *[lambda: actions.assign(by=sato, submission=submission, reviewer=mori, due_on=DUE)] * 3
    )

    assert len({each.pk for each in brought}) == 1
    assert Assignment.objects.count() == 1


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_a_conflict_declared_twice_at_once_is_declared_once():
    mori, body = reviewers()[0], minato()

    brought = at_once(
        *[lambda: actions.declare_conflict(by=mori, reviewer=mori, body=body, kind="kin")] * 2
    )

    assert [each for each in brought if isinstance(each, str)] == [
        "この利害関係はもう届け出されています。"
    ]
    assert Conflict.objects.count() == 1
