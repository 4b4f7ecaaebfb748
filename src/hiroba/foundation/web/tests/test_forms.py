"""Forms that hand over to one action."""

import pytest
from django import forms

from hiroba.foundation.verdicts import Refused
from hiroba.foundation.web.forms import ActionForm


class Visit(ActionForm):
    party_name = forms.CharField(max_length=20)
    party_size = forms.IntegerField(min_value=1)


def book(*, by, party_name, party_size):
    if party_size > 8:
        raise Refused("残り8名です。")
    return f"{by}: {party_name} {party_size}"


def test_what_was_typed_reaches_the_action_under_its_names():
    form = Visit({"party_name": "みなと小学校", "party_size": "8"})

    assert form.attempt(book, by="akari") == "akari: みなと小学校 8"
    assert not form.errors


def test_a_refusal_becomes_an_error_of_the_form_and_nothing_typed_is_lost():
    form = Visit({"party_name": "みなと小学校", "party_size": "32"})

    assert form.attempt(book, by="akari") is None
    assert form.non_field_errors() == ["残り8名です。"]
    assert (form["party_name"].value(), form["party_size"].value()) == ("みなと小学校", "32")


def test_a_mistake_stays_with_its_field_and_the_action_is_not_asked():
    form = Visit({"party_name": "みなと小学校", "party_size": "0"})

    assert form.attempt(book, by="akari") is None
    assert set(form.errors) == {"party_size"}


def test_a_form_that_was_not_sent_does_nothing():
    form = Visit()

    assert form.attempt(book, by="akari") is None
    assert not form.errors


def test_other_trouble_is_not_hidden():
    def broken(**typed):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Visit({"party_name": "x", "party_size": "1"}).attempt(broken)
