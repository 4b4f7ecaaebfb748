"""Columns in two languages."""

from types import SimpleNamespace

from django.utils.translation import override

from hiroba.foundation import bilingual, words

BOTH = SimpleNamespace(title_ja="水と衛生", title_en="Water and sanitation")
ONLY_JAPANESE = SimpleNamespace(title_ja="水と衛生", title_en="")


def test_the_language_of_the_reader_is_taken():
    assert bilingual.said(BOTH, "title") == "水と衛生"
    with override("en"):
        assert bilingual.said(BOTH, "title") == "Water and sanitation"


def test_a_language_can_be_asked_for():
    assert bilingual.said(BOTH, "title", "en") == "Water and sanitation"


def test_japanese_stands_in_where_there_is_no_english():
    assert bilingual.said(ONLY_JAPANESE, "title", "en") == "水と衛生"
    assert bilingual.said(SimpleNamespace(name_ja="港"), "name", "en") == "港"


def test_the_words_offer_it_too():
    assert words.said is bilingual.said
