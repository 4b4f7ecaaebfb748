"""Countries and officer Sato are there before a file's first test, and gone after its last."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from hiroba.engines.registry.places import examples as places
from hiroba.foundation.accounts.examples import officer


@pytest.fixture(scope="module", autouse=True)
def reference(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Written once for all tests of a file; each of them still has its own transaction."""
    with django_db_blocker.unblock(), transaction.atomic():
        places.reference()
        officer()
        yield
        transaction.set_rollback(True)
