"""Which text is shown, and how fresh it is."""

import pytest

from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.words import actions, queries
from hiroba.foundation.words.queries import EASY_JAPANESE, JAPANESE, Words
from hiroba.foundation.words.states import TextState

pytestmark = pytest.mark.django_db


def say(language, text, **more):
    return actions.say(
        by=officer(), about="X-1", field="title", language=language, text=text, **more
    )


def shown(language):
    found = queries.words_of("X-1", "title", language)
    return found and (found.text, found.language, found.is_stale)


def test_nothing_is_shown_where_nothing_was_said():
    assert shown("en") is None


def test_the_language_asked_for_comes_first():
    say(JAPANESE, "水と衛生")
    say(EASY_JAPANESE, "みずと トイレ")
    say("en", "Water and sanitation")

    assert shown("en") == ("Water and sanitation", "en", False)
    assert shown(JAPANESE) == ("水と衛生", "ja", False)


def test_easy_japanese_stands_in_then_japanese():
    say(JAPANESE, "水と衛生")
    assert shown("fr") == ("水と衛生", "ja", False)

    say(EASY_JAPANESE, "みずと トイレ")
    assert shown("fr") == ("みずと トイレ", EASY_JAPANESE, False)


def test_an_empty_translation_is_as_good_as_none():
    say(JAPANESE, "水と衛生")
    say("en", "  ")

    assert shown("en") == ("水と衛生", "ja", False)


def test_a_translation_is_stale_once_its_source_changed_and_fresh_after_it_was_said_again():
    say(JAPANESE, "水と衛生")
    say("en", "Water and sanitation")

    say(JAPANESE, "水と保健")
    assert shown("en") == ("Water and sanitation", "en", True)

    say("en", "Water and health")
    assert shown("en") == ("Water and health", "en", False)


def test_saying_the_same_japanese_again_makes_nothing_stale():
    say(JAPANESE, "水と衛生")
    say("en", "Water and sanitation")

    say(JAPANESE, "水と衛生")

    assert shown("en") == ("Water and sanitation", "en", False)


def test_a_text_says_who_stands_behind_it():
    say(JAPANESE, "水と衛生")
    text = say("en", "Water and sanitation", state=TextState.MACHINE)

    told = queries.words_of("X-1", "title", "en")
    assert told == Words("Water and sanitation", "en", "machine", is_stale=False)
    assert told.is_machine

    actions.confirm(by=somebody("akari"), text=text)
    assert not queries.words_of("X-1", "title", "en").is_machine


def test_texts_of_other_things_and_fields_do_not_mix():
    say(JAPANESE, "水と衛生")

    assert queries.words_of("X-2", "title", "ja") is None
    assert queries.words_of("X-1", "summary", "ja") is None


def test_many_things_are_read_in_one_question(django_assert_num_queries):
    for about, language, text in (
        ("A", "ja", "Aの文"),
        ("B", "ja", "Bの文"),
        ("A", "en", "Text of A"),
    ):
        actions.say(by=officer(), about=about, field="text", language=language, text=text)

    with django_assert_num_queries(1):
        found = queries.words_of_many(["A", "B", "C"], ["text"], "en")

    assert {key: (words.text, words.language) for key, words in found.items()} == {
        ("A", "text"): ("Text of A", "en"),
        ("B", "text"): ("Bの文", "ja"),
    }
    assert queries.languages_of(["A", "B"]) == ["en", "ja"]
    assert [text.language for text in queries.texts_about("A")] == ["en", "ja"]
