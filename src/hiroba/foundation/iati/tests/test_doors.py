"""Files that are not let in, each with one sentence."""

import io
import tracemalloc
from datetime import date

import pytest
from django.utils import translation

from hiroba.foundation.iati.faults import NotReadable
from hiroba.foundation.iati.reading import read
from hiroba.foundation.iati.tests.samples import activity, file_of, read_all, text_file

BOMB = """<?xml version="1.0"?>
<!DOCTYPE iati-activities [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
<iati-activities version="2.03"><iati-activity>&c;</iati-activity></iati-activities>"""

STRANGER = """<?xml version="1.0"?>
<!DOCTYPE iati-activities [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
<iati-activities version="2.03"><iati-activity>
<iati-identifier>&secret;</iati-identifier></iati-activity></iati-activities>"""


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("", 0, "ファイルが空です。"),
        ("  \n ", 0, "ファイルが空です。"),
        (
            "PK\x03\x04 zipped",
            1,
            "XML ではありません。IATI の活動ファイル(.xml)をお選びください。",
        ),
        (
            "id,title\n1,x",
            1,
            "XML ではありません。IATI の活動ファイル(.xml)をお選びください。",
        ),
        ("<!DOCTYPE html><html><body>404</body></html>", 1, "ウェブページ(HTML)です。"),
        ("<html lang='ja'><p>見つかりません</html>", 1, "ウェブページ(HTML)です。"),
        (BOMB, 3, "DOCTYPE を含むファイルは、安全のため受け付けません。"),
        (STRANGER, 3, "DOCTYPE を含むファイルは、安全のため受け付けません。"),
        (
            "<iati-organisations version='2.03'/>",
            1,
            "組織ファイル(iati-organisations)です。",
        ),
        ("<rss version='2.0'/>", 1, "(最初の要素が rss です)"),
        ("<iati-activities/>", 1, "IATI の版が書かれていません。"),
        (
            "<iati-activities version='1.05'/>",
            1,
            "IATI 1.05 版は、すでに廃止されています。",
        ),
        ("<iati-activities version='3.01'/>", 1, "IATI 3.01 版は読めません。"),
        (
            "<iati-activities version='2.03'/>",
            0,
            "活動(iati-activity)がひとつもありません。",
        ),
        (
            "<iati-activities version='2.03'>\n<iati-activity>\n<title>",
            3,
            "XML が途中で壊れています。",
        ),
        (
            "<iati-activities version='2.03'>\n<a>&nothing;</a></iati-activities>",
            2,
            "XML が途中で",
        ),
    ],
)
def test_a_wrong_file_is_refused_with_a_sentence_and_a_line(text, line, sentence):
    with pytest.raises(NotReadable) as refused:
        read_all(text_file(text))

    assert sentence in refused.value.fault.sentence
    assert refused.value.fault.line == line


def test_a_refusal_reads_in_english_too():
    with translation.override("en"), pytest.raises(NotReadable) as refused:
        read_all(text_file("<iati-activities version='1.03'/>"))

    with translation.override("en"):
        assert "1.03" in refused.value.fault.sentence
    assert refused.value.fault.facts == {"version": "1.03"}


def test_a_file_beyond_the_limit_is_refused_before_it_is_parsed():
    huge = file_of(activity(more="<!-- " + "x" * 1024 * 1024 + " -->"))

    with pytest.raises(NotReadable) as refused:
        read_all(huge, megabytes=1)

    assert refused.value.fault.sentence == (
        "ファイルが大きすぎます(1 MB)。上限は 1 MB です。分けてお送りください。"
    )


def test_a_long_file_is_read_in_little_memory():
    many = file_of(*(activity(f"T-{number}") for number in range(4000)))
    size = many.seek(0, io.SEEK_END)

    tracemalloc.start()
    count = sum(1 for _ in read(many, today=date(2023, 11, 1)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert count == 4000
    assert peak < size


def test_a_file_may_begin_with_a_byte_order_mark_and_be_in_another_encoding():
    marked = io.BytesIO(b"\xef\xbb\xbf" + file_of(activity()).read())
    wide = io.BytesIO(
        file_of(activity()).read().decode().replace('<?xml version="1.0"?>\n', "").encode("utf-16")
    )

    assert [one.activity.identifier for one in read_all(marked)] == ["T-1"]
    assert [one.activity.identifier for one in read_all(wide)] == ["T-1"]
