"""A partner with a memorandum and the people of the story are there before a file's first test."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import auditor, officer, somebody
from hiroba.programmes.legacies.examples import agreed, hiroba_trust, legacy_officer


@pytest.fixture(scope="module", autouse=True)
def partner_and_people(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Written once for all tests of a file; each of them still has its own transaction."""
    with django_db_blocker.unblock(), transaction.atomic():
        with clock.at("2023-04-20 10:00"):
            legacy_officer()
            officer()
            auditor()
            somebody("hana")
            agreed(hiroba_trust())
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def in_the_story(in_november_2023: None, db: None) -> None:
    """Everything happens on 1 November 2023 unless told."""
