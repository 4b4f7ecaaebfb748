"""Texts in several languages: each with its state, and whether it is as fresh as its source."""

from typing import Any

from django.utils.translation import get_language


def said(thing: Any, field: str, language: str = "") -> str:
    """The `_ja` or `_en` column of a thing; Japanese is never empty and stands in for English."""
    in_english = getattr(thing, f"{field}_en", "")
    wanted = language or get_language() or "ja"
    return str(in_english if wanted == "en" and in_english else getattr(thing, f"{field}_ja"))
