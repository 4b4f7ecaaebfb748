"""Everything that is written about people and bodies."""

import datetime
from typing import TYPE_CHECKING, Any

from hiroba.engines.registry.people import policies, queries
from hiroba.engines.registry.people.findable import make_findable
from hiroba.engines.registry.people.inviting import accept_invitation, change_role, invite, leave
from hiroba.engines.registry.people.merging import merge, unmerge
from hiroba.engines.registry.people.models import Body, BodyName, Branch, Membership, Person
from hiroba.engines.registry.people.personalities import personality_of
from hiroba.engines.registry.people.states import BODY, MemberRole, Origin
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.letters.actions import send
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from hiroba.engines.registry.places.models import Country, Prefecture
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor

__all__ = [
    "accept_invitation",
    "add_branch",
    "change_role",
    "enter_body",
    "introduce",
    "invite",
    "know_person",
    "leave",
    "lift",
    "merge",
    "register_body",
    "register_foreign_body",
    "rename_body",
    "revise_body",
    "suspend",
    "unmerge",
    "verify",
]


@action
def know_person(
    *, by: "Actor", name: str, email: str = "", kana: str = "", name_en: str = ""
) -> Person:
    """There is a person, with or without an account."""
    require(policies.may_know_person(by))

    person = Person.objects.create(
        ref=new_ref("P"), name=name, email=email, kana=kana, name_en=name_en
    )

    note(by, "people.know_person", person)
    return person


@action
def introduce(*, by: "User") -> Person:
    """The person behind the account is known; one who was invited by this address is the same."""
    require(policies.may_know_person(by))

    known = queries.person_of(by) or queries.stranger_with(by)
    if known is None:
        known = Person(ref=new_ref("P"), name=by.name or by.email, email=by.email)
    if known.account_id is None:
        known.account = by
        known.save()
        note(by, "people.introduce", known)

    return known


@action
def register_body(*, by: "User", name_ja: str, personality: str, **facts: Any) -> Body:
    """A body waits to be verified, and whoever registered it owns it."""
    require(policies.may_register_body(by, facts.get("corporate_number", "")))

    body = _body(Origin.OWN, name_ja=name_ja, personality=personality, **facts)
    Membership.objects.create(
        ref=new_ref("M"),
        person=introduce(by=by),
        body=body,
        role=MemberRole.OWNER,
        since=clock.today(),
    )

    note(by, "people.register_body", body, name=name_ja)
    return body


@action
def enter_body(*, by: "Actor", name_ja: str, personality: str, **facts: Any) -> Body:
    """An officer enters a body that others will take over; it waits to be verified."""
    require(policies.may_enter_body(by, facts.get("corporate_number", "")))

    body = _body(Origin.IMPORTED, name_ja=name_ja, personality=personality, **facts)

    note(by, "people.enter_body", body, name=name_ja)
    return body


@action
def register_foreign_body(
    *, by: "Actor", identifier: str, name_en: str, kind: str = "", name_ja: str = "",
    country: "Country | None" = None,
) -> Body:  # fmt: skip
    """The body that open data calls by this identifier is known; asking again gives the same."""
    names = {"name_ja": (name_ja or name_en or identifier)[:120], "name_en": name_en[:160]}
    identifier = identifier[:120]
    if known := queries.body_with_identifier(identifier):
        return known
    require(policies.may_register_foreign_body(by))

    facts = {"personality": personality_of(kind), "identifier": identifier, "country": country}
    body = _body(Origin.OPEN_DATA, **names, **facts)
    make_findable([body])

    note(by, "people.register_foreign_body", body, identifier=identifier)
    return body


def _body(origin: Origin, **facts: Any) -> Body:
    """The row with its first name, whose beginning is the day of registration if that is known."""
    body = Body.objects.create(ref=new_ref("B"), origin=origin, registered_at=clock.now(), **facts)
    _name(body, body.registered_on)
    return body


def _name(body: Body, since: datetime.date | None) -> None:
    BodyName.objects.create(
        body=body, name_ja=body.name_ja, name_en=body.name_en, kana=body.kana, since=since
    )


@action
def revise_body(*, by: "Actor", body: Body, **facts: Any) -> Body:
    """What is known about the body is right again; its name changes only by `rename_body`."""
    body = Body.objects.select_for_update().get(pk=body.pk)
    require(policies.may_revise_body(by, body, facts.get("corporate_number", "")))

    changed = {name: value for name, value in facts.items() if getattr(body, name) != value}
    for name, value in changed.items():
        setattr(body, name, value)
    body.save(update_fields=list(changed))
    make_findable([body])

    note(by, "people.revise_body", body, changed=sorted(changed))
    return body


@action
def rename_body(
    *,
    by: "Actor",
    body: Body,
    name_ja: str,
    since: datetime.date,
    name_en: str = "",
    kana: str = "",
) -> Body:
    """The body has another name from a day on; what it was called before stays known."""
    body = Body.objects.select_for_update().get(pk=body.pk)
    require(policies.may_rename_body(by, body, since))

    body.names.filter(until=None).update(until=since - datetime.timedelta(days=1))
    before, body.name_ja, body.name_en, body.kana = body.name_ja, name_ja, name_en, kana
    body.save(update_fields=["name_ja", "name_en", "kana"])
    _name(body, since)
    make_findable([body])

    note(by, "people.rename_body", body, before=before, now=name_ja, since=since.isoformat())
    return body


@action
def add_branch(
    *, by: "Actor", body: Body, name_ja: str, prefecture: "Prefecture", address: str = ""
) -> Branch:
    """The body has a registered branch, and may turn to the office of its prefecture too."""
    require(policies.may_add_branch(by, body))

    branch = Branch.objects.create(
        body=body, name_ja=name_ja, prefecture=prefecture, address=address
    )

    note(by, "people.add_branch", body, branch=name_ja)
    return branch


@action
def verify(*, by: "Actor", body: Body) -> Body:
    """An officer has looked at the body; everybody can find it now."""
    body = Body.objects.select_for_update().get(pk=body.pk)
    require(policies.may_verify(by, body))

    BODY.move(body, "verify")
    body.verified_by, body.verified_on = by.account, clock.today()
    body.save(update_fields=["state", "verified_by", "verified_on"])
    make_findable([body])

    note(by, "people.verify", body)
    _tell("people/verified", body)
    return body


@action
def suspend(*, by: "Actor", body: Body, reason: str) -> Body:
    """Nobody acts for the body until the suspension is lifted; its people know why."""
    body = Body.objects.select_for_update().get(pk=body.pk)
    require(policies.may_suspend(by, body, reason))

    BODY.move(body, "suspend")
    body.suspended_on, body.suspended_because = clock.today(), reason.strip()
    body.save(update_fields=["state", "suspended_on", "suspended_because"])
    make_findable([body])

    note(by, "people.suspend", body, reason=reason)
    _tell("people/suspended", body)
    return body


@action
def lift(*, by: "Actor", body: Body) -> Body:
    """The body's people can act again."""
    body = Body.objects.select_for_update().get(pk=body.pk)
    require(policies.may_lift(by, body))

    reason = body.suspended_because
    BODY.move(body, "lift")
    body.suspended_on, body.suspended_because = None, ""
    body.save(update_fields=["state", "suspended_on", "suspended_because"])
    make_findable([body])

    note(by, "people.lift", body, reason=reason)
    _tell("people/lifted", body)
    return body


def _tell(kind: str, body: Body) -> None:
    for one in queries.members_to_write_to(body):
        send(kind, to=one.email, about=body, language=one.language, body=body)
