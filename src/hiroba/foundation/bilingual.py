"""Reading the `_ja` and `_en` columns of a thing in the language of the reader."""

from typing import Any

from django.utils.translation import get_language


def said(thing: Any, field: str, language: str = "") -> str:
    """The `_ja` or `_en` column of a thing; Japanese is never empty and stands in for English."""
    in_english = getattr(thing, f"{field}_en", "")
    wanted = language or get_language() or "ja"
    return str(in_english if wanted == "en" and in_english else getattr(thing, f"{field}_ja"))
