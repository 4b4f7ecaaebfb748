"""Small real files of every kind, and some that only pretend."""

import io
import zipfile

from openpyxl import Workbook
from PIL import Image

HTML = b"<!doctype html><script>alert(1)</script>"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
XML = b'<?xml version="1.0"?><iati-activities version="2.03"/>'


def image(kind: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 4), "teal").save(out, kind)
    return out.getvalue()


def workbook() -> bytes:
    out, book = io.BytesIO(), Workbook()
    book.active.append(["団体名", "番号"])
    book.save(out)
    return out.getvalue()


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, content in members.items():
            folder.writestr(name, content)
    return out.getvalue()


def document() -> bytes:
    return zipped(**{"word/document.xml": b"<w:document/>", "[Content_Types].xml": b"<Types/>"})


def with_macro(book: bytes, name: str = "xl/vbaProject.bin") -> bytes:
    out = io.BytesIO(book)
    with zipfile.ZipFile(out, "a") as folder:
        folder.writestr(name, b"Sub Auto_Open()")
    return out.getvalue()


def bomb() -> bytes:
    return zipped(**{"xl/workbook.xml": b"\0" * 50_000_000})
