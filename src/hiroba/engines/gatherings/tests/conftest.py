"""Officer Sato and the others are there before a file's first test."""

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import somebody


@pytest.fixture(scope="module", autouse=True)
def people_stand(acquaintances):
    """Built once for all tests of a file."""


@pytest.fixture(autouse=True)
def in_the_story(in_november_2023, db):
    """Everything happens on 1 November 2023 unless told."""


@pytest.fixture
def on_the_day():
    with clock.at("2023-11-08 10:05"):
        yield


@pytest.fixture
def akari():
    return somebody("akari")
