"""The small world of lectures stands while a module is tested."""

from collections.abc import Iterator
from typing import Any

import pytest

from hiroba.engines.registry.places.tests.support import standing
from hiroba.foundation import clock
from hiroba.programmes.lectures.tests import world


@pytest.fixture(scope="module")
def lectures_standing(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Countries, fields, the school, the officer and four lecturers."""
    with standing(django_db_blocker, world.build):
        yield


@pytest.fixture
def in_september(lectures_standing: None, db: None) -> Iterator[None]:
    """The day on which Akari asks."""
    with clock.at(world.NOW):
        yield
