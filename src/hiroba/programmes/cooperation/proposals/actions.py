"""Everything that is written about proposals; the engines do the work, we add our own rules."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from hiroba.engines.forms import actions as forms
from hiroba.engines.forms.queries import indexed
from hiroba.engines.intake.review import actions as review
from hiroba.engines.intake.submissions import actions as submissions
from hiroba.engines.intake.submissions.queries import held
from hiroba.foundation.actions import action
from hiroba.foundation.actors import Actor
from hiroba.foundation.verdicts import require
from hiroba.programmes.cooperation.proposals import policies, queries, standard
from hiroba.programmes.cooperation.proposals.models import Proposal, Scheme, SchemeLimits
from hiroba.programmes.cooperation.proposals.telling import ask_reviewer, tell_body

if TYPE_CHECKING:
    from hiroba.engines.forms.actions import Written
    from hiroba.engines.forms.edits import Edit
    from hiroba.engines.intake.calls.models import Track
    from hiroba.engines.intake.review.models import Assignment
    from hiroba.engines.registry.people.models import Body
    from hiroba.foundation.accounts.models import User


@action
def lay_out_schemes(*, by: Actor) -> None:
    """The schemes, their limits over the years and the form stand; again changes nothing."""
    require(policies.may_lay_out_schemes(by))

    forms.publish(by=by, code=standard.form()["id"], content=standard.form())
    for place, row in enumerate(standard.schemes()):
        scheme, _is_new = Scheme.objects.update_or_create(
            code=row["code"],
            defaults={
                "name_ja": row["name"]["ja"],
                "name_en": row["name"]["en"],
                "form_code": row["form"],
                "place": place,
            },
        )
        for limits in row["limits"]:
            content = {
                key: value for key, value in limits.items() if key not in ("valid_from", "source")
            }
            SchemeLimits.objects.get_or_create(
                scheme=scheme,
                valid_from=limits["valid_from"],
                defaults={"content": content, "source": limits["source"]},
            )


@action
def start_proposal(*, by: "User", track: "Track", body: "Body", title: str) -> Proposal:
    """There is a draft in which the registry's facts are filled in."""
    require(policies.may_start_proposal(by, track, body))

    submission = submissions.start(
        by=by, track=track, body=body, title=title, answers=_known(by, body, title)
    )
    scheme = queries.scheme(track.code)
    assert scheme
    return Proposal.objects.create(ref=submission.ref, submission=submission, scheme=scheme)


@action
def save_answers(*, by: "User", proposal: Proposal, edits: "tuple[Edit, ...]") -> "Written":
    """What was typed is kept, understood or not."""
    require(policies.may_save_answers(by, proposal, edits))
    return submissions.write(
        by=by, submission=proposal.submission, edits=edits, title_key="title_ja"
    )


@action
def submit_proposal(*, by: "User", proposal: Proposal, arrived_at: datetime) -> Proposal:
    """Received, with a receipt; a second click gets the same receipt and no second letter."""
    submission = proposal.submission = held(proposal.submission)
    if submission.state in (queries.STATES.DRAFT, queries.STATES.RETURNED):
        require(policies.may_submit_proposal(by, proposal, arrived_at))

    proposal.submission = submissions.submit(by=by, submission=submission, arrived_at=arrived_at)
    _extract(proposal)

    tell_body("received", proposal, once=str(proposal.submission.receipt_no))
    return proposal


@action
def take_back_proposal(*, by: "User", proposal: Proposal) -> Proposal:
    """The proposal is a draft again."""
    require(policies.may_take_back_proposal(by, proposal))
    proposal.submission = submissions.take_back(by=by, submission=proposal.submission)
    return proposal


@action
def withdraw_proposal(*, by: "User", proposal: Proposal) -> Proposal:
    """The body does not wish to go on."""
    require(policies.may_withdraw_proposal(by, proposal))
    proposal.submission = submissions.withdraw(by=by, submission=proposal.submission)
    return proposal


@action
def open_review(*, by: "User", proposal: Proposal) -> Proposal:
    """Checked; reviewers can be asked."""
    require(policies.may_open_review(by, proposal))
    proposal.submission = submissions.open_review(by=by, submission=proposal.submission)
    return proposal


@action
def send_back(*, by: "User", proposal: Proposal, because: str, correct_by: datetime) -> Proposal:
    """The body is asked to correct and hand in again."""
    require(policies.may_send_back(by, proposal, because, correct_by))

    receipt_no = proposal.submission.receipt_no
    proposal.submission = submissions.send_back(
        by=by, submission=proposal.submission, because=because, correct_by=correct_by
    )

    tell_body("sent_back", proposal, once=str(receipt_no), because=because)
    return proposal


@action
def find_ineligible(*, by: "User", proposal: Proposal, because: str) -> Proposal:
    """The body is told why it may not take part."""
    require(policies.may_find_ineligible(by, proposal, because))

    proposal.submission = submissions.find_ineligible(
        by=by, submission=proposal.submission, because=because
    )

    tell_body("ineligible", proposal, once=proposal.ref, because=because)
    return proposal


@action
def assign_reviewers(
    *, by: "User", proposal: Proposal, reviewers: "tuple[User, ...]", due_on: date
) -> "tuple[Assignment, ...]":
    """Each of the reviewers is asked to read the proposal until a day."""
    require(policies.may_assign_reviewers(by, proposal))

    assignments = tuple(
        review.assign(by=by, submission=proposal.submission, reviewer=reviewer, due_on=due_on)
        for reviewer in reviewers
    )

    for assignment in assignments:
        ask_reviewer(proposal, assignment)
    return assignments


def _known(by: "User", body: "Body", title: str) -> dict[str, str]:
    """What the house knows already about a body, as answers to its questions."""
    return {
        "title_ja": title,
        "body_name": body.name_ja,
        "representative": body.representative,
        "prefecture": body.prefecture.code if body.prefecture else "",
        "address": body.address,
        "contact_name": by.name,
        "contact_email": by.email,
        "contact_phone": body.phone,
    }


def _extract(proposal: Proposal) -> None:
    """Keep the answers that lists, rankings and the future project ask for."""
    revision = proposal.submission.revision
    assert revision
    answers = indexed(revision.form_version.definition, revision.answers)
    proposal.title_en = answers["title_en"]
    proposal.summary_ja = answers["summary_ja"]
    proposal.country_codes = [answers["country"]]
    proposal.prefecture_code = answers["prefecture"]
    proposal.sector = answers["sector"]
    proposal.yen_total = answers["yen_total"]
    proposal.planned_start = date.fromisoformat(answers["planned_start"])
    proposal.planned_end = date.fromisoformat(answers["planned_end"])
    proposal.save()
