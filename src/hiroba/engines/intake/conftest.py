"""The story's autumn: NPO Minato belongs to the house since April 2023."""

import pytest

from hiroba.engines.registry.people.examples import minato
from hiroba.foundation import clock


@pytest.fixture(scope="module", autouse=True)
def house_stands(acquaintances):
    """Built once for all tests of a file."""


@pytest.fixture
def in_autumn_2023():
    with clock.at("2023-04-10 10:00"):
        minato()
    with clock.at("2023-09-20 10:00"):
        yield
