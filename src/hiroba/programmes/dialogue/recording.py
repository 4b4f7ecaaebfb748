"""Everything that is written about what is talked about, what was said and what was promised."""

import datetime
from typing import TYPE_CHECKING

from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.letters.actions import send
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require
from hiroba.programmes.dialogue import policies, queries
from hiroba.programmes.dialogue.findable import make_findable
from hiroba.programmes.dialogue.models import (
    AgendaItem,
    Approval,
    Commitment,
    Meeting,
    Minutes,
)
from hiroba.programmes.dialogue.states import COMMITMENT, ITEM, Side

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User


@action
def propose_item(
    *, by: "User", meeting: Meeting, side: str, kind: str, title: str, background: str
) -> AgendaItem:
    """The coordinators of both sides can decide about it, and are told by letter."""
    require(policies.may_propose_item(by, meeting))

    item = AgendaItem.objects.create(
        ref=new_ref("AG"),
        meeting=meeting,
        side=side,
        kind=kind,
        title=title.strip(),
        background=background.strip(),
        proposed_by=by,
        proposed_at=clock.now(),
    )

    note(by, "dialogue.propose_item", item, meeting=meeting.ref, side=side)
    for each in queries.coordinators_of(meeting.series):
        _tell("proposed", each.person, item)
    return item


@action
def accept_item(*, by: "User", item: AgendaItem) -> AgendaItem:
    """The meeting talks about it, and everybody reads so."""
    return _decided(by, item, "accept_item", "")


@action
def decline_item(*, by: "User", item: AgendaItem, reason: str) -> AgendaItem:
    """The meeting does not talk about it; whoever proposed reads why."""
    return _decided(by, item, "decline_item", reason)


def _decided(by: "User", item: AgendaItem, verb: str, reason: str) -> AgendaItem:
    found = AgendaItem.objects.select_for_update(of=("self",))
    item = found.select_related("meeting__series", "meeting__slot", "proposed_by").get(pk=item.pk)
    declines = verb == "decline_item"
    require(
        policies.may_decline_item(by, item, reason)
        if declines
        else policies.may_accept_item(by, item)
    )

    ITEM.move(item, verb)
    item.reason, item.decided_by = reason.strip(), by
    item.save(update_fields=["state", "reason", "decided_by"])
    make_findable(item.meeting)

    note(by, f"dialogue.{verb}", item)
    _tell("decided", item.proposed_by, item)
    return item


def _tell(kind: str, to: "User", item: AgendaItem) -> None:
    send(
        f"dialogue/{kind}",
        to=to.email,
        about=item,
        language=to.language,
        item=item,
        meeting=item.meeting,
    )


@action
def write_minutes(*, by: "User", meeting: Meeting, text: str) -> Minutes:
    """There is a new version of what was said; both sides look at it anew."""
    meeting = Meeting.objects.select_for_update(of=("self",)).select_related("series").get(
        pk=meeting.pk
    )  # fmt: skip
    require(policies.may_write_minutes(by, meeting))

    minutes = Minutes.objects.create(
        meeting=meeting,
        number=meeting.minutes.count() + 1,
        text=text.strip(),
        written_by=by,
        written_at=clock.now(),
    )

    note(by, "dialogue.write_minutes", meeting, version=minutes.number)
    return minutes


@action
def approve_minutes(*, by: "User", minutes: Minutes) -> Minutes:
    """The side agrees; when both do, everybody reads and finds what was said."""
    meeting = Meeting.objects.select_for_update(of=("self",)).get(pk=minutes.meeting_id)
    require(policies.may_approve_minutes(by, minutes))

    side = queries.side_of(by, meeting.series)
    Approval.objects.create(minutes=minutes, side=side, approved_by=by, approved_at=clock.now())
    if minutes.approvals.count() == len(Side):
        make_findable(meeting, minutes.text)

    note(by, "dialogue.approve_minutes", meeting, version=minutes.number, side=side)
    return minutes


@action
def promise(
    *, by: "User", meeting: Meeting, side: str, owner: str, text: str, due_on: datetime.date
) -> Commitment:
    """Everybody reads who promised what until when."""
    require(policies.may_promise(by, meeting, due_on))

    commitment = Commitment.objects.create(
        ref=new_ref("CM"),
        meeting=meeting,
        side=side,
        owner=owner.strip(),
        text=text.strip(),
        due_on=due_on,
    )

    note(by, "dialogue.promise", commitment, meeting=meeting.ref, due_on=due_on)
    return commitment


@action
def fulfil(*, by: "User", commitment: Commitment, how: str) -> Commitment:
    """What was promised is done, and everybody reads how."""
    found = Commitment.objects.select_for_update(of=("self",))
    commitment = found.select_related("meeting__series").get(pk=commitment.pk)
    require(policies.may_fulfil(by, commitment))

    COMMITMENT.move(commitment, "fulfil")
    commitment.fulfilled_on, commitment.how = clock.today(), how.strip()
    commitment.save(update_fields=["state", "fulfilled_on", "how"])

    note(by, "dialogue.fulfil", commitment)
    return commitment
