"""Two people write in one document at once, for as long as they like, and lose no keystroke."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiroba.engines.forms import actions
from hiroba.engines.forms.edits import Edit, mark, merge
from hiroba.engines.forms.examples import document
from hiroba.engines.forms.models import Document, Revision
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import somebody
from hiroba.tests.racing import at_once

KEYS = ("name", "aim", "yen_total")
WORDS = st.text("あいう水土", max_size=4)


class Tab:
    """One browser with the page open: what it was shown, and what was typed over it."""

    def __init__(self, stored):
        self.shown = {key: stored.get(key, "") for key in KEYS}
        self.fields = dict(self.shown)

    def type(self, key, text):
        self.fields[key] = text

    def edits(self):
        return tuple(Edit(key, self.fields[key], mark(self.shown[key])) for key in KEYS)

    def touched(self):
        return {key for key in KEYS if self.fields[key] != self.shown[key]}

    def answered(self, merged):
        """The page comes back: what is stored is the new ground, what clashed stays typed."""
        clashed = {clash.key for clash in merged.clashes}
        self.shown = {key: merged.answers.get(key, "") for key in KEYS}
        self.fields = {key: self.fields[key] if key in clashed else self.shown[key] for key in KEYS}


KEYSTROKES = st.lists(
    st.tuples(
        st.sampled_from(["one", "two"]),
        st.sampled_from(KEYS),
        WORDS,
        st.booleans(),
    ),
    max_size=12,
)


@settings(max_examples=300)
@given(before=st.dictionaries(st.sampled_from(KEYS), WORDS.filter(bool)), strokes=KEYSTROKES)
def test_no_keystroke_of_either_is_lost(before, strokes):
    stored, tabs = dict(before), {"one": Tab(before), "two": Tab(before)}

    for whose, key, text, saves in strokes:
        tab = tabs[whose]
        tab.type(key, text)
        if not saves:
            continue
        touched, typed = tab.touched(), dict(tab.fields)
        merged = merge(stored, tab.edits())
        handed_back = {clash.key: clash for clash in merged.clashes}

        for key in KEYS:
            kept = merged.answers.get(key, "")
            if key in handed_back:
                assert handed_back[key].typed == typed[key]
                assert handed_back[key].stored == stored.get(key, "") == kept
            elif key in touched:
                assert kept == typed[key]
            else:
                assert kept == stored.get(key, "")
        stored = merged.answers
        tab.answered(merged)


@given(before=st.dictionaries(st.sampled_from(KEYS), WORDS.filter(bool)), text=WORDS)
def test_saving_again_what_was_just_saved_changes_nothing(before, text):
    tab = Tab(before)
    tab.type("aim", text)
    first = merge(before, tab.edits())

    again = merge(first.answers, tab.edits())

    assert (again.answers, again.clashes) == (first.answers, ())


@given(before=st.dictionaries(st.sampled_from(KEYS), WORDS.filter(bool)), text=WORDS, other=WORDS)
def test_insisting_after_a_clash_wins(before, text, other):
    tab = Tab(before)
    stored = merge(before, (Edit("aim", other, mark(before.get("aim", ""))),)).answers
    tab.type("aim", text)
    first = merge(stored, tab.edits())
    tab.answered(first)
    typed = tab.fields["aim"]

    insisted = merge(first.answers, tab.edits())

    assert insisted.clashes == ()
    assert insisted.answers.get("aim", "") == typed


def test_empty_answers_take_no_room():
    assert merge({"aim": "水"}, (Edit("name", "", mark("")),)).answers == {"aim": "水"}


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_two_tabs_that_save_different_fields_at_once_both_stay():
    ren = somebody("ren")
    paper = document()

    at_once(
        lambda: actions.write(by=ren, document=paper, edits=(Edit("name", "みなと", mark("")),)),
        lambda: actions.write(by=ren, document=paper, edits=(Edit("aim", "水", mark("")),)),
    )

    paper = Document.objects.get(pk=paper.pk)
    assert (paper.answers, paper.version) == ({"name": "みなと", "aim": "水"}, 2)


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_two_tabs_that_save_the_same_field_at_once_store_one_and_hand_back_the_other():
    ren, paper = somebody("ren"), document()

    written = at_once(
        *(
            lambda text=text: actions.write(
                by=ren, document=paper, edits=(Edit("aim", text, mark("")),)
            )
            for text in ("水", "土")
        )
    )

    stored = Document.objects.get(pk=paper.pk).answers["aim"]
    handed_back = [clash.typed for each in written for clash in each.clashes]
    assert sorted([stored, *handed_back]) == ["土", "水"]


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_two_who_seal_at_once_get_two_numbers():
    ren, paper = somebody("ren"), document(name="みなと", aim="水", yen_total="1")

    at_once(*[lambda: actions.seal(by=ren, document=paper, reason="submit")] * 3)

    numbers = Revision.objects.filter(document=paper).values_list("no", flat=True)
    assert sorted(numbers) == [1, 2, 3]


@pytest.mark.django_db
def test_writing_remembers_who_and_when_even_if_nothing_changed():
    ren, paper = somebody("ren"), document(aim="水")

    with clock.at("2023-11-01 10:05"):
        written = actions.write(by=ren, document=paper, edits=(Edit("aim", "水", mark("水")),))

    assert (written.document.version, written.document.updated_by) == (0, ren)
    assert written.document.updated_at == clock.moment("2023-11-01 10:05")
