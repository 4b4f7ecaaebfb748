"""Who may give, receive and use what was given."""

import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.foundation import clock
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.verdicts import Verdict, all_of, any_of, unless
from hiroba.programmes.giving import queries
from hiroba.programmes.giving.queries import PROGRAMME
from hiroba.programmes.giving.states import GIFT, GiftState

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor
    from hiroba.programmes.giving.models import Cause, Gift


def _keeps(by: "Actor") -> Verdict:
    return unless(
        by == CLOCKWORK or by.holds(Role.OFFICER, programme=PROGRAMME),
        _("寄附の担当職員だけができます。"),
    )


def may_open_cause(by: "Actor", ref: str) -> Verdict:
    """An officer opens something to give for."""
    return all_of(
        _keeps(by),
        unless(
            not queries.all_causes().filter(ref=ref).exists(),
            _("この記号の寄附先は、すでにあります。"),
        ),
    )


def may_set_rule(by: "Actor", cause: "Cause", since: datetime.date, least_yen: int) -> Verdict:
    """An officer sets from which day on one gives how much at least."""
    return all_of(
        _keeps(by),
        unless(least_yen >= 1, _("金額を1円以上にしてください。")),
        unless(
            not cause.rules.filter(since=since).exists(),
            _("この日からの決まりは、すでにあります。別の日を選んでください。"),
        ),
    )


def may_promise(cause: "Cause", yen: int | None = None, receipt_to: str | None = None) -> Verdict:
    """Everybody may give to an open cause, as much as its rule says at least."""
    rule = queries.rule_of(cause)
    return all_of(
        unless(
            rule and cause.is_open,
            _("この寄附先は、いま受け付けていません。ほかの寄附先をご覧ください。"),
        ),
        unless(
            yen is None or (rule and yen >= rule.least_yen),
            _("金額は、%(yen)s円以上にしてください。")
            % {"yen": f"{rule.least_yen if rule else 0:,}"},
        ),
        unless(
            receipt_to is None or receipt_to.strip(),
            _("受領証明書をお送りする住所を書いてください。"),
        ),
    )


def may_receive(
    by: "Actor", gift: "Gift", received_on: datetime.date | None = None, yen: int | None = None
) -> Verdict:
    """An officer records that a promised gift has arrived, with its day and its yen."""
    return all_of(
        _keeps(by),
        GIFT.allows("receive", gift.state),
        unless(
            received_on is None or received_on <= clock.today(),
            _("まだ来ていない日は記録できません。"),
        ),
        unless(yen is None or yen >= 1, _("金額を1円以上にしてください。")),
    )


def may_withdraw(by: "Actor", gift: "Gift") -> Verdict:
    """The donor or an officer withdraws a gift that has not arrived."""
    return all_of(
        any_of(
            unless(
                by.account is not None and by.account == gift.donor,
                _("申し込んだ方だけが取りやめられます。"),
            ),
            _keeps(by),
        ),
        GIFT.allows("withdraw", gift.state),
    )


def may_read_receipt(by: "Actor", gift: "Gift") -> Verdict:
    """The donor and officers read the receipt of a gift that arrived and for which one asked."""
    return all_of(
        any_of(
            unless(
                by.account is not None and by.account == gift.donor,
                _("寄附した方だけが受け取れます。"),
            ),
            unless(
                by.holds(Role.OFFICER, Role.AUDITOR, programme=PROGRAMME),
                _("寄附した方だけが受け取れます。"),
            ),
        ),
        unless(
            gift.state == GiftState.RECEIVED,
            _("入金を確認してから、受領証明書をお出しします。"),
        ),
        unless(hasattr(gift, "receipt"), _("受領証明書を希望されていません。")),
    )


def may_allocate(by: "Actor", to_ref: str = "") -> Verdict:
    """An officer proposes to use a fund for a project that everybody can read about."""
    return all_of(
        _keeps(by),
        unless(
            not to_ref or queries.projects_named([to_ref]),
            _("この番号の事業は見つかりません。事業の画面にある番号を書いてください。"),
        ),
    )
