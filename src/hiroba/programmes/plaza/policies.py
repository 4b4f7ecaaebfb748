"""Who may keep sites, show exhibitions, and bring a group."""

import datetime
from typing import TYPE_CHECKING

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hiroba.engines.gatherings import policies as gatherings
from hiroba.foundation import clock
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.verdicts import Verdict, all_of, unless
from hiroba.programmes.plaza import queries
from hiroba.programmes.plaza.queries import PROGRAMME
from hiroba.programmes.plaza.states import EXHIBITION

if TYPE_CHECKING:
    from hiroba.engines.gatherings.models import Slot
    from hiroba.foundation.actors import Actor
    from hiroba.programmes.plaza.models import Exhibition, Site


def _keeps(by: "Actor") -> Verdict:
    return unless(
        by == CLOCKWORK or by.holds(Role.OFFICER, programme=PROGRAMME),
        _("地球ひろばの担当職員だけができます。"),
    )


def may_open_site(by: "Actor") -> Verdict:
    """An officer of the plaza opens a site."""
    return _keeps(by)


def may_set_rule(
    by: "Actor",
    site: "Site",
    since: datetime.date,
    opens: datetime.time,
    closes: datetime.time,
    party_min: int,
    party_max: int,
) -> Verdict:
    """An officer says from which day on a site is open when, and whom it takes."""
    return all_of(
        _keeps(by),
        unless(
            not site.rules.filter(since=since).exists(),
            _("この日からの決まりは、すでにあります。別の日を選んでください。"),
        ),
        unless(closes > opens, _("閉館の時刻を、開館より後にしてください。")),
        unless(1 <= party_min <= party_max, _("団体の人数の下限と上限を確かめてください。")),
    )


def may_close_on(by: "Actor", site: "Site", day: datetime.date, reason: str) -> Verdict:
    """An officer closes a site on a day to come, once, and says why."""
    return all_of(
        _keeps(by),
        unless(day >= clock.today(), _("過ぎた日は、休館にできません。")),
        unless(reason.strip(), _("休館の理由を書いてください。")),
        unless(
            not site.closed_days.filter(day=day).exists(), _("この日は、すでに休館になっています。")
        ),
    )


def may_prepare_exhibition(
    by: "Actor", starts_on: datetime.date, ends_on: datetime.date | None
) -> Verdict:
    """An officer prepares an exhibition."""
    return all_of(
        _keeps(by),
        unless(
            ends_on is None or ends_on >= starts_on,
            _("最後の日を、始まりの日より後にしてください。"),
        ),
    )


def may_publish_exhibition(by: "Actor", exhibition: "Exhibition") -> Verdict:
    """An officer lets everybody read about an exhibition."""
    return all_of(_keeps(by), EXHIBITION.allows("publish_exhibition", exhibition.state))


def may_offer_visit(
    by: "Actor",
    site: "Site",
    day: datetime.date,
    starts: datetime.time,
    ends: datetime.time,
) -> Verdict:
    """An officer offers a time to come at which the site is open."""
    opening = queries.site_on(site, day).opening
    return all_of(
        _keeps(by),
        unless(ends > starts, _("終わりの時刻を、始まりより後にしてください。")),
        unless(day > clock.today(), _("明日より後の日を選んでください。")),
        unless(opening, _("この日は休館日です。")),
        unless(
            opening and opening.opens <= starts and ends <= opening.closes,
            _("開館している時間の中で選んでください。"),
        ),
    )


def may_book_visit(by: "Actor", slot: "Slot", people: int | None = None) -> Verdict:
    """A group of the size that the site takes comes on a day that lies far enough ahead."""
    rule = queries.rule_of(queries.site_of(slot), localdate(slot.starts_at))
    ahead = (localdate(slot.starts_at) - clock.today()).days
    return all_of(
        gatherings.may_book(by, slot),
        unless(rule, _("この会場は、まだ団体を受け付けていません。")),
        unless(
            rule and ahead >= rule.lead_days,
            _("この会場の団体見学は、%(days)s日前までに申し込んでください。")
            % {"days": rule.lead_days if rule else 0},
        ),
        unless(
            people is None or (rule and rule.party_min <= people <= rule.party_max),
            _("この会場が一度に受け入れる団体は、%(least)s名から%(most)s名までです。")
            % {"least": rule.party_min if rule else 0, "most": rule.party_max if rule else 0},
        ),
        gatherings.may_book(by, slot, people or 1),
    )


def may_keep_the_day(by: "Actor") -> Verdict:
    """Officers and guides see who comes today; auditors look."""
    return unless(
        by.holds(Role.OFFICER, Role.GUIDE, Role.AUDITOR, programme=PROGRAMME),
        _("地球ひろばの担当職員と案内人だけが見られます。"),
    )
