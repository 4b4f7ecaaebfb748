"""Preparing, publishing and changing calls for joint projects."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import translation

from hiroba.engines.forms.queries import latest_version
from hiroba.engines.intake.calls import actions as calls
from hiroba.engines.intake.review import actions as review
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.search.actions import put
from hiroba.foundation.verdicts import require
from hiroba.foundation.words import said
from hiroba.programmes.cooperation.proposals import policies, queries, standard
from hiroba.programmes.cooperation.proposals.telling import tell_body

if TYPE_CHECKING:
    from hiroba.engines.intake.calls.models import Call, Extension, Track, TrackRules
    from hiroba.foundation.accounts.models import User
    from hiroba.programmes.cooperation.proposals.models import Scheme


@action
def prepare_call(
    *, by: "User", ref: str, fiscal_year: int, is_sample: bool = False, **words: str
) -> "Call":
    """There is a call for joint projects which only officers see."""
    require(policies.may_prepare_call(by, ref))
    return calls.prepare(
        by=by,
        programme=queries.PROGRAMME,
        ref=ref,
        fiscal_year=fiscal_year,
        is_sample=is_sample,
        **words,
    )


@action
def add_track(
    *,
    by: "User",
    call: "Call",
    scheme: "Scheme",
    opens_at: datetime,
    closes_at: datetime,
    reads: int = 2,
) -> "Track":
    """A scheme is open in the call, with its newest form and the limits of its first day."""
    require(policies.may_add_track(by, call, scheme, opens_at))

    track = _opened(by, call, scheme, opens_at, closes_at)
    review.open_stage(
        by=by,
        track=track,
        name_ja="書面審査",
        name_en="Written review",
        rubric=standard.rubric(),
        reads=reads,
    )
    return track


def _opened(
    by: "User", call: "Call", scheme: "Scheme", opens_at: datetime, closes_at: datetime
) -> "Track":
    limits = queries.limits_on(scheme, opens_at.astimezone(clock.JAPAN).date())
    form_version = latest_version(scheme.form_code)
    assert limits and form_version
    return calls.add_track(
        by=by,
        call=call,
        code=scheme.code,
        name_ja=scheme.name_ja,
        name_en=scheme.name_en,
        opens_at=opens_at,
        closes_at=closes_at,
        form_version=form_version,
        rules=limits.content,
    )


@action
def extend_track(*, by: "User", track: "Track", closes_at: datetime, why: str) -> "Extension":
    """The track stays open longer; everybody reads why, and those who are writing are told."""
    require(policies.may_extend_track(by, track, closes_at, why))

    extension = calls.extend(by=by, track=track, closes_at=closes_at, why=why)

    for proposal in queries.being_written_for(track):
        once = f"{proposal.ref}:{extension.pk}"
        tell_body("deadline_extended", proposal, once=once, extension=extension)
    return extension


@action
def amend_rules(*, by: "User", track: "Track", rules: dict[str, Any], why: str) -> "TrackRules":
    """Drafts begun from now on stand on new rules; those who are writing are told."""
    require(policies.may_amend_rules(by, track, rules, why))

    amended = calls.amend_rules(by=by, track=track, rules=rules, why=why)

    for proposal in queries.being_written_for(track):
        tell_body("rules_amended", proposal, once=f"{proposal.ref}:{amended.pk}", amended=amended)
    return amended


@action
def publish_call(*, by: "User", call: "Call") -> "Call":
    """Everybody can read the call, and find it."""
    require(policies.may_publish_call(by, call))
    call = calls.publish(by=by, call=call)
    for language in ("ja", "en"):
        with translation.override(language):
            put(
                ref=f"call-{call.ref}",
                kind="call",
                url=reverse("proposals:call", args=[call.ref]),
                title=said(call, "title", language),
                text=said(call, "summary", language),
                language=language,
                on=clock.today(),
            )
    return call
