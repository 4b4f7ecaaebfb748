"""Addresses that nobody can have meant lead nowhere, whoever asks and however."""

import pytest
from django.http import Http404, HttpResponse
from django.test import RequestFactory
from hypothesis import given, settings
from hypothesis import strategies as st

from hiroba.foundation.web.addresses import sensible

DONE = HttpResponse("done")
WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)


def asked(path="/help/", **query):
    return sensible(lambda request: DONE)(RequestFactory().get(path, query))


@pytest.mark.parametrize(
    "query",
    [{}, {"q": "水"}, {"q": ""}, {"q": "0"}, {"q": r"\x00"}, {"q": "%00"}, {"a": ["b", "c"]}],
)
def test_what_somebody_can_have_typed_goes_on(query):
    assert asked(**query) is DONE


@pytest.mark.parametrize(
    "query", [{"q": "\x00"}, {"q": "水\x00"}, {"\x00": "q"}, {"a": ["b", "c\x00"]}]
)
def test_a_zero_byte_in_a_name_or_in_any_value_stops(query):
    with pytest.raises(Http404):
        asked(**query)


@settings(deadline=None, derandomize=True)
@given(name=WORDS, value=WORDS)
def test_only_zero_bytes_stop(name, value):
    if "\x00" in name + value:
        with pytest.raises(Http404):
            asked(**{name: value})
    else:
        assert asked(**{name: value}) is DONE


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/search/?q=%00", "/en/search/?q=%00", "/projects/%00/"])
def test_the_page_of_such_an_address_is_not_found(client, address):
    answer = client.get(address)

    assert answer.status_code == 404
    assert answer["Content-Type"].startswith("text/html")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/api/v1/projects?q=%00", "/api/v1/projects/%00"])
def test_programs_are_told_as_data(client, address):
    answer = client.get(address)

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
