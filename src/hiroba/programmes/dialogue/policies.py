"""Who may plan meetings, propose, decide, register, write down and promise."""

import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.engines.gatherings import policies as gatherings
from hiroba.foundation import clock
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.verdicts import Verdict, all_of, any_of, unless
from hiroba.programmes.dialogue import queries
from hiroba.programmes.dialogue.queries import PROGRAMME
from hiroba.programmes.dialogue.states import COMMITMENT, ITEM

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor
    from hiroba.programmes.dialogue.models import (
        AgendaItem,
        Commitment,
        Meeting,
        Minutes,
        Series,
    )


def _keeps(by: "Actor") -> Verdict:
    return unless(
        by == CLOCKWORK or by.holds(Role.OFFICER, programme=PROGRAMME),
        _("対話の担当職員だけができます。"),
    )


def _speaks(by: "Actor", series: "Series") -> Verdict:
    return unless(queries.side_of(by, series), _("この会合のコーディネーターだけができます。"))


def may_open_series(by: "Actor") -> Verdict:
    """An officer opens a series."""
    return _keeps(by)


def may_name_coordinator(by: "Actor", series: "Series", person: "Actor") -> Verdict:
    """An officer names who speaks for a side, and nobody for both."""
    return all_of(
        _keeps(by),
        unless(
            not queries.side_of(person, series),
            _("この方は、すでにこの会合のコーディネーターです。"),
        ),
    )


def may_plan_meeting(by: "Actor", series: "Series", fiscal_year: int) -> Verdict:
    """An officer plans as many meetings a year as the rule says."""
    rule = queries.rule_of(series)
    return all_of(
        _keeps(by),
        unless(rule, _("この会合には、まだ決まりがありません。")),
        unless(
            rule and queries.last_number(series, fiscal_year) < rule.meetings_a_year,
            _("この会合は、年に%(n)s回までです。") % {"n": rule.meetings_a_year if rule else 0},
        ),
    )


def may_propose_item(by: "Actor", meeting: "Meeting") -> Verdict:
    """Whoever signed in proposes until the day on which the agenda closes."""
    return all_of(
        unless(by.account, _("提案するには、ログインしてください。")),
        unless(clock.today() <= meeting.agenda_until, _("この会合の議題の受付は終わりました。")),
    )


def may_accept_item(by: "Actor", item: "AgendaItem") -> Verdict:
    """A coordinator takes an item up."""
    return all_of(_speaks(by, item.meeting.series), ITEM.allows("accept_item", item.state))


def may_decline_item(by: "Actor", item: "AgendaItem", reason: str | None = None) -> Verdict:
    """A coordinator declines an item and says why."""
    return all_of(
        _speaks(by, item.meeting.series),
        ITEM.allows("decline_item", item.state),
        unless(reason is None or reason.strip(), _("取り上げない理由を書いてください。")),
    )


def may_register(by: "Actor", meeting: "Meeting") -> Verdict:
    """Whoever signed in registers once, while there are seats."""
    return all_of(
        gatherings.may_book(by, meeting.slot),
        unless(
            by.account is None or queries.registration_of(by.account, meeting) is None,
            _("この会合には、もう申し込んでいます。"),
        ),
    )


def may_write_minutes(by: "Actor", meeting: "Meeting") -> Verdict:
    """A coordinator writes down what was said, after the meeting."""
    return all_of(
        _speaks(by, meeting.series), unless(meeting.is_over, _("会合のあとに書いてください。"))
    )


def may_approve_minutes(by: "Actor", minutes: "Minutes", side: str | None = None) -> Verdict:
    """Each side agrees once with the newest version; `side` spares a question where known."""
    side = queries.side_of(by, minutes.meeting.series) if side is None else side
    return all_of(
        unless(side, _("この会合のコーディネーターだけができます。")),
        unless(
            queries.is_newest(minutes),
            _("新しい版があります。そちらをご覧ください。"),
        ),
        unless(
            side not in {approval.side for approval in minutes.approvals.all()},
            _("あなたの側は、もう確認しています。"),
        ),
    )


def may_promise(by: "Actor", meeting: "Meeting", due_on: datetime.date | None = None) -> Verdict:
    """A coordinator writes down who promised what until which day to come."""
    return all_of(
        _speaks(by, meeting.series),
        unless(due_on is None or due_on >= clock.today(), _("期日を、今日より後にしてください。")),
    )


def may_fulfil(by: "Actor", commitment: "Commitment") -> Verdict:
    """Who speaks for the side that promised, or an officer, records that it was done."""
    side = queries.side_of(by, commitment.meeting.series)
    return all_of(
        any_of(
            unless(side == commitment.side, _("約束した側のコーディネーターだけが記録できます。")),
            _keeps(by),
        ),
        COMMITMENT.allows("fulfil", commitment.state),
    )
