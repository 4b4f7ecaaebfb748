"""How a letter is worded: its template, its language, its subject line."""

import re
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.template import Context
from django.template.loader import select_template
from django.utils import translation

SUBJECT_LENGTH = 300


def worded(kind: str, language: str, about: Any, facts: dict[str, Any]) -> tuple[str, str]:
    """Subject and body of a letter; Japanese where the language has no wording of its own."""
    room, name = kind.split("/")
    wordings = [f"{room}/letters/{name}.{tongue}.txt" for tongue in (language, "ja")]
    known = {**facts, "about": about, "address": settings.HIROBA_ADDRESS}
    template: Any = select_template(wordings)
    with translation.override(language):
        # Plain text: a name such as O'Hara & Sons must not become HTML.
        text = template.template.render(Context(known, autoescape=False))
    subject, _, body = text.strip().partition("\n")
    return " ".join(subject.split())[:SUBJECT_LENGTH], _tidied(body)


def is_address(text: str) -> bool:
    """Whether a letter can be sent there."""
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def message_id(ref: str) -> str:
    """The same name at every attempt, so that a mailbox keeps one copy."""
    return f"<{ref}@{urlsplit(settings.HIROBA_ADDRESS).hostname or 'hiroba'}>"


def _tidied(body: str) -> str:
    """No gaps where a condition of the template left nothing."""
    return re.sub(r"\n{3,}", "\n\n", body).strip() + "\n"
