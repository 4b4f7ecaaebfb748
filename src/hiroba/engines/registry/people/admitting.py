"""Who decides who belongs to a body, and whether a body can act at all."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.engines.registry.people import belonging, queries
from hiroba.engines.registry.people.states import BodyState, MemberRole
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.verdicts import YES, Verdict, all_of, unless

if TYPE_CHECKING:
    from hiroba.engines.registry.people.models import Body, Membership
    from hiroba.foundation.actors import Actor


def may_keep_registry(by: "Actor") -> Verdict:
    """Officers and administrators keep the registry."""
    return unless(by.holds(*queries.REGISTRARS), _("団体の台帳は担当職員が扱います。"))


def is_active(body: "Body") -> Verdict:
    """A body that is neither suspended nor merged away."""
    return all_of(
        unless(
            body.state != BodyState.SUSPENDED,
            _("この団体は停止中です。担当職員へご連絡ください。"),
        ),
        stands(body),
    )


def stands(body: "Body") -> Verdict:
    """A body that was not merged into another."""
    if body.merged_into is None:
        return YES
    return unless(
        False,
        _("この団体は%(body)sに統合されました。そちらで続けてください。")
        % {"body": body.merged_into.name_ja},
    )


def may_invite(by: "Actor", body: "Body", email: str = "") -> Verdict:
    """An owner invites somebody who does not belong to the body yet."""
    known = belonging.members_with(body, email)
    return all_of(
        may_manage_members(by, body),
        unless(not known.exists(), _("この方はすでに招待されているか、所属しています。")),
    )


def may_manage_members(by: "Actor", body: "Body") -> Verdict:
    """Owners decide who belongs to their body; an officer may help."""
    return all_of(
        unless(
            belonging.holds_role(by, body, MemberRole.OWNER) or may_keep_registry(by),
            _("所属する方を決めるのは代表管理者です。"),
        ),
        is_active(body),
    )


def may_accept_invitation(by: "Actor", membership: "Membership") -> Verdict:
    """The invited person answers, and nobody else; one belongs to a body once."""
    return all_of(
        unless(
            membership.since is None and membership.until is None,
            _("この招待は、もう使えません。"),
        ),
        unless(_is_invited(by, membership), _("招待されたメールアドレスでログインしてください。")),
        unless(
            not belonging.belongs_otherwise(by, membership),
            _("この団体には、すでに所属しているか、ほかの招待があります。"),
        ),
    )


def _is_invited(by: "Actor", membership: "Membership") -> bool:
    person = membership.person
    if by.account is None:
        return False
    if person.account_id is None:
        return belonging.has_address(by.account, person.email)
    return person.account_id == by.account.pk


def may_change_role(by: "Actor", membership: "Membership", role: str = "") -> Verdict:
    """An owner changes what somebody may do; one owner always stays."""
    stays = role == MemberRole.OWNER or membership.role != MemberRole.OWNER
    return all_of(
        _may_manage(by, membership),
        unless(membership.until is None, _("この方は、もう所属していません。")),
        unless(
            stays or belonging.owners_besides(membership),
            _("代表管理者が一人もいなくなります。先にほかの方を代表管理者にしてください。"),
        ),
    )


def _may_manage(by: "Actor", membership: "Membership") -> Verdict:
    """Members of a body that was merged away are looked after by the one it became."""
    return may_manage_members(by, queries.standing_for(membership.body))


def may_leave(by: "Actor", membership: "Membership") -> Verdict:
    """One leaves oneself, or is let go by an owner; one owner always stays."""
    own = by.account is not None and membership.person.account_id == by.account.pk
    last = membership.role == MemberRole.OWNER and not belonging.owners_besides(membership)
    return all_of(
        YES if own else _may_manage(by, membership),
        unless(membership.until is None, _("この方は、もう所属していません。")),
        unless(
            membership.since is None or not last,
            _("代表管理者が一人もいなくなります。先にほかの方を代表管理者にしてください。"),
        ),
    )


def may_see_members(by: "Actor", body: "Body") -> Verdict:
    """Who belongs to a body is known to its members and the staff."""
    return unless(
        by.holds(*queries.REGISTRARS, Role.AUDITOR) or belonging.holds_role(by, body),
        _("所属する方だけが見られます。"),
    )
