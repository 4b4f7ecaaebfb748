"""Countries, prefectures, offices and sites stand while a module is tested that wants them."""

from collections.abc import Iterator
from typing import Any

import pytest

from hiroba.engines.registry.places import actions, examples
from hiroba.engines.registry.places.tests.support import standing
from hiroba.foundation.actors import CLOCKWORK


@pytest.fixture(scope="module")
def places_standing(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with standing(django_db_blocker, examples.reference):
        yield


@pytest.fixture(scope="module")
def municipalities_standing(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with standing(django_db_blocker, lambda: actions.load_reference(by=CLOCKWORK)):
        yield
