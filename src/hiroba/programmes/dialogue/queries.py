"""Every question about the dialogue."""

from typing import TYPE_CHECKING

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from hiroba.foundation import clock
from hiroba.foundation.roles import Role
from hiroba.programmes.dialogue.models import (
    AgendaItem,
    Approval,
    Commitment,
    Coordinator,
    Meeting,
    Minutes,
    Registration,
    Series,
    SeriesRule,
)
from hiroba.programmes.dialogue.states import CommitmentState, ItemState, Side

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor

PROGRAMME = KIND = "dialogue"


def series() -> QuerySet[Series]:
    """All series."""
    return Series.objects.order_by("pk")


def rule_of(of: Series) -> SeriesRule | None:
    """The rule that holds today."""
    return of.rules.filter(since__lte=clock.today()).order_by("-since").first()


def meetings() -> QuerySet[Meeting]:
    """All meetings, the last one first."""
    found = Meeting.objects.select_related("series", "slot__gathering")
    return found.order_by("-slot__starts_at", "-pk")


def meetings_to_come() -> QuerySet[Meeting]:
    """Meetings that have not begun, the next first."""
    return meetings().filter(slot__starts_at__gt=clock.now()).order_by("slot__starts_at", "pk")


def last_number(of: Series, fiscal_year: int) -> int:
    """How many meetings a series has had in a year."""
    return of.meetings.filter(fiscal_year=fiscal_year).count()


def side_of(by: "Actor", of: Series) -> str:
    """For which side somebody speaks in a series; nothing for others."""
    if by.account is None:
        return ""
    found = of.coordinators.filter(person=by.account, until=None).first()
    return found.side if found else ""


def coordinators_of(of: Series, side: str = "") -> QuerySet[Coordinator]:
    """Who speaks in a series now, for one side if told."""
    found = of.coordinators.filter(until=None).select_related("person")
    return found.filter(side=side) if side else found


def items_seen_by(by: "Actor", meeting: Meeting, side: str | None = None) -> QuerySet[AgendaItem]:
    """What is taken up for everybody; proposals for coordinators and for who proposed them.

    `side` spares a question where it is known already.
    """
    side = side_of(by, meeting.series) if side is None else side
    found = meeting.items.select_related("proposed_by").order_by("side", "pk")
    if side or by.holds(Role.OFFICER, Role.AUDITOR, programme=PROGRAMME):
        return found
    own = Q(proposed_by=by.account) if by.account else Q(pk=None)
    return found.filter(Q(state=ItemState.ACCEPTED) | own)


def items_to_decide(user: "User") -> QuerySet[AgendaItem]:
    """Proposals of series for which somebody speaks, the next meeting first."""
    mine = Coordinator.objects.filter(person=user, until=None).values("series")
    found = AgendaItem.objects.filter(state=ItemState.PROPOSED, meeting__series__in=mine)
    found = found.select_related("meeting__series", "meeting__slot")
    return found.order_by("proposed_at", "pk")


def minutes_of(meeting: Meeting) -> Minutes | None:
    """The newest version of what was said."""
    found = meeting.minutes.select_related("meeting__series").prefetch_related("approvals")
    return found.order_by("-number").first()


def are_agreed(minutes: Minutes) -> bool:
    """Whether both sides agree with a version."""
    return {approval.side for approval in minutes.approvals.all()} == set(Side.values)


def minutes_seen_by(by: "Actor", meeting: Meeting, side: str | None = None) -> Minutes | None:
    """What everybody may read; coordinators read what is not agreed yet."""
    found = minutes_of(meeting)
    side = side_of(by, meeting.series) if side is None else side
    if found is None or are_agreed(found) or side:
        return found
    return None


def minutes_to_approve(user: "User") -> QuerySet[Minutes]:
    """Newest versions with which the side of somebody does not agree yet."""
    newer = Minutes.objects.filter(meeting=OuterRef("meeting"), number__gt=OuterRef("number"))
    speaks = Coordinator.objects.filter(person=user, until=None, series=OuterRef("meeting__series"))
    side = Subquery(speaks_for(user, OuterRef("minutes__meeting__series")))
    agreed = Approval.objects.filter(minutes=OuterRef("pk"), side=side)
    found = Minutes.objects.filter(Exists(speaks), ~Exists(newer), ~Exists(agreed))
    return found.select_related("meeting__series", "meeting__slot").order_by("written_at", "pk")


def speaks_for(user: "User", series: OuterRef) -> QuerySet[Coordinator, str]:
    """The side for which somebody speaks in a series, inside another question."""
    found = Coordinator.objects.filter(person=user, until=None, series=series)
    return found.values_list("side", flat=True)[:1]


def is_newest(minutes: Minutes) -> bool:
    """Whether nobody has written a newer version."""
    newer = Minutes.objects.filter(meeting=minutes.meeting_id, number__gt=minutes.number)
    return not newer.exists()


def commitments_of(meeting: Meeting) -> QuerySet[Commitment]:
    """What was promised at a meeting, the first due first."""
    return meeting.commitments.order_by("due_on", "pk")


def commitments_open() -> QuerySet[Commitment]:
    """What has been promised and not been done, the first due first."""
    found = Commitment.objects.filter(state=CommitmentState.OPEN)
    return found.select_related("meeting__series", "meeting__slot").order_by("due_on", "pk")


def commitments_of_side(user: "User") -> QuerySet[Commitment]:
    """What the sides for which somebody speaks have promised and not done."""
    mine = Coordinator.objects.filter(person=user, until=None)
    own = Q(pk=None)
    for each in mine:
        own |= Q(meeting__series=each.series_id, side=each.side)
    return commitments_open().filter(own)


def registrations_of(user: "User") -> QuerySet[Registration]:
    """To which meetings somebody goes, the newest first."""
    found = Registration.objects.filter(booking__booked_by=user)
    found = found.select_related("booking__slot__gathering", "meeting__series", "meeting__slot")
    return found.order_by("-pk")


def registration_of(user: "User", meeting: Meeting) -> Registration | None:
    """How somebody comes to a meeting, unless it was cancelled."""
    return registrations_of(user).filter(meeting=meeting, booking__state="booked").first()


def registered_to(meeting: Meeting) -> list[tuple[str, str, int]]:
    """How many come for each side, in the room and online."""
    found = meeting.registrations.exclude(booking__state="cancelled").order_by("side", "place")
    rows = found.values_list("side", "place").annotate(n=Count("pk"))
    return [(side, place, n) for side, place, n in rows]
