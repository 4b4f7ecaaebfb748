"""What every page knows about the house it is in."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language

from hiroba.foundation import clock


def house(request: HttpRequest) -> dict[str, Any]:
    """The kind of house, its clock, and this page's address in each language."""
    query = f"?{asked}" if (asked := request.META.get("QUERY_STRING", "")) else ""
    return {
        "house_kind": settings.HIROBA_ENV,
        "house_resting": settings.HIROBA_RESTING,
        "house_clock": clock.now() if clock.is_shifted() else None,
        "this_page_in": [
            (code, name, _translated(request.path, get_language(), code) + query)
            for code, name in settings.LANGUAGES
        ],
    }


@lru_cache(maxsize=2048)
def _translated(path: str, spoken: str | None, language: str) -> str:
    """The same page in another language; finding it costs more than many a query."""
    return translate_url(path, language)
