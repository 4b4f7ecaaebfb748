"""How two bodies that are one become one, and how that is undone."""

from typing import TYPE_CHECKING

from hiroba.engines.registry.people import policies, queries
from hiroba.engines.registry.people.findable import make_findable
from hiroba.engines.registry.people.models import Body, Merge
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.letters.actions import send
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User


@action
def merge(*, by: "User", absorbed: Body, survivor: Body, reason: str) -> Merge:
    """One body leads to the other; rows everywhere stay as they were written and follow it."""
    pair = Body.objects.select_for_update().order_by("pk")
    both = pair.in_bulk([absorbed.pk, survivor.pk])
    absorbed, survivor = both[absorbed.pk], both[survivor.pk]
    require(policies.may_merge(by, absorbed, survivor, reason))

    recipients = queries.members_to_write_to(absorbed)
    merge = _led_on(by, absorbed, survivor, reason.strip())
    make_findable([absorbed])

    note(by, "people.merge", absorbed, into=survivor.ref, reason=reason)
    for one in recipients:
        send("people/merged", to=one.email, about=absorbed, language=one.language, merge=merge)
    return merge


def _led_on(by: "User", absorbed: Body, survivor: Body, reason: str) -> Merge:
    """What was merged into the absorbed one before follows it, so that one step always leads on."""
    followers = Body.objects.filter(merged_into=absorbed).order_by("pk")
    merge = Merge.objects.create(
        ref=new_ref("G"),
        absorbed=absorbed,
        survivor=survivor,
        reason=reason,
        followers=list(followers.values_list("ref", flat=True)),
        merged_by=by,
        merged_at=clock.now(),
    )
    Body.objects.filter(merged_into=absorbed).update(merged_into=survivor)
    absorbed.merged_into = survivor
    absorbed.save(update_fields=["merged_into"])
    return merge


@action
def unmerge(*, by: "User", merge: Merge) -> Merge:
    """The two bodies stand apart again, and what followed the one follows it again."""
    merge = (
        Merge.objects.select_for_update(of=("self",))
        .select_related("absorbed", "survivor")
        .get(pk=merge.pk)
    )
    require(policies.may_unmerge(by, merge))

    Body.objects.filter(ref__in=merge.followers, merged_into=merge.survivor).update(
        merged_into=merge.absorbed
    )
    merge.absorbed.merged_into = None
    merge.absorbed.save(update_fields=["merged_into"])
    merge.undone_by, merge.undone_at = by, clock.now()
    merge.save(update_fields=["undone_by", "undone_at"])
    make_findable([merge.absorbed])

    note(by, "people.unmerge", merge.absorbed, apart_from=merge.survivor.ref)
    return merge
