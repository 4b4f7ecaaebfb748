"""The house's people, two causes and a project are there before a file's first test."""

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import somebody
from hiroba.foundation.search import actions as search
from hiroba.programmes.giving import examples

PROJECT = "P-WATER"


@pytest.fixture(scope="module", autouse=True)
def causes_stand(acquaintances):
    """Built once for all tests of a file; the project is known by the search alone."""
    with clock.at("2023-04-03 10:00"):
        examples.cause("world")
        examples.cause("coexistence")
        somebody("fumi")
        for language, title in (("ja", "ラオスの水"), ("en", "Water in Laos")):
            search.put(
                ref=PROJECT,
                kind="projects",
                url=f"/projects/{PROJECT}/",
                title=title,
                language=language,
            )


@pytest.fixture(autouse=True)
def in_the_story(in_november_2023, db):
    """Everything happens on 1 November 2023 unless told."""


@pytest.fixture
def fumi():
    return somebody("fumi")


@pytest.fixture
def signed_in(client):
    """A browser in which somebody is signed in."""

    def let_in(who):
        backend = "django.contrib.auth.backends.ModelBackend"
        client.force_login(somebody(who), backend=backend)
        return client

    return let_in
