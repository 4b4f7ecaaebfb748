"""Questions about calls, their tracks, their rules, and who fits them."""

from typing import TYPE_CHECKING

from django.db.models import F, Max, Min, Prefetch, Q, QuerySet

from hiroba.engines.intake.calls.models import (
    Call,
    CallQuerySet,
    Extension,
    Track,
    TrackRules,
)
from hiroba.engines.intake.calls.rules import Standing, standings
from hiroba.foundation import clock
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import Actor

if TYPE_CHECKING:
    from hiroba.engines.registry.people.models import Body


def calls_seen_by(by: Actor, programme: str) -> CallQuerySet:
    """Published calls; for the programme's officers also those still being prepared."""
    calls = Call.objects.filter(programme=programme)
    if not by.holds(Role.OFFICER, programme=programme):
        calls = calls.published()
    return (
        calls.annotate(first_opens_at=Min("tracks__opens_at"), closes_at=Max("tracks__closes_at"))
        .prefetch_related(Prefetch("tracks", Track.objects.order_by("closes_at", "pk")))
        .order_by("-closes_at", "-pk")
    )


def open_calls(programme: str) -> QuerySet[Call]:
    """Published calls one can answer now, the newest first."""
    now = clock.now()
    return (
        Call.objects.published()
        .filter(programme=programme)
        .filter(tracks__opens_at__lte=now, tracks__closes_at__gt=now)
        .distinct()
        .prefetch_related(Prefetch("tracks", Track.objects.order_by("closes_at", "pk")))
        .order_by("-published_at", "-pk")
    )


def calls_to_publish(programme: str) -> QuerySet[Call]:
    """Calls being prepared, which nobody outside can read yet."""
    return Call.objects.filter(programme=programme, published_at=None).order_by("created_at", "pk")


def track_of(call: Call, code: str) -> Track | None:
    """The track of that name in a call."""
    return Track.objects.filter(call=call, code=code).select_related("call", "form_version").first()


def tracks_of(call: Call) -> tuple[Track, ...]:
    """All tracks with their rules in force as `rules_now`, the first to close first."""
    tracks = tuple(
        Track.objects.filter(call=call)
        .select_related("call", "form_version")
        .prefetch_related(Prefetch("rules", TrackRules.objects.order_by("no", "pk")))
        .order_by("closes_at", "pk")
    )
    for track in tracks:
        track.rules_now = list(track.rules.all())[-1].rules
    return tracks


def extensions_since_publication(call: Call) -> QuerySet[Extension]:
    """Deadlines that were moved after everybody could read them, the newest first."""
    return (
        Extension.objects.filter(track__call=call, extended_at__gt=F("track__call__published_at"))
        .select_related("track")
        .order_by("-extended_at", "-pk")
    )


def rules_since_publication(call: Call) -> QuerySet[TrackRules]:
    """Versions of rules that were laid down after everybody could read them, the newest first."""
    return (
        TrackRules.objects.filter(
            track__call=call, no__gt=1, laid_down_at__gt=F("track__call__published_at")
        )
        .select_related("track")
        .order_by("-laid_down_at", "-pk")
    )


def rules_in_force(track: Track) -> TrackRules:
    """The newest version of a track's rules."""
    return TrackRules.objects.filter(track=track).order_by("-no", "-pk")[:1].get()


def standings_of(body: "Body", rules: TrackRules, track: Track) -> tuple[Standing, ...]:
    """How a body stands against each rule, counted on the day on which the track closes."""
    return standings(rules.rules, body, track.closes_at.astimezone(clock.JAPAN).date())


def call_exists(ref: str) -> bool:
    """Whether a call of that name stands already."""
    return Call.objects.filter(Q(ref=ref)).exists()
