"""What a file is, told by its content and never by its name."""

import io
import re
import zipfile
from collections.abc import Callable

from PIL import Image, UnidentifiedImageError

PDF, PNG, JPEG, XLSX, DOCX, CSV, XML = "pdf", "png", "jpeg", "xlsx", "docx", "csv", "xml"

MEDIA_TYPES = {
    PDF: "application/pdf",
    PNG: "image/png",
    JPEG: "image/jpeg",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    CSV: "text/csv",
    XML: "application/xml",
}
# What may stand before the first sign of a text: the mark of UTF-8, and white space.
BLANK = b"\xef\xbb\xbf \t\r\n\f\v"
# Control characters, and the marks of UTF-16, which Shift_JIS would take for letters.
UNREADABLE = re.compile(rb"[\x00-\x08\x0e-\x1f]|\A(?:\xff\xfe|\xfe\xff)")
# A zipped document may unfold to so many times its size; more is a bomb.
UNFOLDS = 200
LARGEST_UNFOLDED = 500 * 1024 * 1024


def kind_of(content: bytes) -> str:
    """The kind of a file's content, or an empty text when it is none of ours."""
    return next((kind for kind, fits in _CHECKS if fits(content)), "")


def _is_image(kind: str) -> Callable[[bytes], bool]:
    def fits(content: bytes) -> bool:
        try:
            with Image.open(io.BytesIO(content), formats=[kind]) as image:
                image.verify()
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError):
            return False
        except Image.DecompressionBombError:
            return False
        return True

    return fits


def _is_zip_with(part: str) -> Callable[[bytes], bool]:
    def fits(content: bytes) -> bool:
        if not content.startswith(b"PK\x03\x04"):
            return False
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as folder:
                members = folder.infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError):
            return False
        unfolded = sum(member.file_size for member in members)
        modest = unfolded <= min(len(content) * UNFOLDS, LARGEST_UNFOLDED)
        names = {member.filename for member in members}
        return modest and part in names and not any(map(_is_macro, names))

    return fits


def _is_macro(name: str) -> bool:
    """Whether a member of a zipped document is a program that would run on opening."""
    return name.lower().endswith("vbaproject.bin")


def _is_xml(content: bytes) -> bool:
    return content.lstrip(BLANK).startswith((b"<?xml", b"<iati-"))


def _is_text_table(content: bytes) -> bool:
    """Readable text without tags and control characters, in UTF-8 or Shift_JIS."""
    if UNREADABLE.search(content) or content.lstrip(BLANK).startswith(b"<"):
        return False
    for encoding in ("utf-8", "cp932"):
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return True
    return False


_CHECKS: tuple[tuple[str, Callable[[bytes], bool]], ...] = (
    (PDF, lambda content: content.startswith(b"%PDF-")),
    (PNG, _is_image("PNG")),
    (JPEG, _is_image("JPEG")),
    (XLSX, _is_zip_with("xl/workbook.xml")),
    (DOCX, _is_zip_with("word/document.xml")),
    (XML, _is_xml),
    (CSV, _is_text_table),
)
