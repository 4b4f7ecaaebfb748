"""A small form and a document on it, for tests."""

from typing import Any

from hiroba.engines.forms import actions
from hiroba.engines.forms.models import Document, FormVersion
from hiroba.foundation.actors import CLOCKWORK, Actor


def words(ja: str, en: str) -> dict[str, str]:
    """A text in both languages."""
    return {"ja": ja, "en": en}


def question(key: str, kind: str, ja: str, en: str, **more: Any) -> dict[str, Any]:
    """One question that must be answered."""
    return {"key": key, "type": kind, "label": words(ja, en), "require": True, **more}


def small_form(code: str = "small", *more: dict[str, Any]) -> dict[str, Any]:
    """Two pages: who it is and what it costs, and whatever else is asked there."""
    name = question("name", "short_text", "団体の名前", "Name of the body", max_chars=40)
    aim = question("aim", "long_text", "ねらい", "Aim", max_chars=20)
    total = question("yen_total", "yen", "総額", "Total", index=True)
    return {
        "dsl": 1,
        "id": code,
        "title": words("小さな様式", "A small form"),
        "pages": [
            page("who", "団体", "Body", {**name, "blind": "identity"}, aim),
            page("money", "お金", "Money", total, *more),
        ],
    }


def page(key: str, ja: str, en: str, *items: dict[str, Any]) -> dict[str, Any]:
    """Questions that are answered together."""
    return {"key": key, "title": words(ja, en), "items": list(items)}


def published(content: dict[str, Any] | None = None) -> FormVersion:
    """A form that stands."""
    content = content or small_form()
    return actions.publish(by=CLOCKWORK, code=content["id"], content=content)


def document(by: Actor = CLOCKWORK, **answers: str) -> Document:
    """A document on the small form."""
    return actions.start(by=by, form_version=published(), answers=answers)


FULL = {"name": "みなと", "aim": "水をきれいに", "yen_total": "９,８００,０００円"}
