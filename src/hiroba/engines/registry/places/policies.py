"""Who may change what is known about places."""

import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.engines.registry.places.models import Country, Office, Prefecture, Territory
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.verdicts import Verdict, all_of, unless

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor


def may_load_reference(by: "Actor") -> Verdict:
    """Reference rows come with the program, or when an administrator asks for them."""
    return unless(
        by == CLOCKWORK or by.holds(Role.ADMINISTRATOR), _("基礎データは管理者が読み込みます。")
    )


def may_load_sample_network(by: "Actor") -> Verdict:
    """The same hands as for the reference rows."""
    return may_load_reference(by)


def may_open_office(by: "Actor", ref: str) -> Verdict:
    """An administrator opens an office under a name that is not taken."""
    return all_of(
        unless(by == CLOCKWORK or by.holds(Role.ADMINISTRATOR), _("拠点は管理者が登録します。")),
        unless(
            not Office.objects.filter(ref=ref).exists(),
            _("この略号の拠点はすでにあります。別の略号をお使いください。"),
        ),
    )


def may_open_site(by: "Actor", ref: str) -> Verdict:
    """An administrator opens a site."""
    return unless(by == CLOCKWORK or by.holds(Role.ADMINISTRATOR), _("施設は管理者が登録します。"))


def may_take_over(
    by: "Actor",
    office: Office,
    since: datetime.date,
    prefecture: Prefecture | None,
    country: Country | None,
) -> Verdict:
    """An administrator gives a prefecture or country to an office, later than the last time."""
    held = Territory.objects.filter(prefecture=prefecture, country=country, since__gte=since)
    return all_of(
        unless(
            by == CLOCKWORK or by.holds(Role.ADMINISTRATOR),
            _("担当地域は管理者が決めます。"),
        ),
        unless(
            (prefecture is None) != (country is None),
            _("都道府県か国のどちらか一つを選んでください。"),
        ),
        unless(
            not held.exists(),
            _("この日より後に、すでに担当が決まっています。もっと後の日を選んでください。"),
        ),
        _is_open(office, since),
    )


def _is_open(office: Office, on: datetime.date) -> Verdict:
    """The office works on the day from which it takes over."""
    return all_of(
        unless(
            office.since is None or office.since <= on,
            _("この拠点は、その日にはまだ開いていません。"),
        ),
        unless(
            office.until is None or office.until >= on, _("この拠点は、その日には閉じています。")
        ),
    )
