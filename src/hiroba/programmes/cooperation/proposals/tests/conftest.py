"""The story's autumn: NPO Minato belongs to the house since April 2023."""

import pytest

from hiroba.engines.registry.people.examples import minato
from hiroba.foundation import clock
from hiroba.programmes.cooperation.proposals.openings import call


@pytest.fixture(scope="module", autouse=True)
def autumn_stands(acquaintances):
    """NPO Minato and the people of the house are there for all tests of a file."""


@pytest.fixture(scope="module")
def call_stands(autumn_stands):
    """The call of 2023 too."""
    with clock.at("2023-09-20 10:00"):
        call()


@pytest.fixture
def in_autumn_2023():
    with clock.at("2023-04-10 10:00"):
        minato()
    with clock.at("2023-09-20 10:00"):
        yield


@pytest.fixture
def signed_in(client):
    """A browser in which somebody is signed in."""

    def let_in(user):
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return let_in
