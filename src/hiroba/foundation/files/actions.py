"""Taking files in."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.files import policies, shelf
from hiroba.foundation.files.kinds import kind_of
from hiroba.foundation.files.models import StoredFile
from hiroba.foundation.journal.actions import note
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    from hiroba.foundation.actors import Actor

UNSAFE = re.compile(r'[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069/\\:*?"<>|]')


@action
def keep(
    *, by: "Actor", upload: "UploadedFile", purpose: str, kinds: Sequence[str], megabytes: int = 10
) -> StoredFile:
    """The file lies on the shelf under its hash; the same content twice takes the room of one."""
    name = _safe_name(upload.name or "")
    fits = (upload.size or 0) <= megabytes * policies.MEGABYTE
    content = upload.read() if fits else b""
    require(policies.may_keep(name, upload.size or 0, kind_of(content), kinds, megabytes))

    kept = StoredFile(
        ref=new_ref("F"),
        sha256=hashlib.sha256(content).hexdigest(),
        name=name,
        kind=kind_of(content),
        size=len(content),
        purpose=purpose,
        kept_by=by.account,
        kept_at=clock.now(),
    )
    shelf.put(kept.shelf, content)
    kept.save()

    note(by, "files.keep", kept, name=name, sha256=kept.sha256)
    return kept


def _safe_name(name: str) -> str:
    """A file's name without paths, control characters and tricks of direction."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    plain = UNSAFE.sub("_", last).strip(" .")
    return plain[-200:] or "file"
