"""Who may issue, use and revoke tokens."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.tokens import queries
from hiroba.foundation.tokens.states import DAYS, MOST, Scope
from hiroba.foundation.verdicts import Verdict, all_of, no, unless

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor
    from hiroba.foundation.tokens.models import Token


def may_issue(by: "Actor", scopes: Sequence[str], days: int) -> Verdict:
    """Whoever signed in issues tokens for the own account, a few of them, for a year at most."""
    if by.account is None:
        return no(_("鍵を作るにはログインしてください。"))
    return all_of(
        unless(scopes and set(scopes) <= set(Scope.values), _("できることを選んでください。")),
        unless(0 < days <= DAYS, _("使える日数は%(n)s日までです。") % {"n": DAYS}),
        unless(
            queries.alive_count(by.account) < MOST,
            _("使える鍵は%(n)s本までです。使わない鍵を無効にしてください。") % {"n": MOST},
        ),
    )


def may_revoke(by: "Actor", token: "Token") -> Verdict:
    """The owner, or an administrator when something went wrong."""
    return all_of(
        unless(
            by.account == token.owner or by.holds(Role.ADMINISTRATOR),
            _("鍵を無効にできるのは持ち主だけです。"),
        ),
        unless(token.revoked_at is None, _("この鍵はすでに無効です。")),
    )


def may_mark_used(by: "Actor") -> Verdict:
    """The house itself writes down when a token was used."""
    return unless(by == CLOCKWORK, _("使った時刻は自動で記録されます。"))


def may_do(token: "Token", scope: str) -> Verdict:
    """A token does only what it was issued for."""
    allowed = scope in token.scopes
    told = _("この鍵では「%(what)s」ことはできません。必要な範囲の鍵を作ってください。")
    return unless(allowed, told % {"what": Scope(scope).label})
