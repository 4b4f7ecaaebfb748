"""Troubles told to programs."""

import json

import pytest
from django.utils import translation

from hiroba.foundation.web.problems import problem


def test_a_problem_has_status_title_and_sentence():
    answer = problem(409, "残り8名です。", seats=8)

    assert (answer.status_code, answer["Content-Type"]) == (409, "application/problem+json")
    assert json.loads(answer.content) == {
        "type": "about:blank",
        "title": "いまはできません",
        "status": 409,
        "detail": "残り8名です。",
        "seats": 8,
    }


def test_the_title_is_in_the_readers_language():
    with translation.override("en"):
        assert json.loads(problem(404).content)["title"] == "Not found"


@pytest.mark.django_db
def test_an_unknown_address_of_the_api_is_a_problem_and_no_page(client):
    answer = client.get("/api/v1/nowhere")

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
