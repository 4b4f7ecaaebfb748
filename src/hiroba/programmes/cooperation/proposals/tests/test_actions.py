"""A proposal goes its way once, is told once, and becomes one project."""

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import approver, officer, somebody
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.letters.queries import letters_about
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.cooperation.projects.models import Project
from hiroba.programmes.cooperation.proposals import actions, examples, judging, queries

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("call_stands", "in_autumn_2023")]


def kinds(proposal):
    return [letter.kind.removeprefix("proposals/") for letter in letters_about(proposal.ref)]


def test_a_draft_begins_with_what_the_registry_knows():
    proposal = examples.draft()

    answers = proposal.submission.document.answers
    assert (answers["body_name"], answers["prefecture"], answers["contact_email"]) == (
        "特定非営利活動法人みなと",
        "13",
        "ren@example.jp",
    )


def test_submitting_twice_gives_one_receipt_and_one_letter():
    proposal, ren = examples.complete(), somebody("ren")

    first = actions.submit_proposal(by=ren, proposal=proposal, arrived_at=clock.now())
    number = first.submission.receipt_no
    second = actions.submit_proposal(by=ren, proposal=proposal, arrived_at=clock.now())

    assert second.submission.receipt_no == number == f"{proposal.ref}-1"
    assert kinds(proposal) == ["received"]
    [letter] = letters_about(proposal.ref)
    assert number in letter.subject
    assert second.submission.revision.sha256 in letter.body


def test_lists_get_the_answers_they_ask_for():
    proposal = queries.proposals_of(somebody("ren")).get(pk=examples.submitted().pk)

    assert (proposal.yen_total, proposal.country_codes, proposal.sector) == (
        9_800_000,
        ["KE"],
        "water",
    )


def test_a_proposal_outside_its_frame_is_not_received():
    proposal = examples.complete(yen_3="3,700,000", yen_total="10,100,000")

    with pytest.raises(Refused, match="上限10,000,000円を超えています"):
        actions.submit_proposal(by=somebody("ren"), proposal=proposal, arrived_at=clock.now())

    assert kinds(proposal) == []


def test_it_is_taken_back_and_withdrawn():
    proposal = actions.take_back_proposal(by=somebody("ren"), proposal=examples.submitted())

    withdrawn = actions.withdraw_proposal(by=somebody("ren"), proposal=proposal)

    assert withdrawn.submission.state == "withdrawn"


def test_a_correction_is_asked_for_by_letter():
    proposal = examples.submitted()

    actions.send_back(
        by=officer(),
        proposal=proposal,
        because="総額の内訳を確かめてください。",
        correct_by=clock.moment("2023-10-04 17:00"),
    )

    assert kinds(proposal) == ["received", "sent_back"]
    assert "総額の内訳を確かめてください。" in Letter.objects.latest("pk").body
    assert list(queries.proposals_to_correct(somebody("ren"))) == [proposal]


def test_an_ineligible_one_is_told_why():
    proposal = examples.submitted()

    actions.find_ineligible(by=officer(), proposal=proposal, because="活動が日本国内だけです。")

    assert kinds(proposal) == ["received", "ineligible"]


def test_reviewers_are_asked_in_their_own_language_and_do_not_learn_who_wrote():
    mori = somebody("mori")
    mori.language = "en"
    mori.save()

    proposal, _assignments = examples.under_review()

    letter = Letter.objects.get(kind="proposals/reviewer_asked", to="mori@example.jp")
    assert letter.subject.startswith("[Hiroba] Please review")
    assert "/en/review/cooperation/" in letter.body
    assert proposal.submission.body.name_ja not in letter.body
    assert proposal.submission.body.name_en not in letter.body


def test_a_selected_proposal_is_one_project_however_often_it_is_told():
    proposal = examples.selected()
    decision = queries.decisions_seen_by(officer()).get()

    judging.release_decision(by=officer(), decision=decision)

    assert Project.objects.filter(source_ref=proposal.ref).count() == 1
    assert proposal.project.yen == 9_800_000 if hasattr(proposal.project, "yen") else True
    assert kinds(proposal)[-1] == "selected"
    assert kinds(proposal).count("selected") == 1


@pytest.mark.parametrize(("outcome", "letter"), [("decline", "declined"), ("reserve", "reserved")])
def test_the_others_are_told_too_and_become_no_project(outcome, letter):
    proposal, assignments = examples.under_review()
    for assignment in assignments:
        examples.read(assignment, 2, 2, 2, 2, 2)
    decision = judging.approve_decision(
        by=approver(), decision=examples.proposed(proposal, outcome)
    )

    judging.release_decision(by=officer(), decision=decision)

    assert kinds(proposal)[-1] == letter
    assert Project.objects.filter(source_ref=proposal.ref).count() == 0


def test_emoji_rare_signs_and_scripts_are_only_text():
    title = "𠮷野川の🐟を守る<script>alert(1)</script>"

    proposal = examples.submitted(title_ja=title)

    assert proposal.submission.title == title
    assert proposal.submission.revision.answers["title_ja"] == title


def test_a_huge_text_is_refused_and_a_long_one_is_kept():
    proposal, ren = examples.draft(), somebody("ren")

    long = examples.write(proposal, ren, background="字" * 50_000)
    with pytest.raises(Refused, match="100,000字まで"):
        examples.write(long, ren, background="字" * 100_001)

    assert len(long.submission.document.answers["background"]) == 50_000
