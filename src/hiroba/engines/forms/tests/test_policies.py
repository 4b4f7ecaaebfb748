"""What a form and a document must fulfil."""

import pytest

from hiroba.engines.forms import policies
from hiroba.engines.forms.answering import MOST_CHARS
from hiroba.engines.forms.edits import Edit
from hiroba.engines.forms.examples import FULL, document, published, small_form
from hiroba.foundation.actors import CLOCKWORK, GUEST

pytestmark = pytest.mark.django_db


def test_only_a_sound_form_is_published():
    assert policies.may_publish(CLOCKWORK, "small", small_form())
    assert "公開できません" in policies.may_publish(CLOCKWORK, "small", {"dsl": 2}).reason
    assert "名前が違います" in policies.may_publish(CLOCKWORK, "other", small_form()).reason


def test_anybody_may_start():
    assert policies.may_start(GUEST, published())


def test_almost_anything_may_be_typed():
    paper = document()

    assert policies.may_write(GUEST, paper, (Edit("aim", "字" * MOST_CHARS, ""),))
    strange = policies.may_write(GUEST, paper, (Edit("colour", "red", ""),))
    endless = policies.may_write(GUEST, paper, (Edit("aim", "字" * (MOST_CHARS + 1), ""),))
    assert strange.reason == "この様式にない項目が届きました。"
    assert endless.reason == "一つの欄に書けるのは100,000字までです。"


def test_a_document_is_handed_in_complete():
    assert policies.may_seal(GUEST, document(**FULL))
    assert "3か所" in policies.may_seal(GUEST, document()).reason
