"""The house's people and the two series are there before a file's first test."""

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import somebody
from hiroba.programmes.dialogue import examples


@pytest.fixture(scope="module", autouse=True)
def series_stand(acquaintances):
    """Built once for all tests of a file."""
    with clock.at("2023-04-03 10:00"):
        examples.series("council")
        examples.series("study")


@pytest.fixture(autouse=True)
def in_the_story(in_november_2023, db):
    """Everything happens on 1 November 2023 unless told."""


@pytest.fixture
def coming():
    """A council six weeks ahead."""
    return examples.meeting("2023-12-13")


@pytest.fixture
def held():
    """A council that took place last week."""
    with clock.at("2023-09-01 10:00"):
        return examples.meeting("2023-10-25")


@pytest.fixture
def signed_in(client):
    """A browser in which somebody is signed in."""

    def let_in(who):
        backend = "django.contrib.auth.backends.ModelBackend"
        client.force_login(somebody(who), backend=backend)
        return client

    return let_in
