"""Everything that is written about calls, tracks and their rules."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from hiroba.engines.intake.calls import policies
from hiroba.engines.intake.calls.models import Call, Track, TrackRules
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from hiroba.engines.forms.models import FormVersion
    from hiroba.foundation.accounts.models import User


@action
def prepare(
    *,
    by: "User",
    programme: str,
    ref: str,
    fiscal_year: int,
    title_ja: str,
    title_en: str = "",
    summary_ja: str = "",
    summary_en: str = "",
    guideline_ja: str = "",
    guideline_en: str = "",
    is_sample: bool = False,
) -> Call:
    """There is a call which only officers see, until it is published."""
    require(policies.may_prepare(by, programme, ref))

    call = Call.objects.create(
        ref=ref,
        programme=programme,
        fiscal_year=fiscal_year,
        title_ja=title_ja,
        title_en=title_en,
        summary_ja=summary_ja,
        summary_en=summary_en,
        guideline_ja=guideline_ja,
        guideline_en=guideline_en,
        is_sample=is_sample,
        created_at=clock.now(),
    )

    note(by, "calls.prepare", call)
    return call


@action
def add_track(
    *,
    by: "User",
    call: Call,
    code: str,
    name_ja: str,
    name_en: str = "",
    opens_at: datetime,
    closes_at: datetime,
    form_version: "FormVersion",
    rules: dict[str, Any],
) -> Track:
    """The call has one more way in, with the first version of its rules."""
    call = Call.objects.select_for_update().get(pk=call.pk)
    require(policies.may_add_track(by, call, code, opens_at, closes_at, rules))

    track = Track.objects.create(
        call=call,
        code=code,
        name_ja=name_ja,
        name_en=name_en,
        opens_at=opens_at,
        closes_at=closes_at,
        form_version=form_version,
    )
    _lay_down(by, track, 1, rules, why="")

    note(by, "calls.add_track", call, track=code, closes_at=closes_at.isoformat())
    return track


@action
def amend_rules(*, by: "User", track: Track, rules: dict[str, Any], why: str) -> TrackRules:
    """Drafts begun from now on stand on new rules; older ones keep theirs."""
    track = Track.objects.select_for_update(of=("self",)).select_related("call").get(pk=track.pk)
    require(policies.may_amend_rules(by, track, rules))

    amended = _lay_down(by, track, track.rules.count() + 1, rules, why)

    note(by, "calls.amend_rules", track.call, track=track.code, no=amended.no, why=why)
    return amended


@action
def publish(*, by: "User", call: Call) -> Call:
    """Everybody can read the call; in its window one can answer it."""
    call = Call.objects.select_for_update().get(pk=call.pk)
    require(policies.may_publish(by, call))

    call.published_at, call.published_by = clock.now(), by
    call.save(update_fields=["published_at", "published_by"])

    note(by, "calls.publish", call)
    return call


def _lay_down(by: "User", track: Track, no: int, rules: dict[str, Any], why: str) -> TrackRules:
    return TrackRules.objects.create(
        track=track,
        no=no,
        content=rules,
        why=why,
        laid_down_by=by,
        laid_down_at=clock.now(),
    )
