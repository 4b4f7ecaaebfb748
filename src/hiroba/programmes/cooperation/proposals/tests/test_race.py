"""Several people act on one proposal at the same moment; each gets one clear answer."""

import pytest

from hiroba.engines.intake.decisions.models import Decision
from hiroba.engines.intake.submissions.models import Submission
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import approver, chair, officer, somebody
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.cooperation.projects.models import Project
from hiroba.programmes.cooperation.proposals import actions, examples, judging, openings, queries
from hiroba.programmes.cooperation.proposals.models import Proposal, Scheme, SchemeLimits
from hiroba.tests.racing import at_once

pytestmark = [
    pytest.mark.race,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("in_autumn_2023"),
]


def fresh(proposal):
    return queries.proposal_of(proposal.submission)


def sentences(brought):
    return [each for each in brought if isinstance(each, str)]


def test_a_double_click_is_one_receipt_and_one_letter():
    ren, proposal = somebody("ren"), examples.complete()

    tabs = [fresh(proposal) for _ in range(4)]
    brought = at_once(
        *(
            lambda own=own: actions.submit_proposal(by=ren, proposal=own, arrived_at=clock.now())
            for own in tabs
        )
    )

    assert [each.submission.receipt_no for each in brought] == [f"{proposal.ref}-1"] * 4
    assert Letter.objects.filter(kind="proposals/received").count() == 1
    assert Submission.objects.get().document.revisions.count() == 1


def test_submitting_and_withdrawing_at_once_is_told_truly():
    ren, proposal = somebody("ren"), examples.complete()

    at_once(
        lambda: actions.submit_proposal(by=ren, proposal=proposal, arrived_at=clock.now()),
        lambda: actions.withdraw_proposal(by=ren, proposal=fresh(proposal)),
    )

    stored = Submission.objects.get()
    letters = Letter.objects.filter(kind="proposals/received").count()
    assert stored.state == "withdrawn"
    assert letters == (stored.receipt_no is not None)


def test_taking_back_while_the_review_is_opened_is_one_of_both():
    ren, sato, proposal = somebody("ren"), officer(), examples.submitted()

    brought = at_once(
        lambda: actions.take_back_proposal(by=ren, proposal=fresh(proposal)),
        lambda: actions.open_review(by=sato, proposal=fresh(proposal)),
    )

    assert len(sentences(brought)) == 1
    assert Submission.objects.get().state in ("draft", "under_review")


def test_sending_back_and_finding_ineligible_at_once_sends_one_letter():
    sato, proposal = officer(), examples.submitted()

    brought = at_once(
        lambda: actions.send_back(
            by=sato,
            proposal=fresh(proposal),
            because="内訳を直してください。",
            correct_by=clock.moment("2023-10-20 17:00"),
        ),
        lambda: actions.find_ineligible(by=sato, proposal=fresh(proposal), because="国内のみ"),
    )

    assert len(sentences(brought)) == 1
    assert Letter.objects.exclude(kind="proposals/received").filter(about=proposal.ref).count() == 1


def judged():
    proposal, assignments = examples.under_review()
    for assignment in assignments:
        examples.read(assignment)
    return proposal


def test_two_proposals_of_the_chair_at_once_are_one():
    kimura, proposal = chair(), judged()
    said = {"reason_internal": "高い", "reason_applicant": "具体的"}

    brought = at_once(
        *(
            lambda outcome=outcome: judging.propose_decision(
                by=kimura, proposal=fresh(proposal), outcome=outcome, **said
            )
            for outcome in ("select", "decline")
        )
    )

    assert sentences(brought) == ["採否の案がもう出ています。"]
    assert Decision.objects.count() == 1


def test_approved_by_two_at_once_is_approved_once():
    ono, decision = approver(), examples.proposed(judged())

    brought = at_once(*[lambda: judging.approve_decision(by=ono, decision=decision)] * 2)

    assert sentences(brought) == ["いまは「承認済み」のため、この操作はできません。"]


def test_told_by_three_at_once_is_one_project_and_one_letter():
    sato = officer()
    decision = judging.approve_decision(by=approver(), decision=examples.proposed(judged()))

    brought = at_once(*[lambda: judging.release_decision(by=sato, decision=decision)] * 3)

    assert sentences(brought) == []
    assert Project.objects.count() == 1
    assert Letter.objects.filter(kind="proposals/selected").count() == 1
    assert Proposal.objects.get().project == Project.objects.get()


def test_two_tabs_write_and_one_submits_and_nothing_is_lost():
    ren, proposal = somebody("ren"), examples.complete()

    brought = at_once(
        lambda: examples.write(fresh(proposal), ren, risks="為替の変動"),
        lambda: examples.write(fresh(proposal), ren, care="排水は畑に返します"),
        lambda: actions.submit_proposal(by=ren, proposal=fresh(proposal), arrived_at=clock.now()),
    )

    stored = Submission.objects.select_related("document", "revision").get()
    refused = {"提出した後は書きかえられません。"}
    kept = [("risks", "為替の変動"), ("care", "排水は畑に返します")]
    for (key, typed), answer in zip(kept, brought, strict=False):
        assert stored.document.answers.get(key) == typed or answer in refused
    assert stored.receipt_no == f"{proposal.ref}-1"


def test_schemes_laid_out_by_three_houses_at_once_stand_once():
    openings.schemes()
    before = (Scheme.objects.count(), SchemeLimits.objects.count())

    brought = at_once(*[lambda: actions.lay_out_schemes(by=CLOCKWORK)] * 3)

    assert brought == [None] * 3
    assert (Scheme.objects.count(), SchemeLimits.objects.count()) == before


def test_a_house_that_is_closed_for_writing_keeps_what_is_there(closed_for_writing):
    ren, proposal = somebody("ren"), examples.complete()

    with closed_for_writing(), pytest.raises(Refused, match="ただいま保存を止めています"):
        actions.submit_proposal(by=ren, proposal=proposal, arrived_at=clock.now())

    assert Submission.objects.get().state == "draft"
