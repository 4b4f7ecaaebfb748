"""The story of a call: opened, answered, checked, read, decided and told; all of it is a sample."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hiroba.engines.forms.edits import Edit, mark
from hiroba.engines.intake.calls.models import Track
from hiroba.engines.intake.review.models import Assignment
from hiroba.engines.registry.people import actions as people
from hiroba.engines.registry.people.examples import minato
from hiroba.engines.registry.people.models import Body
from hiroba.engines.registry.people.states import Personality
from hiroba.engines.registry.places import examples as places
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import approver, chair, officer, reviewers, somebody
from hiroba.programmes.cooperation.proposals import actions, judging, queries, standard
from hiroba.programmes.cooperation.proposals.models import Proposal
from hiroba.programmes.cooperation.proposals.openings import (
    CLOSED,
    call,
    call_in_review,
    call_now,
    track,
)

if TYPE_CHECKING:
    from hiroba.engines.intake.decisions.models import Decision
    from hiroba.foundation.accounts.models import User


def kaze() -> Body:
    """NPO Kaze, another body that proposes projects; it joined in spring 2023."""
    name = "特定非営利活動法人かぜの学校(見本)"
    known = Body.objects.filter(name_ja=name).first()
    if known:
        return known
    with clock.at("2023-04-12 10:00"):
        body = people.register_body(
            by=teacher_of_kaze(),
            name_ja=name,
            name_en="NPO Kaze School (sample)",
            kana="トクテイヒエイリカツドウホウジンカゼノガッコウ",
            personality=Personality.NPO,
            registered_on=date(2015, 5, 1),
            active_since=date(2014, 4, 1),
            active_abroad_since=date(2016, 4, 1),
            prefecture=places.prefecture("27"),
            address="大阪府大阪市見本区4-5-6",
            representative="風間 澄(見本)",
            email="kaze@example.jp",
            phone="06-0000-0000",
            is_sample=True,
        )
        return people.verify(by=officer(), body=body)


def teacher_of_kaze() -> "User":
    """Who acts for NPO Kaze."""
    return somebody("sumi", name="風間 澄(見本)")


def draft(
    of: Track | None = None, by: "User | None" = None, body: Body | None = None, **answers: str
) -> Proposal:
    """A draft of NPO Minato on the support track, with whatever was filled in so far."""
    body = body or minato()
    by = by or somebody("ren")
    title = answers.get("title_ja", standard.sample_answers()["title_ja"])
    proposal = actions.start_proposal(by=by, track=of or track(), body=body, title=title)
    return write(proposal, by, **answers) if answers else proposal


def write(proposal: Proposal, by: "User", **answers: str) -> Proposal:
    """The body fills in these answers."""
    stored = proposal.submission.document.answers
    edits = tuple(Edit(key, typed, mark(stored.get(key, ""))) for key, typed in answers.items())
    actions.save_answers(by=by, proposal=proposal, edits=edits)
    return queries.proposal_of(proposal.submission)


def complete(
    of: Track | None = None, by: "User | None" = None, body: Body | None = None, **answers: str
) -> Proposal:
    """A draft in which nothing is missing."""
    return draft(of, by, body, **{**standard.sample_answers(), **answers})


def submitted(
    of: Track | None = None, by: "User | None" = None, body: Body | None = None, **answers: str
) -> Proposal:
    """A proposal that was handed in just now."""
    proposal = complete(of, by, body, **answers)
    return actions.submit_proposal(
        by=by or somebody("ren"), proposal=proposal, arrived_at=clock.now()
    )


def under_review(proposal: Proposal | None = None) -> tuple[Proposal, tuple[Assignment, ...]]:
    """Checked by officer Sato, who asks two reviewers."""
    proposal = actions.open_review(by=officer(), proposal=proposal or submitted())
    assignments = actions.assign_reviewers(
        by=officer(),
        proposal=proposal,
        reviewers=reviewers(),
        due_on=clock.today() + timedelta(days=21),
    )
    return proposal, assignments


def read(assignment: Assignment, *scores: int) -> None:
    """The reviewer scores need, plan, team, society and lasting effect."""
    criteria = assignment.stage.criteria.criteria
    given = dict(zip((each.key for each in criteria), scores or (4, 4, 4, 4, 4), strict=True))
    judging.submit_review(
        by=assignment.reviewer,
        assignment=assignment,
        scores=given,
        comment_panel="計画がよく練られています(見本)。",
        comment_applicant="巡回の記録を公開すると、さらに広がります(見本)。",
    )


def proposed(proposal: Proposal, outcome: str = "select") -> "Decision":
    """The chair proposes what is to become of it."""
    return judging.propose_decision(
        by=chair(),
        proposal=proposal,
        outcome=outcome,
        reason_internal="二人の審査員がともに高く評価した(見本)。",
        reason_applicant="地域が自ら保つしくみが具体的に示されています(見本)。",
    )


def selected(proposal: Proposal | None = None) -> Proposal:
    """The whole way at once: read by two, proposed, approved by another person, told."""
    proposal, assignments = under_review(proposal)
    for assignment in assignments:
        read(assignment)
    decision = judging.approve_decision(by=approver(), decision=proposed(proposal))
    judging.release_decision(by=officer(), decision=decision)
    return queries.proposal_of(proposal.submission)


def story_of_2023() -> Proposal:
    """NPO Minato proposes in autumn 2023, and is told in March 2024."""
    of_2023 = call(closes={"grassroots_support": CLOSED, "grassroots_partner": "2023-11-01 17:00"})
    with clock.at("2023-09-20 20:15"):
        proposal = complete(track(of_2023))
    with clock.at("2023-10-02 16:40"):
        proposal = actions.submit_proposal(
            by=somebody("ren"), proposal=proposal, arrived_at=clock.now()
        )
    with clock.at("2023-10-12 11:00"):
        proposal, (first, second) = under_review(proposal)
    with clock.at("2023-10-27 15:30"):
        read(first, 5, 4, 4, 5, 4)
    with clock.at("2023-10-31 09:10"):
        read(second, 4, 4, 4, 4, 3)
    return _decided_in_spring(proposal)


def _decided_in_spring(proposal: Proposal) -> Proposal:
    with clock.at("2024-02-20 14:00"):
        decision = proposed(proposal)
    with clock.at("2024-02-26 10:00"):
        decision = judging.approve_decision(by=approver(), decision=decision)
    with clock.at("2024-03-15 14:00"):
        judging.release_decision(by=officer(), decision=decision)
    return queries.proposal_of(proposal.submission)


def work_for_everybody() -> None:
    """Each role of the demo finds something that waits."""
    now = call_now()
    draft(track(now), title_ja="ラオスの村と港区の子どもが育てる学校図書館(見本)", country="LA")
    submitted(
        track(now),
        teacher_of_kaze(),
        kaze(),
        title_ja="ネパールの山の学校に保健室をつくる(見本)",
        title_en="School health rooms in the hills of Nepal (sample)",
        country="NP",
        sector="health",
    )
    _in_review()


def _in_review() -> None:
    closed = track(call_in_review())
    sumi, school = teacher_of_kaze(), kaze()
    with clock.at(closed.closes_at - timedelta(days=3)):
        to_read = submitted(closed, sumi, school, title_ja="カンボジアの先生と作る算数教材(見本)")
        to_decide = submitted(closed, title_ja="ケニアの若者と取り組む養蜂(見本)")
        to_approve = submitted(closed, sumi, school, title_ja="フィジーの村の防災マップ(見本)")
        to_release = submitted(closed, title_ja="ペルーの母子手帳を地域で使う(見本)")
    with clock.at(closed.closes_at + timedelta(days=45)):
        _first, _second = under_review(to_read)[1]
        read(_second, 4, 3, 4, 4, 4)
        for proposal, scores in (
            (to_decide, (4, 5, 4, 4, 4)),
            (to_approve, (3, 4, 3, 4, 3)),
            (to_release, (3, 2, 3, 3, 2)),
        ):
            for assignment in under_review(proposal)[1]:
                read(assignment, *scores)
        proposed(to_approve)
        decision = proposed(to_release, "decline")
        judging.approve_decision(by=approver(), decision=decision)


def tell() -> None:
    """The proposals' part of the story."""
    if not Proposal.objects.exists():
        story_of_2023()
        work_for_everybody()
