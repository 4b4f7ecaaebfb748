"""Places, officer Sato, Akari's school and the judges are there before a file's first test."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from hiroba.engines.registry.places import examples as places
from hiroba.foundation import clock
from hiroba.programmes.contest import examples


@pytest.fixture(scope="module", autouse=True)
def reference(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Written once for all tests of a file; each of them still has its own transaction."""
    with django_db_blocker.unblock(), transaction.atomic():
        places.reference()
        with clock.at("2023-05-31 10:00"):
            examples.teacher()
            examples.contest()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def in_june_2023() -> Iterator[None]:
    """The contest of the story is open."""
    with clock.at("2023-06-20 10:00"):
        yield
