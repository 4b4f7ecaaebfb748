"""Everything that is written about calls, tracks and their rules."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from hiroba.engines.intake.calls import policies
from hiroba.engines.intake.calls.models import Call, Extension, Track, TrackRules
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from hiroba.engines.forms.models import FormVersion
    from hiroba.foundation.accounts.models import User


@action
def prepare(
    *, by: "User", programme: str, ref: str, fiscal_year: int, is_sample: bool = False, **words: str
) -> Call:
    """There is a call, with its words in both languages, which only officers see until then."""
    require(policies.may_prepare(by, programme, ref))

    call, is_new = Call.objects.get_or_create(
        ref=ref,
        defaults={
            "programme": programme,
            "fiscal_year": fiscal_year,
            "is_sample": is_sample,
            "created_at": clock.now(),
            **words,
        },
    )
    # When two prepare the same name at once, the second is refused like anybody later.
    require(policies.may_take_name(is_new))

    note(by, "calls.prepare", call)
    return call


@action
def add_track(
    *,
    by: "User",
    call: Call,
    code: str,
    opens_at: datetime,
    closes_at: datetime,
    form_version: "FormVersion",
    rules: dict[str, Any],
    **names: str,
) -> Track:
    """The call has one more way in, with the first version of its rules."""
    call = Call.objects.select_for_update().get(pk=call.pk)
    require(policies.may_add_track(by, call, code, opens_at, closes_at, rules))

    window = {"opens_at": opens_at, "closes_at": closes_at}
    track = Track.objects.create(call=call, code=code, form_version=form_version, **window, **names)
    _lay_down(by, track, 1, rules, why="")

    note(by, "calls.add_track", call, track=code, closes_at=closes_at.isoformat())
    return track


@action
def amend_rules(*, by: "User", track: Track, rules: dict[str, Any], why: str) -> TrackRules:
    """Drafts begun from now on stand on new rules; older ones keep theirs."""
    track = _locked(track)
    require(policies.may_amend_rules(by, track, rules, why))

    amended = _lay_down(by, track, track.rules.count() + 1, rules, why.strip())

    note(by, "calls.amend_rules", track.call, track=track.code, no=amended.no, why=amended.why)
    return amended


@action
def extend(*, by: "User", track: Track, closes_at: datetime, why: str) -> Extension:
    """The track stays open until a later moment, and the reason is kept for everybody."""
    track = _locked(track)
    require(policies.may_extend(by, track, closes_at, why))

    extension = Extension.objects.create(
        track=track,
        closed_at=track.closes_at,
        closes_at=closes_at,
        why=why.strip(),
        extended_by=by,
        extended_at=clock.now(),
    )
    track.closes_at = closes_at
    track.save(update_fields=["closes_at"])

    told = {"track": track.code, "closes_at": closes_at.isoformat(), "why": extension.why}
    note(by, "calls.extend", track.call, **told)
    return extension


@action
def publish(*, by: "User", call: Call) -> Call:
    """Everybody can read the call; in its window one can answer it."""
    call = Call.objects.select_for_update().get(pk=call.pk)
    require(policies.may_publish(by, call))

    call.published_at, call.published_by = clock.now(), by
    call.save(update_fields=["published_at", "published_by"])

    note(by, "calls.publish", call)
    return call


def _locked(track: Track) -> Track:
    return Track.objects.select_for_update(of=("self",)).select_related("call").get(pk=track.pk)


def _lay_down(by: "User", track: Track, no: int, rules: dict[str, Any], why: str) -> TrackRules:
    return TrackRules.objects.create(
        track=track,
        no=no,
        content=rules,
        why=why,
        laid_down_by=by,
        laid_down_at=clock.now(),
    )
