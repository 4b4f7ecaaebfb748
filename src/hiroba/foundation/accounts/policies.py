"""Who may give and take roles."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext as _

from hiroba.foundation.accounts.states import Role, is_scope
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.verdicts import Verdict, all_of, unless

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import Grant, User
    from hiroba.foundation.actors import Actor


def may_grant(by: "Actor", user: "User", role: str, scope: str) -> Verdict:
    """Administrators give roles, but not to themselves."""
    return all_of(
        _administers(by),
        unless(by.account != user, _("自分の役割は、ほかの管理者が変えます。")),
        unless(role in Role.values, _("その役割はありません。")),
        unless(
            is_scope(scope),
            _("範囲は「everywhere」「programme:…」「office:…」のどれかで入れてください。"),
        ),
    )


def may_end_grant(by: "Actor", grant: "Grant") -> Verdict:
    """Administrators take roles back, but not their own."""
    return all_of(
        _administers(by),
        unless(by.account != grant.user, _("自分の役割は、ほかの管理者が変えます。")),
        unless(grant.ended_at is None, _("この役割はすでに終わっています。")),
    )


def may_open_account(by: "Actor") -> Verdict:
    """Administrators and the house itself open accounts for others."""
    return _administers(by)


def may_choose_language(by: "Actor", language: str) -> Verdict:
    """Whoever signed in chooses the own language among those of the house."""
    return all_of(
        unless(by.account, _("ことばを覚えておくにはログインしてください。")),
        unless(language in dict(settings.LANGUAGES), _("そのことばはまだ選べません。")),
    )


def _administers(by: "Actor") -> Verdict:
    return unless(
        by == CLOCKWORK or by.holds(Role.ADMINISTRATOR), _("役割は管理者だけが変えられます。")
    )
