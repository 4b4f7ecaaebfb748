"""Who is told what, in which language, once; what the journal keeps; what a refusal leaves."""

import pytest

from hiroba.engines.registry.people.examples import minato
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import approver, chair, officer, reviewers, somebody
from hiroba.foundation.journal.models import Record
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.letters.queries import letters_about
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.cooperation.projects.models import Project
from hiroba.programmes.cooperation.proposals import actions, examples, judging, queries
from hiroba.programmes.cooperation.proposals.models import Proposal
from hiroba.programmes.cooperation.proposals.tests.worlds import of_minato

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("call_stands", "in_autumn_2023")]


def told(proposal, kind):
    found = letters_about(proposal.ref).filter(kind=f"proposals/{kind}").order_by("to")
    return [(letter.to, letter.language) for letter in found]


def decided(outcome):
    proposal, assignments = examples.under_review()
    for assignment in assignments:
        examples.read(assignment)
    return proposal, judging.approve_decision(
        by=approver(), decision=examples.proposed(proposal, outcome)
    )


def send_back(proposal, because="総額を確かめてください。"):
    return actions.send_back(
        by=officer(),
        proposal=proposal,
        because=because,
        correct_by=clock.moment("2023-10-20 17:00"),
    )


BY_KIND = {
    "received": examples.submitted,
    "sent_back": lambda: send_back(examples.submitted()),
    "ineligible": lambda: actions.find_ineligible(
        by=officer(), proposal=examples.submitted(), because="活動が国内だけです。"
    ),
    "selected": examples.selected,
    "reserved": lambda: released("reserve"),
    "declined": lambda: released("decline"),
}


def released(outcome):
    proposal, decision = decided(outcome)
    judging.release_decision(by=officer(), decision=decision)
    return queries.proposal_of(proposal.submission)


@pytest.mark.parametrize("kind", BY_KIND)
def test_everybody_who_acts_for_the_body_is_told_once_in_their_own_language(kind):
    for role in ("editor", "signatory", "viewer"):
        user = of_minato(role)
        user.language = "en"
        user.save()

    proposal = BY_KIND[kind]()

    assert told(proposal, kind) == [
        ("minato-editor@example.jp", "en"),
        ("minato-signatory@example.jp", "en"),
        ("ren@example.jp", "ja"),
    ]


@pytest.mark.parametrize("kind", BY_KIND)
@pytest.mark.parametrize(("language", "prefix"), [("ja", "/my/"), ("en", "/en/my/")])
def test_each_letter_leads_to_the_proposal_in_the_readers_language(kind, language, prefix):
    ren = somebody("ren")
    ren.language = language
    ren.save()

    proposal = BY_KIND[kind]()

    [letter] = letters_about(proposal.ref).filter(kind=f"proposals/{kind}")
    assert f"{prefix}cooperation/proposals/{proposal.ref}/" in letter.body
    assert proposal.submission.title in letter.body
    body = minato()
    assert (body.name_en if language == "en" else body.name_ja) in letter.body


def test_a_body_without_reachable_members_is_written_to_at_its_own_address():
    proposal = examples.submitted()
    body = proposal.submission.body
    body.memberships.update(until=clock.today())

    send_back(proposal)

    assert told(proposal, "sent_back") == [("minato@example.jp", "ja")]


def test_a_very_long_address_is_written_to_like_any_other():
    long = f"{'a' * 60}@{'b' * 60}.{'c' * 60}.{'d' * 50}.jp"
    user = of_minato("editor")
    user.email = long
    user.save()

    proposal = examples.submitted()

    assert (long, "ja") in told(proposal, "received")
    assert max(len(letter.key) for letter in letters_about(proposal.ref)) <= 200


def test_each_correction_and_each_receipt_has_its_own_letter():
    ren = somebody("ren")
    proposal = send_back(examples.submitted())
    again = actions.submit_proposal(by=ren, proposal=proposal, arrived_at=clock.now())
    send_back(again, "もう一か所あります。")

    kinds = [letter.kind.removeprefix("proposals/") for letter in letters_about(proposal.ref)]
    assert kinds == ["received", "sent_back", "received", "sent_back"]


def test_asking_a_reviewer_twice_is_one_letter():
    proposal, _assignments = examples.under_review()

    actions.assign_reviewers(
        by=officer(), proposal=proposal, reviewers=reviewers(), due_on=clock.today()
    )

    assert told(proposal, "reviewer_asked") == [
        ("hayashi@example.jp", "ja"),
        ("mori@example.jp", "ja"),
    ]


@pytest.mark.parametrize("outcome", ["select", "reserve", "decline"])
def test_what_is_told_twice_is_one_letter(outcome):
    proposal, decision = decided(outcome)

    for _ in range(3):
        judging.release_decision(by=officer(), decision=decision)

    kind = {"select": "selected", "reserve": "reserved", "decline": "declined"}[outcome]
    assert told(proposal, kind) == [("ren@example.jp", "ja")]
    assert Record.objects.filter(verb="proposals.adopt").count() == (outcome == "select")


def test_nothing_is_told_before_it_is_released():
    proposal, _decision = decided("select")

    assert [
        letter.kind for letter in letters_about(proposal.ref) if letter.to.startswith("ren")
    ] == ["proposals/received"]
    assert queries.proposal_of(proposal.submission).project is None


def test_a_project_is_adopted_with_what_was_proposed():
    proposal = examples.selected()
    project = Project.objects.get(source_ref=proposal.ref)

    assert (project.title_ja, project.title_en, project.scheme, project.is_sample) == (
        proposal.submission.title,
        proposal.title_en,
        "grassroots_support",
        True,
    )
    assert (project.body, project.planned_start, project.planned_end) == (
        minato(),
        proposal.planned_start,
        proposal.planned_end,
    )
    assert project.adopted_on == clock.today()
    assert Record.objects.get(verb="proposals.adopt").details == {"project": project.ref}


def test_a_reserved_one_becomes_a_project_when_its_turn_comes():
    proposal = released("reserve")
    assert proposal.project is None

    decision = judging.approve_decision(by=approver(), decision=examples.proposed(proposal))
    judging.release_decision(by=officer(), decision=decision)

    assert queries.proposal_of(proposal.submission).project is not None
    assert told(proposal, "reserved") == told(proposal, "selected") == [("ren@example.jp", "ja")]


REFUSED = {
    "a stranger submits": lambda proposal: actions.submit_proposal(
        by=somebody("akari"), proposal=proposal, arrived_at=clock.now()
    ),
    "a late one": lambda proposal: actions.submit_proposal(
        by=somebody("ren"), proposal=proposal, arrived_at=clock.moment("2023-10-02 17:00")
    ),
    "a draft is checked": lambda proposal: actions.open_review(by=officer(), proposal=proposal),
    "a draft is sent back": send_back,
    "a draft is found ineligible": lambda proposal: actions.find_ineligible(
        by=officer(), proposal=proposal, because="国内だけです。"
    ),
    "a draft is read": lambda proposal: actions.assign_reviewers(
        by=officer(), proposal=proposal, reviewers=reviewers(), due_on=clock.today()
    ),
    "a draft is decided": lambda proposal: examples.proposed(proposal),
    "a draft is taken back": lambda proposal: actions.take_back_proposal(
        by=somebody("ren"), proposal=proposal
    ),
    "a stranger withdraws": lambda proposal: actions.withdraw_proposal(
        by=somebody("akari"), proposal=proposal
    ),
}


@pytest.mark.parametrize("which", REFUSED)
def test_a_refusal_leaves_everything_as_it_was(which):
    proposal = examples.complete()
    for meet in (officer, chair, reviewers, lambda: somebody("akari")):
        meet()
    before = (snapshot(proposal), Letter.objects.count(), Record.objects.count())

    with pytest.raises(Refused):
        REFUSED[which](queries.proposal_of(proposal.submission))

    assert (snapshot(proposal), Letter.objects.count(), Record.objects.count()) == before


def snapshot(proposal):
    stored = queries.proposal_of(proposal.submission)
    own = Proposal.objects.filter(pk=proposal.pk).values().get()
    submission = stored.submission
    return (
        own,
        submission.state,
        submission.receipt_no,
        submission.revision_id,
        submission.document.answers,
        submission.document.revisions.count(),
    )


def test_a_refusal_for_the_frame_seals_nothing():
    proposal = examples.complete(planned_end="2027-12-31")
    before = snapshot(proposal)

    with pytest.raises(Refused, match="上限36か月を超えています"):
        actions.submit_proposal(by=somebody("ren"), proposal=proposal, arrived_at=clock.now())

    assert snapshot(proposal) == before


def test_the_frame_is_asked_of_what_is_stored_and_not_of_what_was_read_before():
    proposal, ren = examples.complete(), somebody("ren")
    another_tab = queries.proposal_of(proposal.submission)
    examples.write(another_tab, ren, yen_1="9,000,000", yen_total="16,000,000")

    with pytest.raises(Refused, match="上限10,000,000円を超えています"):
        actions.submit_proposal(by=ren, proposal=proposal, arrived_at=clock.now())


def test_resubmitting_brings_the_lists_up_to_date():
    ren = somebody("ren")
    proposal = actions.take_back_proposal(by=ren, proposal=examples.submitted())
    proposal = examples.write(proposal, ren, country="LA", sector="education")

    actions.submit_proposal(by=ren, proposal=proposal, arrived_at=clock.now())

    stored = queries.proposal_of(proposal.submission)
    assert (stored.country_codes, stored.sector) == (["LA"], "education")
