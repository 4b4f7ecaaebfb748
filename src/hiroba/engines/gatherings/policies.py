"""Who may plan gatherings, book, welcome, be on duty and count."""

import datetime
from typing import TYPE_CHECKING

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hiroba.engines.gatherings import queries
from hiroba.engines.gatherings.states import BOOKING, DUTY, GATHERING, GatheringState
from hiroba.foundation import clock
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.verdicts import Verdict, all_of, any_of, unless

if TYPE_CHECKING:
    from hiroba.engines.gatherings.models import Booking, Count, Duty, Gathering, Slot
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor


def _is_officer(by: "Actor", programme: str) -> Verdict:
    return unless(
        by == CLOCKWORK or by.holds(Role.OFFICER, programme=programme),
        _("この操作は、その事業の担当職員だけができます。"),
    )


def may_plan(by: "Actor", programme: str) -> Verdict:
    """An officer of the programme plans gatherings."""
    return _is_officer(by, programme)


def may_add_slot(
    by: "Actor",
    gathering: "Gathering",
    starts_at: datetime.datetime | None = None,
    ends_at: datetime.datetime | None = None,
) -> Verdict:
    """Times are added until the gathering is over; each ends after it has begun, and once."""
    planned = starts_at is not None and ends_at is not None
    return all_of(
        _is_officer(by, gathering.programme),
        unless(
            gathering.state in (GatheringState.DRAFT, GatheringState.OPEN),
            _("終わった集まりには、時間を足せません。"),
        ),
        unless(
            not planned or (starts_at and ends_at and ends_at > starts_at),
            _("終わりの時刻を、始まりより後にしてください。"),
        ),
        unless(
            starts_at is None or not gathering.slots.filter(starts_at=starts_at).exists(),
            _("この時刻の枠は、すでにあります。"),
        ),
    )


def may_open_gathering(by: "Actor", gathering: "Gathering") -> Verdict:
    """One can book when there is a time."""
    return all_of(
        _is_officer(by, gathering.programme),
        GATHERING.allows("open_gathering", gathering.state),
        unless(gathering.slots.exists(), _("先に、時間の枠を足してください。")),
    )


def may_end_gathering(by: "Actor", gathering: "Gathering") -> Verdict:
    """A gathering ends when its last time has passed."""
    return all_of(
        _is_officer(by, gathering.programme),
        GATHERING.allows("end_gathering", gathering.state),
        unless(
            not gathering.slots.filter(ends_at__gt=clock.now()).exists(),
            _("まだ終わっていない時間の枠があります。"),
        ),
    )


def may_call_off(by: "Actor", gathering: "Gathering", because: str | None = None) -> Verdict:
    """An officer calls a gathering off and says why."""
    return all_of(
        _is_officer(by, gathering.programme),
        GATHERING.allows("call_off", gathering.state),
        unless(because is None or because.strip(), _("中止の理由を書いてください。")),
    )


def may_book(by: "Actor", slot: "Slot", people: int = 1) -> Verdict:
    """Whoever signed in books as many seats as are left, until the slot begins."""
    return all_of(
        unless(by.account, _("予約するには、ログインしてください。")),
        unless(slot.gathering.state == GatheringState.OPEN, _("いまは受け付けていません。")),
        unless(slot.starts_at > clock.now(), _("この回は、もう始まりました。")),
        unless(people >= 1, _("人数を1名以上にしてください。")),
        unless(slot.left, _("満員です。ほかの回をお選びください。")),
        unless(people <= slot.left, _("残り%(n)s名です。") % {"n": slot.left}),
    )


def may_cancel_booking(by: "Actor", booking: "Booking") -> Verdict:
    """Whoever booked gives the seats back until the slot begins; officers too."""
    return all_of(
        any_of(
            unless(by.account == booking.booked_by, _("予約した方だけが取り消せます。")),
            _is_officer(by, booking.slot.gathering.programme),
        ),
        BOOKING.allows("cancel_booking", booking.state),
        unless(
            booking.slot.starts_at > clock.now(),
            _("始まった回の予約は取り消せません。担当の事務所へお知らせください。"),
        ),
    )


def _receives(by: "Actor", booking: "Booking") -> Verdict:
    slot = booking.slot
    return all_of(
        any_of(
            unless(
                by.account and queries.is_on_duty(by.account, slot),
                _("その回を引き受けた方と担当職員だけが記録できます。"),
            ),
            _is_officer(by, slot.gathering.programme),
        ),
        unless(
            localdate(slot.starts_at) <= clock.today(),
            _("当日より前には、来場を記録できません。"),
        ),
    )


def may_welcome(by: "Actor", booking: "Booking", came: int = 1) -> Verdict:
    """Officers, and who is on duty, record from the day on how many people came."""
    return all_of(
        _receives(by, booking),
        BOOKING.allows("welcome", booking.state),
        unless(came >= 1, _("来場した人数を1名以上にしてください。")),
    )


def may_miss(by: "Actor", booking: "Booking") -> Verdict:
    """Officers, and who is on duty, record from the day on that nobody came."""
    return all_of(_receives(by, booking), BOOKING.allows("miss", booking.state))


def may_ask_for_duty(by: "Actor", slot: "Slot", person: "User | None" = None) -> Verdict:
    """An officer asks somebody who is free at that time, once."""
    return all_of(
        _is_officer(by, slot.gathering.programme),
        unless(slot.starts_at > clock.now(), _("この回は、もう始まりました。")),
        unless(
            person is None or not queries.was_asked(person, slot),
            _("この方には、すでにお願いしています。"),
        ),
        unless(
            person is None or not queries.is_busy(person, slot),
            _("この方は、同じ時間に別の回を受け持っています。"),
        ),
    )


def _is_asked(by: "Actor", duty: "Duty") -> Verdict:
    return unless(by.account == duty.person, _("お願いされた本人だけが返事できます。"))


def may_accept_duty(by: "Actor", duty: "Duty") -> Verdict:
    """Whoever was asked says yes."""
    return all_of(_is_asked(by, duty), DUTY.allows("accept_duty", duty.state))


def may_decline_duty(by: "Actor", duty: "Duty") -> Verdict:
    """Whoever was asked says no, also after a yes, until the slot begins."""
    return all_of(
        _is_asked(by, duty),
        DUTY.allows("decline_duty", duty.state),
        unless(duty.slot.starts_at > clock.now(), _("この回は、もう始まりました。")),
    )


def may_count(by: "Actor", programme: str, day: datetime.date, known: "Count | None") -> Verdict:
    """An officer counts a day once, when it has come."""
    return all_of(
        _is_officer(by, programme),
        unless(day <= clock.today(), _("まだ来ていない日は数えられません。")),
        unless(known is None, _("この日は、もう数えてあります。訂正として記録してください。")),
    )


def may_correct_count(
    by: "Actor", programme: str, count: "Count", because: str | None = None
) -> Verdict:
    """An officer corrects what holds of a day, and says why; what stood there stays."""
    return all_of(
        _is_officer(by, programme),
        unless(not queries.is_corrected(count), _("この数は、もう訂正されています。")),
        unless(because is None or because.strip(), _("訂正の理由を書いてください。")),
    )
