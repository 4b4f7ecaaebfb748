"""Writing and confirming texts."""

import pytest
from django.db import IntegrityError, transaction

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import GUEST
from hiroba.foundation.journal.queries import records_of
from hiroba.foundation.verdicts import YES, Refused, no
from hiroba.foundation.words import actions, policies
from hiroba.foundation.words.models import Text
from hiroba.foundation.words.states import TextState

pytestmark = pytest.mark.django_db

JAPANESE_FIRST = no("先に日本語の文を入れてください。")


def say(language="ja", text="水と衛生", **more):
    return actions.say(
        by=officer(), about="X-1", field="title", language=language, text=text, **more
    )


def test_a_text_is_kept_with_its_writer_and_stands_in_the_journal():
    with clock.at("2023-11-01 10:00"):
        text = say()

    assert (text.text, text.state, text.written_by) == ("水と衛生", "human", officer())
    assert text.written_at == clock.moment("2023-11-01 10:00")
    assert [record.verb for record in records_of("X-1")] == ["words.say"]
    assert str(text) == "X-1 title ja"


def test_saying_it_again_replaces_it():
    say()
    say(text="水と保健")

    assert [text.text for text in Text.objects.all()] == ["水と保健"]


def test_a_translation_needs_its_japanese():
    with pytest.raises(Refused, match="先に日本語の文"):
        say("en", "Water")

    assert not Text.objects.exists()


def test_who_may_say_what():
    assert policies.may_say(officer(), "ja", "水", "human", has_source=False) == YES
    assert policies.may_say(officer(), "en", "Water", "human", has_source=True) == YES
    assert policies.may_say(officer(), "en", "Water", "human", has_source=False) == JAPANESE_FIRST
    assert policies.may_say(officer(), "ja", " ", "human", has_source=True) == no(
        "日本語の文は空にできません。"
    )
    assert policies.may_say(officer(), "en", "Water", "reviewed", has_source=True) == no(
        "「確認済み」にできるのは、書いた方とは別の方です。"
    )


def test_a_second_person_confirms_a_text():
    text = actions.confirm(by=somebody("akari"), text=say())

    assert (text.state, text.confirmed_by) == (TextState.REVIEWED, somebody("akari"))
    assert [record.verb for record in records_of("X-1")] == ["words.say", "words.confirm"]


def test_who_may_confirm():
    text = say()

    assert policies.may_confirm(somebody("akari"), text) == YES
    assert policies.may_confirm(GUEST, text) == no("確認にはログインが必要です。")
    assert policies.may_confirm(officer(), text) == no("書いた方とは別の方が確認してください。")


def test_a_text_is_confirmed_once():
    text = actions.confirm(by=somebody("akari"), text=say())

    assert policies.may_confirm(somebody("akari"), text) == no(
        "いまは「確認済み」のため、この操作はできません。"
    )


def test_a_text_that_changed_has_to_be_confirmed_again():
    actions.confirm(by=somebody("akari"), text=say())

    text = say(text="水と保健")

    assert (text.state, text.confirmed_by) == (TextState.HUMAN, None)


def refuses(name):
    return pytest.raises(IntegrityError, match=name)


def test_the_database_keeps_japanese_from_being_empty():
    say()

    with refuses("japanese_is_never_empty"), transaction.atomic():
        Text.objects.update(text="")


def test_the_database_keeps_a_translation_beside_its_source():
    say()
    say("en", "Water")

    with refuses("a_translation_knows_its_source"), transaction.atomic():
        Text.objects.filter(language="en").update(source_hash="")
    with refuses("a_translation_knows_its_source"), transaction.atomic():
        Text.objects.filter(language="ja").update(source_hash="abc")


def test_the_database_keeps_one_text_for_each_language():
    text = say()
    text.pk = None

    with refuses("one_text_for_each_language|UNIQUE constraint"), transaction.atomic():
        text.save(force_insert=True)
