"""Who may open desks, ask there, and say what was checked."""

import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.foundation import clock
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.verdicts import Verdict, all_of, unless
from hiroba.programmes.desks import queries
from hiroba.programmes.desks.queries import PROGRAMME

if TYPE_CHECKING:
    from hiroba.engines.registry.places.models import Country
    from hiroba.foundation.actors import Actor
    from hiroba.programmes.desks.models import Desk


def _is_officer(by: "Actor") -> Verdict:
    return unless(
        by == CLOCKWORK or by.holds(Role.OFFICER, programme=PROGRAMME),
        _("ジャパンデスクの担当職員だけができます。"),
    )


def may_open_desk(
    by: "Actor", country: "Country | None" = None, on: datetime.date | None = None
) -> Verdict:
    """An officer opens one desk in a country at a time, today or on an earlier day."""
    return all_of(
        _is_officer(by),
        _not_ahead(on),
        unless(
            country is None or queries.desk_in(country) is None,
            _("この国には、すでにデスクがあります。"),
        ),
    )


def may_close_desk(by: "Actor", desk: "Desk", on: datetime.date | None = None) -> Verdict:
    """An officer closes an open desk, today or on an earlier day after it opened."""
    return all_of(
        _is_officer(by),
        unless(desk.closed_on is None, _("このデスクは、すでに終了しています。")),
        _not_ahead(on),
        unless(on is None or on > desk.opened_on, _("開設した日より後の日を入れてください。")),
    )


def may_ask(desk: "Desk") -> Verdict:
    """Everybody may ask a desk that is open."""
    return unless(
        desk.closed_on is None or desk.closed_on > clock.today(),
        _("このデスクは終了しました。ほかの国のデスクにお尋ねください。"),
    )


def may_set_checking_rule(by: "Actor", fresh_days: int) -> Verdict:
    """An officer says for how many days a check holds."""
    return all_of(
        _is_officer(by),
        unless(fresh_days >= 1, _("1日以上にしてください。")),
    )


def may_add_local_body(by: "Actor", country: "Country | None" = None, name_en: str = "") -> Verdict:
    """An officer enters a body that was looked at, and that the country does not know yet."""
    return all_of(
        _is_officer(by),
        unless(
            country is None or not queries.knows_body(country, name_en),
            _("この名称(英語)の団体は、すでに載っています。"),
        ),
    )


def may_check_local_body(by: "Actor") -> Verdict:
    """An officer has looked at a body again."""
    return _is_officer(by)


def may_write_guide(by: "Actor") -> Verdict:
    """An officer writes what is told about a country."""
    return _is_officer(by)


def _not_ahead(on: datetime.date | None) -> Verdict:
    """What has not happened yet is not recorded."""
    return unless(on is None or on <= clock.today(), _("まだ来ていない日は記録できません。"))
