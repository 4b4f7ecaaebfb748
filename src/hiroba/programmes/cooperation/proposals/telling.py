"""Letters to everybody who acts for a proposing body, each once and in their own language."""

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import translation

from hiroba.engines.forms.edits import mark
from hiroba.engines.registry.people.belonging import members_to_write_to
from hiroba.engines.registry.people.queries import standing_for
from hiroba.foundation.letters.actions import send

if TYPE_CHECKING:
    from hiroba.engines.intake.review.models import Assignment
    from hiroba.engines.registry.people.belonging import Recipient
    from hiroba.foundation.accounts.models import User
    from hiroba.programmes.cooperation.proposals.models import Proposal


def tell_body(kind: str, proposal: "Proposal", *, once: str, **facts: Any) -> None:
    """Everybody who acts for the body gets the letter; the same occasion is told once."""
    for recipient in members_to_write_to(standing_for(proposal.submission.body)):
        with translation.override(recipient.language):
            path = reverse("proposals:proposal", args=[proposal.ref])
        _send(kind, proposal, recipient, once, path=path, **facts)


def ask_reviewer(proposal: "Proposal", assignment: "Assignment") -> None:
    """The reviewer gets the letter that asks for a read, once."""
    reviewer = assignment.reviewer
    with translation.override(reviewer.language):
        path = reverse("proposals:score", args=[assignment.ref])
    _send(
        "reviewer_asked",
        proposal,
        reviewer,
        assignment.ref,
        path=path,
        assignment=assignment,
    )


def _send(kind: str, proposal: "Proposal", to: "User | Recipient", once: str, **facts: Any) -> None:
    send(
        f"proposals/{kind}",
        to=to.email,
        about=proposal,
        language=to.language,
        key=f"{kind}:{once}:{mark(to.email)}",
        submission=proposal.submission,
        call=proposal.submission.track.call,
        **facts,
    )
