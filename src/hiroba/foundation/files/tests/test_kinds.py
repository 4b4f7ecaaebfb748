"""A file is what its content is."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hiroba.foundation.files.kinds import MEDIA_TYPES, kind_of
from hiroba.foundation.files.tests import samples

HEADS = [b"", b"%PDF-", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"]
WHOLE = [samples.workbook(), samples.image("PNG"), samples.image("JPEG")]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (samples.PDF, "pdf"),
        (samples.image("PNG"), "png"),
        (samples.image("JPEG"), "jpeg"),
        (samples.workbook(), "xlsx"),
        (samples.document(), "docx"),
        (samples.XML, "xml"),
        (b"\xef\xbb\xbf" + samples.XML, "xml"),
        ("団体名,番号\nみなと,1\n".encode(), "csv"),
        ("団体名,番号\n髙橋,1\n".encode("cp932"), "csv"),
        ("\ufeff団体名\n".encode(), "csv"),
    ],
)
def test_a_file_is_known_by_its_content(content, kind):
    assert kind_of(content) == kind
    assert kind in MEDIA_TYPES


@pytest.mark.parametrize(
    "content",
    [
        samples.HTML,
        b"\xef\xbb\xbf \n" + samples.HTML,
        b"<svg onload='alert(1)'/>",
        samples.image("GIF"),
        samples.image("PNG")[:40],
        samples.workbook()[:-30],
        samples.zipped(**{"readme.txt": b"hello"}),
        samples.with_macro(samples.workbook()),
        samples.with_macro(samples.workbook(), "XL/VBAPROJECT.BIN"),
        samples.with_macro(samples.document(), "word/vbaProject.bin"),
        samples.bomb(),
        b"MZ\x90\x00\x03\x00",
        "団体名".encode("utf-16"),
        b"\xff\xfe\xfd\xfc",
    ],
)
def test_what_is_none_of_ours_has_no_kind(content):
    assert kind_of(content) == ""


@given(
    some.binary(),
    some.sampled_from([b"", b"%PDF-", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"]),
)
def test_no_content_breaks_the_looking(tail, head):
    assert kind_of(head + tail) in {"", *MEDIA_TYPES}


@given(
    some.sampled_from(WHOLE),
    some.lists(some.tuples(some.integers(0, 10_000), some.integers(0, 255)), max_size=8),
)
def test_a_damaged_file_of_ours_breaks_nothing(whole, damages):
    content = bytearray(whole)
    for place, byte in damages:
        content[place % len(content)] = byte

    assert kind_of(bytes(content)) in {"", *MEDIA_TYPES}
