"""What is let in: one well-formed activity file of version 2.01 to 2.03, not too large."""

import io
import re
from typing import BinaryIO

from lxml import etree

from hiroba.foundation.iati.faults import NotReadable

VERSIONS = ("2.01", "2.02", "2.03")
MEGABYTE = 1024 * 1024
# A page by its first element; a publisher may write about <html> further down.
_WEB_PAGE = re.compile(
    rb"(\xef\xbb\xbf)?\s*(<\?[^>]*>\s*|<!--(?:[^-]|-(?!->))*-->\s*)*<(!doctype\s+html|html[\s>])",
    re.IGNORECASE,
)
_XML_STARTS = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def look_at_size_and_start(source: BinaryIO, megabytes: int) -> None:
    """Refuse by size and by the first bytes, before anything is parsed."""
    size = source.seek(0, io.SEEK_END)
    source.seek(0)
    start = source.read(2048)
    source.seek(0)

    if not start.strip():
        raise NotReadable("empty")
    if size > megabytes * MEGABYTE:
        raise NotReadable("too-large", megabytes=round(size / MEGABYTE), limit=megabytes)
    if _WEB_PAGE.match(start):
        raise NotReadable("web-page", line=1)
    if not start.lstrip().startswith(_XML_STARTS):
        raise NotReadable("not-xml", line=1)


def look_at_root(root: etree._Element) -> None:
    """Refuse by the document type, the first element and the version."""
    line = root.sourceline or 1
    if root.getroottree().docinfo.internalDTD is not None:
        raise NotReadable("doctype", line=line)
    if root.tag == "iati-organisations":
        raise NotReadable("organisation-file", line=line)
    if root.tag != "iati-activities":
        raise NotReadable("not-iati", line=line, tag=str(root.tag)[:80])
    _look_at_version((root.get("version") or "").strip()[:20], line)


def _look_at_version(version: str, line: int) -> None:
    if not version:
        raise NotReadable("no-version", line=line)
    if version.startswith("1"):
        raise NotReadable("version-1", line=line, version=version)
    if version not in VERSIONS:
        raise NotReadable("version-unknown", line=line, version=version)
