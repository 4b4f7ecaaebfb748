"""Countries, prefectures, offices and sites stand while a module is tested."""

from collections.abc import Iterator
from typing import Any

import pytest

from hiroba.engines.registry.places import examples as places
from hiroba.engines.registry.places.tests.support import standing


@pytest.fixture(scope="module", autouse=True)
def places_standing(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with standing(django_db_blocker, places.reference):
        yield
