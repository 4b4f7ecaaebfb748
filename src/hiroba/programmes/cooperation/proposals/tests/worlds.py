"""Everybody who may come to a page of a proposal, and a proposal that stands on every page."""

from dataclasses import dataclass

from hiroba.engines.registry.people.examples import member, minato
from hiroba.foundation.accounts.actions import grant
from hiroba.foundation.accounts.examples import (
    approver,
    auditor,
    chair,
    officer,
    reviewers,
    somebody,
)
from hiroba.foundation.accounts.models import User
from hiroba.foundation.actors import CLOCKWORK
from hiroba.programmes.cooperation.proposals import examples
from hiroba.programmes.cooperation.proposals.models import Proposal

MINE, STAFF, READ = (
    "/my/cooperation/proposals/",
    "/staff/cooperation/",
    "/review/cooperation/",
)


def of_minato(role: str) -> User:
    """Somebody who belongs to NPO Minato in a role."""
    user = somebody(f"minato-{role}", name=f"みなとの{role}(見本)")
    member(minato(), user, role)
    return user


def other_reviewer() -> User:
    """A reviewer of the programme who was asked to read nothing."""
    kishi = somebody("kishi", name="岸 審査員(見本)")
    grant(by=CLOCKWORK, user=kishi, role="reviewer", scope="programme:cooperation")
    return kishi


WHO = {
    "owner": lambda: somebody("ren"),
    "editor": lambda: of_minato("editor"),
    "viewer": lambda: of_minato("viewer"),
    "signatory": lambda: of_minato("signatory"),
    "stranger": lambda: somebody("akari"),
    "officer": officer,
    "auditor": auditor,
    "reader": lambda: reviewers()[0],
    "other reader": other_reviewer,
    "chair": chair,
    "approver": approver,
}


@dataclass(frozen=True)
class Judged:
    """A proposal that two have read and the chair has proposed to select."""

    proposal: Proposal
    assignment_ref: str
    decision_ref: str


def judged() -> Judged:
    """NPO Minato's proposal, as far as the chair."""
    proposal, assignments = examples.under_review()
    for assignment in assignments:
        examples.read(assignment)
    decision = examples.proposed(proposal)
    return Judged(proposal, assignments[0].ref, decision.ref)


def telling_words(proposal: Proposal) -> list[str]:
    """Everything by which a body and its people can be recognised."""
    body = proposal.submission.body
    answers = proposal.submission.document.answers
    known = [
        body.name_ja,
        body.name_en,
        body.kana,
        body.representative,
        body.address,
        body.email,
        body.homepage,
        body.corporate_number,
        body.ref,
        proposal.submission.owner.name,
        proposal.submission.owner.email,
        *(answers.get(key, "") for key in ("contact_name", "contact_kana", "contact_phone")),
    ]
    return [word for word in known if word]
