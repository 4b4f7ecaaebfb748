"""The house's people are there before a file's first test."""

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import somebody
from hiroba.programmes.training import examples


@pytest.fixture(scope="module", autouse=True)
def people_stand(acquaintances):
    """Built once for all tests of a file."""
    somebody("nana")


@pytest.fixture(autouse=True)
def in_the_story(in_november_2023, db):
    """Everything happens on 1 November 2023 unless told."""


@pytest.fixture
def coming():
    """Two days in December with two seats, for which one applies until 20 November."""
    return examples.course("2023-12-05", "2023-11-20")


@pytest.fixture
def closed(coming):
    """The day after the last day to apply, with the applications of Akari, Hana and Ren."""
    for who in ("akari", "hana", "ren"):
        examples.applied(coming, who)
    with clock.at("2023-11-21 10:00"):
        yield coming


@pytest.fixture
def signed_in(client):
    """A browser in which somebody is signed in."""

    def let_in(who):
        backend = "django.contrib.auth.backends.ModelBackend"
        client.force_login(somebody(who), backend=backend)
        return client

    return let_in
