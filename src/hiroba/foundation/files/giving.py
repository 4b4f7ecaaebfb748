"""Giving files back: always as an attachment, never shown inside our own pages."""

from django.http import FileResponse

from hiroba.foundation.files import shelf
from hiroba.foundation.files.kinds import MEDIA_TYPES
from hiroba.foundation.files.models import StoredFile


def attachment(kept: StoredFile) -> FileResponse:
    """The file for saving; the page that calls this has asked whether the person may see it."""
    answer = FileResponse(
        shelf.get(kept.shelf).open("rb"),
        as_attachment=True,
        filename=kept.name,
        content_type=MEDIA_TYPES.get(kept.kind, "application/octet-stream"),
    )
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
