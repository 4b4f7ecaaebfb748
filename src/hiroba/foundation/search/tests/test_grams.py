"""How text is cut, and how what was typed becomes a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hiroba.foundation.search.grams import LONGEST_WORD, grams, normal, phrases


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("", []),
        ("水", ["水"]),
        ("上下水道", ["上下", "下水", "水道", "道"]),
        ("JICA東京", ["jica", "東京", "京"]),
        ("水道ABC", ["水道", "道", "abc"]),
        ("Water supply", ["water", "supply"]),
        ("ユニセフ・アジア", ["ユニ", "ニセ", "セフ", "フ", "アジ", "ジア", "ア"]),
        ("2023年", ["2023", "年"]),
        ("二〇二三", ["二〇", "〇二", "二三", "三"]),
        ("佐々木", ["佐々", "々木", "木"]),
        ("𠮷野家", ["𠮷野", "野家", "家"]),
        ("水💧道", ["水", "道"]),
        ('it\'s 100% "fine"*', ["it", "s", "100", "fine"]),
    ],
)
def test_text_is_cut_into_pairs_of_japanese_and_words_of_other_scripts(text, cut):
    assert grams(text) == cut


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ケニア", "けにあ"),
        ("ケニア", "ケニア"),
        ("ABC", "abc"),
        ("Côte d'Ivoire", "cote d'ivoire"),
        ("SÃO TOMÉ", "sao tome"),
        ("㌔", "キロ"),
        ("が", "が"),
    ],
)
def test_what_people_take_for_the_same_is_the_same(one, other):
    assert normal(one) == normal(other)


def test_dots_on_kana_are_kept_apart():
    assert normal("はし") != normal("ばし")


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("", []),
        ('"*()', []),
        ("💧", []),
        ("水", [["水*"]]),
        ("教育", [["教育"]]),
        ("水道局", [["水道", "道局"]]),
        ("水道 Kenya", [["水道"], ["kenya*"]]),
        ("水道ABC", [["水道"], ["abc*"]]),
        ("a", [["a*"]]),
    ],
)
def test_what_was_typed_becomes_phrases(typed, asked):
    assert phrases(typed) == asked


def test_very_long_words_are_cut_alike_in_texts_and_in_questions():
    assert grams("x" * 5000) == ["x" * LONGEST_WORD]
    assert phrases("x" * 5000) == [["x" * LONGEST_WORD + "*"]]


@given(some.text(), some.text())
def test_no_text_breaks_the_cutting_and_no_gram_needs_quotes(text, typed):
    words = [*grams(text), *(gram.removesuffix("*") for run in phrases(typed) for gram in run)]

    assert all(words)
    assert not any(sign in word for word in words for sign in "'\"*\\ &|!():<>\x00")
