"""Bodies, as programs read them; only what the public directory shows."""

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from ninja import Query, Router, Schema

from hiroba.engines.registry.people import queries
from hiroba.foundation.tokens.doors import ANYONE
from hiroba.foundation.web.listing import BothLanguages, Page, Turn, both, listing, named

router = Router(tags=["bodies"])

Code = Annotated[str, Query(max_length=40)]


class BodyTold(Schema):
    """An organisation."""

    ref: str
    name: BothLanguages
    kana: str
    abbreviation: str
    personality: str
    corporate_number: str
    identifier: str
    country: str | None
    prefecture: str | None
    municipality: str | None
    active_since: date | None
    homepage: str
    about: BothLanguages
    state: str


class BodyPage(Page):
    items: list[BodyTold]


class BodyFilter(Turn):
    """What bodies one looks for."""

    q: Annotated[str, Query(max_length=100, description="Words of a name or number.")] = ""
    prefecture: Code = ""
    personality: Code = ""


@router.get("/bodies", response=BodyPage, auth=ANYONE, **named(_("団体の一覧")))
def bodies(request: HttpRequest, wanted: Query[BodyFilter]) -> dict[str, Any]:
    """Verified bodies in the order of their readings."""
    found = queries.directory(wanted.q, wanted.prefecture, wanted.personality)
    return listing(request, found, ("kana", "pk"), wanted.limit, lambda rows: [*map(_told, rows)])


@router.get("/bodies/{ref}", response=BodyTold, auth=ANYONE, **named(_("一つの団体")))
def body(request: HttpRequest, ref: str) -> dict[str, Any]:
    """A body one may see; one's own in any state."""
    by = request.auth  # type: ignore[attr-defined]
    return _told(get_object_or_404(queries.bodies_seen_by(by), ref=ref))


def _told(body: Any) -> dict[str, Any]:
    return {
        "ref": body.ref,
        "name": both(body, "name"),
        "kana": body.kana,
        "abbreviation": body.abbreviation,
        "personality": body.personality,
        "corporate_number": body.corporate_number,
        "identifier": body.identifier,
        "country": body.country.code if body.country else None,
        "prefecture": body.prefecture.code if body.prefecture else None,
        "municipality": body.municipality.code if body.municipality else None,
        "active_since": body.active_since,
        "homepage": body.homepage,
        "about": both(body, "about"),
        "state": body.state,
    }
