"""How people come to belong to a body, change their role, and leave."""

from typing import TYPE_CHECKING

from hiroba.engines.registry.people import policies, queries
from hiroba.engines.registry.people.models import Body, Membership, Person
from hiroba.engines.registry.people.states import MemberRole
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.letters.actions import send
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User


@action
def invite(*, by: "User", body: Body, name: str, email: str, role: str) -> Membership:
    """Somebody is asked by letter to belong to the body, and belongs to it once they agree."""
    body = Body.objects.select_for_update().get(pk=body.pk)
    require(policies.may_invite(by, body, email))

    person = queries.person_by_email(email)
    if person is None:
        person = Person.objects.create(ref=new_ref("P"), name=name, email=email.strip())
    membership = Membership.objects.create(
        ref=new_ref("M"), person=person, body=body, role=MemberRole(role)
    )

    note(by, "people.invite", membership, body=body.ref, role=role)
    _tell(membership, by)
    return membership


def _tell(membership: Membership, by: "User") -> None:
    send(
        "people/invited",
        to=membership.person.address,
        about=membership,
        language=membership.person.language,
        membership=membership,
        inviter=by.name,
    )


@action
def accept_invitation(*, by: "User", membership: Membership) -> Membership:
    """The invited person belongs to the body from today."""
    membership = (
        Membership.objects.select_for_update(of=("self",))
        .select_related("person", "body")
        .get(pk=membership.pk)
    )
    require(policies.may_accept_invitation(by, membership))

    membership.person = _answering(by, membership.person)
    membership.since = clock.today()
    membership.save(update_fields=["person", "since"])

    note(by, "people.accept_invitation", membership, body=membership.body.ref)
    return membership


def _answering(by: "User", invited: Person) -> Person:
    """The person behind the account; who was only an address until now gets the account."""
    known = queries.person_of(by)
    if known is None:
        invited.account = by
        invited.save(update_fields=["account"])
    return known or invited


@action
def change_role(*, by: "User", membership: Membership, role: str) -> Membership:
    """The person may do other things for the body from now on."""
    membership = _locked(membership)
    require(policies.may_change_role(by, membership, role))

    before, membership.role = membership.role, MemberRole(role)
    membership.save(update_fields=["role"])

    note(by, "people.change_role", membership, before=before, now=role)
    return membership


@action
def leave(*, by: "User", membership: Membership) -> Membership:
    """The person no longer belongs to the body; an open invitation is withdrawn."""
    membership = _locked(membership)
    require(policies.may_leave(by, membership))

    membership.until = clock.today()
    membership.save(update_fields=["until"])

    note(by, "people.leave", membership, body=membership.body.ref)
    return membership


def _locked(membership: Membership) -> Membership:
    """The body is locked, so that the last two owners cannot leave at the same moment."""
    Body.objects.select_for_update().get(pk=membership.body_id)
    return Membership.objects.select_related("person", "body").get(pk=membership.pk)
