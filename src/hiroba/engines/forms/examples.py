"""A small form and a document on it, for tests."""

from typing import Any

from hiroba.engines.forms import actions
from hiroba.engines.forms.models import Document, FormVersion
from hiroba.foundation.actors import CLOCKWORK, Actor


def words(ja: str, en: str) -> dict[str, str]:
    return {"ja": ja, "en": en}


def small_form(code: str = "small") -> dict[str, Any]:
    """Two pages: who it is and what it costs."""
    return {
        "dsl": 1,
        "id": code,
        "title": words("小さな様式", "A small form"),
        "pages": [
            {
                "key": "who",
                "title": words("団体", "Body"),
                "items": [
                    {
                        "key": "name",
                        "type": "short_text",
                        "label": words("団体の名前", "Name of the body"),
                        "require": True,
                        "blind": "identity",
                        "max_chars": 40,
                    },
                    {
                        "key": "aim",
                        "type": "long_text",
                        "label": words("ねらい", "Aim"),
                        "require": True,
                        "max_chars": 20,
                    },
                ],
            },
            {
                "key": "money",
                "title": words("お金", "Money"),
                "items": [
                    {
                        "key": "yen_total",
                        "type": "yen",
                        "label": words("総額", "Total"),
                        "require": True,
                        "index": True,
                    },
                ],
            },
        ],
    }


def published(content: dict[str, Any] | None = None) -> FormVersion:
    """A form that stands."""
    content = content or small_form()
    return actions.publish(by=CLOCKWORK, code=content["id"], content=content)


def document(by: Actor = CLOCKWORK, **answers: str) -> Document:
    """A document on the small form."""
    return actions.start(by=by, form_version=published(), answers=answers)


FULL = {"name": "みなと", "aim": "水をきれいに", "yen_total": "９,８００,０００円"}
