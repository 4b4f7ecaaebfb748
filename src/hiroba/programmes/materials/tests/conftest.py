"""Countries, goals and officer Sato are there before a file's first test."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from hiroba.engines.registry.places import examples as places
from hiroba.engines.registry.themes import examples as themes
from hiroba.foundation.accounts.examples import officer


@pytest.fixture(scope="module", autouse=True)
def reference(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Written once for all tests of a file; each of them still has its own transaction."""
    with django_db_blocker.unblock(), transaction.atomic():
        places.reference()
        themes.reference()
        officer()
        yield
        transaction.set_rollback(True)
