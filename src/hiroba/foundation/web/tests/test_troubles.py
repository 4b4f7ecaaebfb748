"""Every trouble that the house tells: to people as a page, to programs as data."""

import json

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.utils import translation

from hiroba.foundation.accounts.examples import somebody
from hiroba.foundation.web import errors
from hiroba.foundation.web.problems import TITLES, for_programs, problem

pytestmark = pytest.mark.django_db


def request(path="/help/", user=None):
    made = RequestFactory().get(path)
    made.user = user or AnonymousUser()
    return made


@pytest.mark.parametrize("status", TITLES)
def test_each_trouble_has_a_title_in_both_languages(status):
    japanese = json.loads(problem(status).content)
    with translation.override("en"):
        english = json.loads(problem(status).content)

    assert japanese == {"type": "about:blank", "title": str(TITLES[status]), "status": status}
    assert english["title"].isascii() and english["title"] != ""
    assert problem(status).status_code == status


def test_a_sentence_in_japanese_is_sent_as_it_is_written():
    assert "残り8名です。" in problem(409, "残り8名です。").content.decode()


@pytest.mark.parametrize(
    ("path", "expected"),
    [("/api/", True), ("/api/v1/projects", True), ("/apis/", False), ("/en/api/", False)],
)
def test_programs_are_known_by_the_address_they_ask(path, expected):
    assert for_programs(request(path)) == expected


@pytest.mark.parametrize(
    ("tell", "status"),
    [
        (errors.not_found, 404),
        (errors.server_error, 500),
        (lambda asked: errors.too_often(asked, 7), 429),
    ],
)
def test_one_trouble_is_a_page_for_people_and_data_for_programs(tell, status):
    page, data = tell(request()), tell(request("/api/v1/projects"))

    assert (page.status_code, data.status_code) == (status, status)
    assert page["Content-Type"].startswith("text/html")
    assert data["Content-Type"] == "application/problem+json"


def test_who_is_too_fast_is_told_how_long_to_wait():
    page = errors.too_often(request(), 7)

    assert page["Retry-After"] == "7"
    assert "7秒たってから、もう一度お試しください。" in page.content.decode()


def test_a_closed_page_offers_signing_in_to_a_visitor_and_names_somebody_who_did():
    visitor = errors.forbidden(request("/staff/x/?a=1"), Exception("監査だけが読めます。"))
    akari = somebody("akari")
    known = errors.forbidden(request("/staff/x/", akari), Exception("監査だけが読めます。"))

    assert "next=/staff/x/%3Fa%3D1" in visitor.content.decode()
    assert akari.name in known.content.decode()
    for page in (visitor, known):
        assert page.status_code == 403 and "監査だけが読めます。" in page.content.decode()


def test_a_closed_page_without_a_reason_still_has_a_sentence():
    page = errors.forbidden(request()).content.decode()

    assert "いまの役割では、ここへ入れません。" in page


def test_a_reason_is_text_and_never_html():
    page = errors.forbidden(request(), Exception("<script>x</script>")).content.decode()

    assert "<script>x" not in page and "&lt;script&gt;x" in page


def test_an_old_form_says_how_nothing_is_lost():
    page = errors.csrf_failed(request(), "old").content.decode()

    assert "もう一度送ってください" in page and "前の画面へ戻ります" in page


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_page_of_a_break_is_the_same_in_every_language(language):
    with translation.override(language):
        page = errors.server_error(request()).content.decode()

    assert "ただいま不具合が起きています" in page and "Something went wrong" in page
