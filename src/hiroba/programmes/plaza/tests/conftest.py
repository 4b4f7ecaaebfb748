"""The house's people and the two sites are there before a file's first test."""

import pytest

from hiroba.foundation import clock
from hiroba.programmes.plaza import examples


@pytest.fixture(scope="module", autouse=True)
def sites_stand(acquaintances):
    """Built once for all tests of a file."""
    with clock.at("2023-04-03 10:00"):
        examples.site("ichigaya")
        examples.site("nagoya")


@pytest.fixture(autouse=True)
def in_the_story(in_november_2023, db):
    """Everything happens on 1 November 2023 unless told."""


@pytest.fixture
def signed_in(client):
    """A browser in which somebody is signed in."""

    def let_in(user):
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return let_in
