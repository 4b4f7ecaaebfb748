"""The house's people are there before a file's first test; sumire looks after legacies only."""

import pytest

from hiroba.foundation.accounts.examples import somebody


@pytest.fixture(scope="module", autouse=True)
def people_stand(acquaintances):
    """Built once for all tests of a file."""


@pytest.fixture(autouse=True)
def in_the_story(in_november_2023, db):
    """Everything happens on 1 November 2023 unless told."""


@pytest.fixture
def fumi():
    return somebody("fumi")
