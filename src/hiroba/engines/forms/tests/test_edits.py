"""Nothing that two hands type is lost."""

from hypothesis import given
from hypothesis import strategies as st

from hiroba.engines.forms.edits import Clash, Edit, Merged, mark, merge


def edit(key, before, after):
    return Edit(key, after, mark(before))


def test_two_tabs_that_touch_different_fields_both_win():
    stored = {"name": "みなと", "aim": "新しいねらい"}

    merged = merge(stored, (edit("name", "みなと", "NPOみなと"), edit("aim", "ねらい", "ねらい")))

    assert merged == Merged({"name": "NPOみなと", "aim": "新しいねらい"}, ())


def test_two_tabs_that_touch_the_same_field_are_both_shown():
    merged = merge({"aim": "水"}, (edit("aim", "", "土"),))

    assert merged == Merged({"aim": "水"}, (Clash("aim", "水", "土"),))


def test_the_same_words_from_both_are_no_clash():
    assert merge({"aim": "水"}, (edit("aim", "", "水"),)) == Merged({"aim": "水"}, ())


def test_a_field_that_is_emptied_is_gone():
    assert merge({"aim": "水"}, (edit("aim", "水", ""),)) == Merged({}, ())


TEXT = st.text(max_size=5)


@given(stored=TEXT, seen=TEXT, typed=TEXT)
def test_what_was_typed_is_always_stored_or_handed_back(stored, seen, typed):
    merged = merge({"aim": stored}, (edit("aim", seen, typed),))

    kept = merged.answers.get("aim", "")
    handed_back = [clash.typed for clash in merged.clashes]
    assert typed in (kept, seen, *handed_back)
    assert kept in (stored, typed)
