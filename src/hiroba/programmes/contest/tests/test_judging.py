"""Two blind reads, the ranking, prizes by two people."""

import pytest

from hiroba.engines.intake.review.queries import sheets_for
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import approver, chair, officer, reviewers, somebody
from hiroba.foundation.verdicts import YES, Refused, no
from hiroba.programmes.contest import (
    actions,
    examples,
    judging,
    policies,
    queries,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def accepted(in_june_2023):
    """An essay that two readers were asked to read."""
    return examples.accepted(examples.entered(examples.contest(), name="見本 あたらしい"))


def test_two_readers_are_asked_and_see_neither_name_nor_school(accepted):
    reads = [queries.reads_owed_by(reader).get() for reader in reviewers()]

    for read in reads:
        told = " ".join(answer.text for sheet in sheets_for(read) for answer in sheet.answers)
        assert "あたらしい" not in told and "ひろば中学校" not in told
        assert examples.TEXT in told
    assert {str(read.due_on) for read in reads} == {"2023-07-20"}


def test_a_reader_sees_only_the_own_reads(accepted):
    first, second = (queries.reads_owed_by(reader).get() for reader in reviewers())

    assert first != second
    with pytest.raises(Refused, match="割り当てられた審査員だけが採点できます。"):
        judging.score(by=reviewers()[1], assignment=first, scores={}, comment="x")


def test_a_read_is_complete_and_handed_in_once(accepted):
    read = queries.reads_owed_by(reviewers()[0]).get()
    with pytest.raises(Refused, match="すべての観点に点をつけると提出できます。"):
        judging.score(by=reviewers()[0], assignment=read, scores={"thought": 3}, comment="よい。")

    examples.scored(accepted, 4)

    assert queries.reads_owed_by(reviewers()[0]).count() == 0
    assert queries.reads_owed_by(reviewers()[1]).count() == 1


def test_a_prize_needs_both_reads_the_chair_and_a_second_person(accepted):
    early = policies.may_award(chair(), accepted)
    examples.scored(accepted, 4, 5)
    decision = judging.award(by=chair(), essay=accepted, prize="jury", because="話し合い。")

    assert early == no("審査員の採点がまだそろっていません。")
    assert policies.may_award(officer(), accepted) == no("採否の案は審査委員長が出します。")
    assert policies.may_approve_award(chair(), decision) == no(
        "承認は承認者の役割を持つ方が行います。"
    )
    assert judging.approve_award(by=approver(), decision=decision).state == "approved"


def test_only_a_known_prize_is_proposed(accepted):
    examples.scored(accepted, 4, 5)

    assert policies.may_award(chair(), accepted, "gold") == no("賞を選んでください。")
    assert policies.may_award(chair(), accepted, "merit") == YES


def test_results_are_settled_when_all_prizes_are_approved(accepted):
    contest, late = accepted.contest, clock.moment("2023-12-25 10:00")
    without = policies.may_settle(officer(), contest)
    examples.scored(accepted, 5, 5)
    decision = judging.award(by=chair(), essay=accepted, prize="grand", because="一番。")
    waiting = policies.may_settle(officer(), contest)
    judging.approve_award(by=approver(), decision=decision)

    assert [without, waiting] == [
        no("賞の決まった作品が、まだありません。"),
        no("承認を待つ賞があります。承認がそろうと確定できます。"),
    ]
    assert policies.may_settle(officer(), contest, clock.now()) == no(
        "発表の日時は、今より後にしてください。"
    )
    settled = judging.settle(by=officer(), contest=contest, results_at=late)
    assert policies.may_settle(officer(), settled) == no("結果は、もう確定しています。")
    assert queries.winners_of(settled) == []


def test_only_officers_check_and_settle(in_june_2023):
    entered = examples.entered(examples.contest())
    ren = somebody("ren")

    assert policies.may_open_contest(ren) == no("コンテストの準備と確認は担当の職員が行います。")
    assert policies.may_settle(ren, entered.contest) == no(
        "コンテストの準備と確認は担当の職員が行います。"
    )
    assert policies.may_accept(ren, entered) == no("この操作は担当の職員が行います。")
    assert policies.may_disqualify(officer(), entered, " ") == no("理由を書いてください。")
    done = actions.disqualify(by=officer(), essay=entered, because="公表ずみの作品。")
    assert done.submission.state == "ineligible"
