"""Papers: what stands in them, how they are kept, and that they are always the same."""

import shutil
import subprocess
from pathlib import Path

import pytest
import typst

from hiroba.foundation import clock
from hiroba.foundation.papers import printed

SAMPLE = Path(__file__).parent / "papers/sample.typ"
FACTS = {
    "title": "寄附金受領証明書(見本)",
    "yen": "3,000",
    "rows": [["お名前", "山田 花(見本)"], ["住所", '#set page(paper: "a5") *東京*']],
}
NOON = clock.moment("2023-05-10 12:00")


def words_of(paper: bytes, tmp_path: Path) -> str:
    """What a reader's program takes out of the paper."""
    (tmp_path / "paper.pdf").write_bytes(paper)
    done = subprocess.run(
        ["pdftotext", "-layout", "paper.pdf", "-"], cwd=tmp_path, capture_output=True, text=True
    )
    return done.stdout


def test_the_same_facts_at_the_same_moment_give_the_same_bytes():
    assert printed(SAMPLE, FACTS, NOON) == printed(SAMPLE, FACTS, NOON)


def test_another_moment_gives_another_paper():
    assert printed(SAMPLE, FACTS, NOON) != printed(SAMPLE, FACTS, clock.moment("2023-05-11 12:00"))


def test_a_paper_is_for_the_archive_and_for_those_who_listen():
    paper = printed(SAMPLE, FACTS, NOON)

    assert paper.startswith(b"%PDF-1.7")
    assert b"pdfaid:part" in paper and b"pdfuaid:part" in paper


def test_a_fact_that_is_missing_is_not_printed_as_nothing():
    with pytest.raises(typst.TypstError, match="yen"):
        printed(SAMPLE, {"title": "x", "rows": []}, NOON)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler-utils")
def test_japanese_stays_text_and_what_people_typed_is_never_a_command(tmp_path):
    words = words_of(printed(SAMPLE, FACTS, NOON), tmp_path)

    assert "寄附金受領証明書(見本)" in words
    assert "山田 花(見本)" in words
    assert '#set page(paper: "a5") *東京*' in words
