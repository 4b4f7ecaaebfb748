"""A page of a form keeps what was typed, says what is wrong, and shows both sides of a clash."""

import json

import pytest

from hiroba.engines.forms.definitions import parse
from hiroba.engines.forms.edits import Clash, Edit, mark
from hiroba.engines.forms.examples import small_form
from hiroba.engines.forms.forms import SEEN, edits_of, page_form

PAGE = parse(small_form()).page("who")


def test_an_empty_page_complains_about_nothing():
    form = page_form(PAGE, {})

    assert form.errors == {}
    assert form.fields["name"].required


def test_a_fault_stands_beside_its_field_with_the_text_still_there():
    form = page_form(PAGE, {"aim": "とても長いねらいを二十字より長く書いてしまいました"})

    assert form.errors == {"aim": ["20字までです。いま25字あります。"]}
    assert "とても長い" in str(form["aim"])


def test_scripts_in_answers_are_only_text():
    form = page_form(PAGE, {"name": '<script>alert("1")</script>'})

    assert "<script>" not in str(form["name"])


def test_edits_carry_the_mark_of_what_was_shown():
    shown = page_form(PAGE, {"name": "みなと"})
    post = {"name": "NPOみなと", "aim": "水", SEEN: shown.data[SEEN]}

    assert edits_of(PAGE, post) == (
        Edit("name", "NPOみなと", mark("みなと")),
        Edit("aim", "水", mark("")),
    )


@pytest.mark.parametrize("sent", ["", "not json", "[1]", json.dumps({"name": 5})])
def test_a_broken_mark_makes_a_clash_and_never_an_error(sent):
    edits = edits_of(PAGE, {"name": "みなと", SEEN: sent})

    assert [(edit.key, edit.typed) for edit in edits] == [("name", "みなと")]


def test_a_clash_shows_what_is_stored_and_keeps_what_was_typed():
    form = page_form(PAGE, {"aim": "水"}, typed={"aim": "土"}, clashes=(Clash("aim", "水", "土"),))

    assert "いまは「水」と保存されています" in form.errors["aim"][0]
    assert "土" in str(form["aim"])
    assert json.loads(form.data[SEEN])["aim"] == mark("水")
