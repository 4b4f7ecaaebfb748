"""The folder in which contents lie, each once, under its hash."""

import errno
import os
import tempfile
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from hiroba.foundation.verdicts import Refused

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}


def put(place: str, content: bytes) -> None:
    """The content lies in its place, whole or not at all; a full disk is told to the person."""
    target = Path(settings.MEDIA_ROOT) / place
    if target.exists():
        return
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(target, content)
    except OSError as trouble:
        if trouble.errno in NO_ROOM:
            raise Refused(
                _(
                    "保存する場所がいっぱいです。担当者へお知らせください。入力した内容は残っています。"
                )
            ) from trouble
        raise


def get(place: str) -> Path:
    """Where the content can be read."""
    return Path(settings.MEDIA_ROOT) / place


def _write_whole(target: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, target)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
