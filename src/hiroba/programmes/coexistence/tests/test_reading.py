"""Easy Japanese, read by a machine."""

import datetime

import pytest

from hiroba.programmes.coexistence.examples import HELP, WATER
from hiroba.programmes.coexistence.reading import (
    faults_of,
    sentences,
    with_ruby,
    without_readings,
)
from hiroba.programmes.coexistence.rules import Limit, limit_on

LIMIT = Limit(datetime.date(2020, 8, 1), "emergency", kanji=4, length=30)
TODAY = datetime.date(2024, 1, 2)


def told(text, **options):
    return [fault.told for fault in faults_of(text, LIMIT, **options)]


def test_limits_differ_by_phase_and_begin_on_a_day():
    found = {phase: limit_on(TODAY, phase) for phase in ("emergency", "recovery", "over")}

    assert {phase: (limit.kanji, limit.length) for phase, limit in found.items()} == {
        "emergency": (4, 30),
        "recovery": (13, 50),
        "over": (13, 50),
    }
    assert limit_on(datetime.date(2020, 7, 31), "emergency") is None


def test_a_text_falls_into_sentences():
    assert sentences("水です。\nどこですか?あそこです") == ["水です。", "どこですか?", "あそこです"]
    assert sentences(" \n ") == []


def test_readings_are_shown_above_the_kanji():
    assert with_ruby("水《みず》です。") == (
        "<ruby>水<rp>(</rp><rt>みず</rt><rp>)</rp></ruby>です。"
    )


def test_lines_are_kept():
    assert with_ruby(" 一つ\n二つ ") == "一つ<br>二つ"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<b>水</b>", "&lt;b&gt;水&lt;/b&gt;"),
        (
            "水《<script>》",
            "<ruby>水<rp>(</rp><rt>&lt;script&gt;</rt><rp>)</rp></ruby>",
        ),
        ('"水" & 火', "&quot;水&quot; &amp; 火"),
        ("《みず》", "《みず》"),
    ],
)
def test_nothing_that_somebody_typed_becomes_markup(typed, shown):
    assert with_ruby(typed) == shown


def test_without_readings_the_text_is_what_one_would_write():
    assert without_readings("水《みず》と 火《ひ》") == "水と 火"


@pytest.mark.parametrize("text", [WATER["ja-x-easy"][1], HELP["ja-x-easy"][1]])
def test_the_sentences_of_the_story_are_easy(text):
    assert told(text) == []


def test_a_long_sentence_is_to_be_cut():
    assert told("あ" * 31 + "です。") == ["文が長いです(34字)。30字までに分けてください。"]


def test_readings_do_not_make_a_sentence_longer():
    assert told("水《みずみずみずみずみずみずみずみずみずみずみずみず》です。") == []


def test_many_kanji_are_too_many():
    assert told("水道水配布《すいどうすいはいふ》です。") == [
        "漢字が多いです(5字)。4字までにしてください。"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "みずです。",
        "みずを もらえます。",
        "みずは ありません。",
        "みずでした。",
        "みずを もらいました",
        "みずを もらってください。",
        "いきましょう。",
        "みずは ありますか?",
    ],
)
def test_a_sentence_ends_politely(text):
    assert told(text) == []


@pytest.mark.parametrize("text", ["みずだ。", "みずを 配布《はいふ》中《ちゅう》。", "みず"])
def test_other_endings_are_told(text):
    assert told(text) == ["「です」か「ます」で終えてください。"]


def test_a_title_need_not_be_a_sentence():
    assert told("水《みず》", is_title=True) == []


def test_kanji_without_a_reading_are_named():
    assert told("水を 配布《はいふ》します。駅です。") == [
        "ふりがながありません: 水",
        "ふりがながありません: 駅",
    ]


def test_a_fault_names_its_sentence_without_readings():
    (fault,) = faults_of("水《みず》です。火《ひ》だ。", LIMIT)

    assert fault.sentence == "火だ。"


def test_without_limits_only_endings_and_readings_are_looked_at():
    assert faults_of("あ" * 90 + "です。", None) == []
