"""What machines are told about the house."""

import pytest
from django.db import DatabaseError, connection

pytestmark = pytest.mark.django_db


def test_a_living_process_answers_without_asking_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = client.get("/health/")

    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_a_house_that_is_ready_says_so(client, settings, tmp_path):
    settings.HIROBA_DATA = tmp_path

    answer = client.get("/ready/")

    assert (answer.status_code, answer.json()) == (200, {"database": "ok", "files": "ok"})


def test_a_house_without_its_folder_is_not_ready(client, settings, tmp_path):
    settings.HIROBA_DATA = tmp_path / "gone"

    answer = client.get("/ready/")

    assert (answer.status_code, answer.json()["files"]) == (503, "not writable")


def test_a_house_whose_tables_are_behind_is_not_ready(client):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'search' AND name LIKE '0002%%'")

    answer = client.get("/ready/")

    assert (answer.status_code, answer.json()["database"]) == (503, "1 migrations behind")


def test_a_house_without_its_database_is_not_ready(client):
    def gone(execute, sql, params, many, context):
        raise DatabaseError("the server closed the connection")

    with connection.execute_wrapper(gone):
        answer = client.get("/ready/")

    assert (answer.status_code, answer.json()["database"]) == (503, "DatabaseError")


def test_requests_are_counted_by_the_name_of_their_page(client):
    client.get("/help/")
    client.get("/help/?secret=1")

    answer = client.get("/metrics/")

    assert answer["Content-Type"].startswith("text/plain")
    assert 'hiroba_request_seconds_count{method="GET",page="web:help",status="200"}' in answer.text
    assert "secret" not in answer.text


def test_invented_methods_and_addresses_make_no_new_rows(client):
    client.generic("BREW", "/coffee-pot-418/")

    text = client.get("/metrics/").text

    assert 'method="other",page="none"' in text
    assert "BREW" not in text
    assert "coffee" not in text


@pytest.mark.parametrize(
    ("token", "given", "status"),
    [
        ("", "", 404),
        ("", "Bearer ", 404),
        ("s3cret", "", 404),
        ("s3cret", "Bearer wrong", 404),
        ("s3cret", "Bearer s3crét", 404),
        ("s3cret", "Bearer s3cret", 200),
    ],
)
def test_in_production_the_numbers_need_a_token(
    client, settings, monkeypatch, token, given, status
):
    settings.HIROBA_ENV = "production"
    monkeypatch.setenv("HIROBA_METRICS_TOKEN", token)

    assert client.get("/metrics/", headers={"Authorization": given}).status_code == status


@pytest.mark.parametrize("page", ["/health/", "/ready/", "/metrics/"])
def test_machines_only_look(client, page):
    assert client.post(page).status_code == 405
