"""Calls, and one's bodies' proposals, as programs read and write them."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from ninja import Query, Router, Status

from hiroba.engines.forms.answering import tidy
from hiroba.engines.forms.edits import Edit, mark
from hiroba.engines.intake.calls.queries import track_of
from hiroba.engines.registry.people.queries import bodies_of
from hiroba.foundation import clock
from hiroba.foundation.actors import GUEST
from hiroba.foundation.tokens.doors import ANYONE, Keyholder
from hiroba.foundation.tokens.states import Scope
from hiroba.foundation.verdicts import Refused
from hiroba.foundation.web.listing import Turn, both, listing, named
from hiroba.programmes.cooperation.proposals import actions, queries
from hiroba.programmes.cooperation.proposals.shapes import (
    Answers,
    Beginning,
    CallFilter,
    CallPage,
    CallTold,
    ProposalPage,
    ProposalTold,
)

router = Router()

READ, WRITE = Keyholder(Scope.PROPOSALS_READ), Keyholder(Scope.PROPOSALS_WRITE)


@router.get(
    "/calls",
    response=CallPage,
    auth=ANYONE,
    tags=["calls"],
    **named(gettext_lazy("募集の一覧")),
)
def calls(request: HttpRequest, wanted: Query[CallFilter]) -> dict[str, Any]:
    """Published calls, the newest first."""
    found = queries.open_calls() if wanted.open else queries.calls_seen_by(GUEST)
    order = ("-published_at", "-pk")
    return listing(request, found, order, wanted.limit, lambda rows: [*map(_call, rows)])


@router.get(
    "/calls/{ref}",
    response=CallTold,
    auth=ANYONE,
    tags=["calls"],
    **named(gettext_lazy("一つの募集")),
)
def call(request: HttpRequest, ref: str) -> dict[str, Any]:
    """A published call with its tracks."""
    return _call(get_object_or_404(queries.calls_seen_by(GUEST), ref=ref))


@router.get(
    "/proposals",
    response=ProposalPage,
    auth=READ,
    tags=["proposals"],
    **named(gettext_lazy("自分の団体の提案書")),
)
def proposals(request: HttpRequest, wanted: Query[Turn]) -> dict[str, Any]:
    """What one's bodies are writing or have handed in, the newest first."""
    found = queries.proposals_of(_person(request))
    return listing(request, found, ("-pk",), wanted.limit, lambda rows: [*map(_proposal, rows)])


@router.get(
    "/proposals/{ref}",
    response=ProposalTold,
    auth=READ,
    tags=["proposals"],
    **named(gettext_lazy("一つの提案書")),
)
def proposal(request: HttpRequest, ref: str) -> dict[str, Any]:
    """A proposal of one's body, with its answers."""
    return _proposal(_found(request, ref))


@router.post(
    "/proposals",
    response={201: ProposalTold},
    auth=WRITE,
    tags=["proposals"],
    **named(gettext_lazy("提案書を書き始める")),
)
def start_proposal(request: HttpRequest, beginning: Beginning) -> Status[dict[str, Any]]:
    """A draft on a track of a call, for one of one's bodies."""
    found = get_object_or_404(queries.calls_seen_by(GUEST), ref=beginning.call)
    body = get_object_or_404(bodies_of(_person(request)), ref=beginning.body)
    track = track_of(found, beginning.track)
    if track is None:
        raise Refused(_("この募集にその枠はありません。"))
    made = actions.start_proposal(
        by=_person(request), track=track, body=body, title=beginning.title
    )
    return Status(201, _proposal(_found(request, made.ref)))


@router.put(
    "/proposals/{ref}/answers",
    response=ProposalTold,
    auth=WRITE,
    tags=["proposals"],
    **named(gettext_lazy("答えを保存する")),
)
def save_answers(request: HttpRequest, ref: str, told: Answers) -> dict[str, Any]:
    """The answers are kept; one that another hand changed meanwhile is never overwritten."""
    found = _found(request, ref)
    document = found.submission.document
    if told.version not in (None, document.version):
        raise Refused(_("ほかの人が先に書き換えています。読み直してから、もう一度送ってください。"))
    edits = tuple(
        Edit(key, tidy(typed), mark(document.answers.get(key, "")))
        for key, typed in told.answers.items()
    )
    written = actions.save_answers(by=_person(request), proposal=found, edits=edits)
    if written.clashes:
        raise Refused(_("ほかの人が先に書き換えています。読み直してから、もう一度送ってください。"))
    return _proposal(_found(request, ref))


@router.post(
    "/proposals/{ref}/submit",
    response=ProposalTold,
    auth=WRITE,
    tags=["proposals"],
    **named(gettext_lazy("応募する")),
)
def submit_proposal(request: HttpRequest, ref: str) -> dict[str, Any]:
    """Handed in, with a receipt; a second time gives the same receipt."""
    arrived_at = clock.now()
    actions.submit_proposal(
        by=_person(request), proposal=_found(request, ref), arrived_at=arrived_at
    )
    return _proposal(_found(request, ref))


def _person(request: HttpRequest) -> Any:
    return request.auth  # type: ignore[attr-defined]


def _found(request: HttpRequest, ref: str) -> Any:
    return get_object_or_404(queries.proposals_of(_person(request)), ref=ref)


def _call(call: Any) -> dict[str, Any]:
    return {
        "ref": call.ref,
        "fiscal_year": call.fiscal_year,
        "title": both(call, "title"),
        "summary": both(call, "summary"),
        "published_at": call.published_at,
        "is_sample": call.is_sample,
        "tracks": [_track(track) for track in call.tracks.all()],
    }


def _track(track: Any) -> dict[str, Any]:
    return {
        "code": track.code,
        "name": both(track, "name"),
        "opens_at": track.opens_at,
        "closes_at": track.closes_at,
        "is_open": track.open(),
    }


def _proposal(proposal: Any) -> dict[str, Any]:
    submission = proposal.submission
    return {
        "ref": proposal.ref,
        "call": submission.track.call.ref,
        "track": submission.track.code,
        "body": submission.body.ref,
        "title": submission.title,
        "state": submission.state,
        "version": submission.document.version,
        "answers": submission.document.answers,
        "started_at": submission.started_at,
        "submitted_at": submission.submitted_at,
        "receipt_no": submission.receipt_no,
    }
