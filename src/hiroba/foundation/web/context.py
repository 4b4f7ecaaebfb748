"""What every page knows about the house it is in."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url

from hiroba.foundation import clock


def house(request: HttpRequest) -> dict[str, Any]:
    """The kind of house, its clock, and this page's address in each language."""
    path = request.get_full_path()
    return {
        "house_kind": settings.HIROBA_ENV,
        "house_resting": settings.HIROBA_RESTING,
        "house_clock": clock.now() if clock.is_shifted() else None,
        "this_page_in": [
            (code, name, translate_url(path, code)) for code, name in settings.LANGUAGES
        ],
    }
