"""Questions about kept files."""

from typing import BinaryIO

from django.db.models import QuerySet

from hiroba.foundation.files import shelf
from hiroba.foundation.files.models import StoredFile


def kept_for(purpose: str) -> QuerySet[StoredFile]:
    """The files that were kept for a purpose, the newest first."""
    return StoredFile.objects.filter(purpose=purpose).order_by("-kept_at", "-pk")


def opened(kept: StoredFile) -> BinaryIO:
    """The content of a kept file, to be read and closed."""
    return shelf.get(kept.shelf).open("rb")
