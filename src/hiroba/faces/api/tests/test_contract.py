"""Machines try every operation of the OpenAPI document with all kinds of input."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis import checks

from hiroba.engines.registry.people.examples import minato
from hiroba.faces.api.house import api
from hiroba.foundation import clock
from hiroba.foundation.tokens.examples import token_of
from hiroba.programmes.cooperation.proposals import examples as proposals
from hiroba.reports.figures.examples import published_figures

pytestmark = pytest.mark.django_db

TRIES = settings(
    derandomize=True,
    max_examples=12,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
CHECKS = (
    checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
)


@pytest.fixture(autouse=True)
def without_limits(settings):
    settings.HIROBA_API_A_MINUTE = settings.HIROBA_API_WITH_TOKEN_A_MINUTE = 0


@pytest.fixture(autouse=True)
def one_connection_for_the_whole_test():
    """What a request leaves behind stays open, so that the test's own data is still there."""
    signals = request_started, request_finished
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def contract():
    with clock.at("2023-09-20 10:00"):
        published_figures()
        minato()
        proposals.draft()
        yield schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())


def operations() -> list[str]:
    """Every operation of the document by its name."""
    paths = api.get_openapi_schema(path_prefix="/api/v1/")["paths"].values()
    return [operation["operationId"] for methods in paths for operation in methods.values()]


def tried(contract, name: str, **headers: str) -> None:
    """Call the operation with what machines think of; the same input in each run."""

    @TRIES
    @given(case=contract.find_operation_by_id(name).as_strategy())
    def each(case):
        case.call_and_validate(checks=CHECKS, headers=headers)

    each()


@pytest.mark.parametrize("name", operations())
def test_a_guest_never_breaks_anything(contract, name):
    tried(contract, name)


@pytest.mark.parametrize("name", operations())
def test_a_keyholder_never_breaks_anything(contract, name):
    tried(contract, name, Authorization=f"Bearer {token_of('ren').secret}")
