"""What is said about faults."""

import re
from pathlib import Path

import pytest
from django.utils import translation

from hiroba.foundation.iati import faults
from hiroba.foundation.iati.faults import ERROR, SENTENCES, WARNING, Fault, NotReadable, sentence_of

FACTS = dict.fromkeys(
    ("tag", "value", "first", "length", "start", "end", "day", "sum", "currency"), "7"
) | {"megabytes": "51", "limit": "50", "version": "1.03"}
SOURCES = "".join(
    path.read_text() for path in Path(faults.__file__).parent.glob("*.py") if path.stem != "faults"
)
ASKED_ELSEWHERE = {"unknown-country"}


@pytest.mark.parametrize("code", SENTENCES)
def test_every_sentence_can_be_said_with_its_facts(code):
    assert "%(" not in sentence_of(code, FACTS)


@pytest.mark.parametrize("code", SENTENCES)
def test_every_sentence_is_finished(code):
    assert sentence_of(code, FACTS).endswith("。")


@pytest.mark.parametrize("code", SENTENCES)
def test_every_sentence_has_its_english(code):
    with translation.override("en"):
        english = sentence_of(code, FACTS)

    assert re.search("[ぁ-んァ-ヶ]", english) is None


@pytest.mark.parametrize("code", SENTENCES)
def test_japanese_and_english_tell_the_same_facts(code):
    def facts(language):
        with translation.override(language):
            return set(re.findall(r"%\((\w+)\)s", str(SENTENCES[code])))

    assert facts("ja") == facts("en")


@pytest.mark.parametrize("code", sorted(set(SENTENCES) - ASKED_ELSEWHERE))
def test_no_sentence_is_kept_that_nobody_says(code):
    assert f'"{code}"' in SOURCES


def test_a_fault_knows_whether_it_keeps_the_activity_out():
    assert Fault(ERROR, "twice", 3, "T-1", {"first": "2"}).is_error
    assert not Fault(WARNING, "no-title", 3, "T-1").is_error


def test_the_sentence_follows_the_reader_and_not_the_writer():
    fault = Fault(WARNING, "no-sector", 1)

    assert fault.sentence == "分野(sector)がありません。"
    with translation.override("en"):
        assert "sector" in fault.sentence and "分野" not in fault.sentence


def test_a_file_that_cannot_be_read_carries_its_facts_as_words():
    refused = NotReadable("too-large", megabytes=51, limit=50)

    assert refused.fault == Fault(ERROR, "too-large", 0, "", {"megabytes": "51", "limit": "50"})
    assert str(refused) == refused.fault.sentence
