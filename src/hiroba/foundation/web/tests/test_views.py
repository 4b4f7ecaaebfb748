"""Views that read, ask or act."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.fallback import FallbackStorage
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import RequestFactory

from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import GUEST
from hiroba.foundation.verdicts import YES, Refused, no
from hiroba.foundation.web import errors
from hiroba.foundation.web.views import (
    actor,
    acts,
    asks,
    came_from,
    page,
    permit,
    person,
    public,
    reads,
    staff,
)

pytestmark = pytest.mark.django_db

DONE = HttpResponse("done")


def request(method="get", user=None, **headers):
    made = getattr(RequestFactory(), method)("/", headers=headers)
    made.user = user or AnonymousUser()
    made.session = {}
    made._messages = FallbackStorage(made)
    return made


def run(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
    return DONE


@pytest.mark.parametrize("sql", ["SELECT 1", "  select 1", "WITH a AS (SELECT 1) SELECT * FROM a"])
def test_a_reading_view_may_look(sql):
    assert reads(lambda request: run(sql))(request()) is DONE


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO search_findable (ref) VALUES ('x')",
        "UPDATE accounts_user SET name = 'x'",
        " delete from accounts_user",
        "WITH gone AS (DELETE FROM accounts_user RETURNING id) SELECT * FROM gone",
        "CREATE TABLE x (y int)",
        "DROP TABLE accounts_user",
        "SAVEPOINT x",
    ],
)
def test_a_reading_view_cannot_write(sql):
    with pytest.raises(RuntimeError, match="a reading view tried to write"):
        reads(lambda request: run(sql))(request())


def test_a_reading_view_cannot_write_through_the_models_either():
    akari = somebody("akari")

    def rename(request):
        akari.name = "別人"
        akari.save()

    with pytest.raises(RuntimeError, match="tried to write"), transaction.atomic():
        reads(rename)(request())

    assert get_user_model().objects.get(pk=akari.pk).name != "別人"


def test_the_guard_ends_with_the_view():
    reads(lambda request: DONE)(request())

    assert get_user_model().objects.update(name="x") == 0


@pytest.mark.parametrize(
    ("shape", "methods"),
    [(reads, {"get", "head"}), (asks, {"get", "head", "post"}), (acts, {"post"})],
)
def test_each_shape_answers_its_methods_only(shape, methods):
    view = shape(lambda request: HttpResponse())

    tried = ("get", "head", "post", "put", "delete", "patch")

    assert {one for one in tried if view(request(one)).status_code == 200} == methods
    assert view.shape == shape.__name__


def test_a_refusal_behind_a_button_is_told_on_the_page_one_came_from():
    def refuse(request):
        raise Refused("残り8名です。")

    pressed = request("post", Referer="http://testserver/plaza/")
    answer = acts(refuse)(pressed)

    assert (answer.status_code, answer["Location"]) == (302, "http://testserver/plaza/")
    assert [str(message) for message in pressed._messages] == ["残り8名です。"]


@pytest.mark.parametrize(
    ("back", "place"),
    [
        ("http://testserver/a/?b=c", "http://testserver/a/?b=c"),
        ("/a/", "/a/"),
        ("", "/"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("javascript:alert(1)", "/"),
    ],
)
def test_one_is_only_led_back_to_pages_of_this_house(back, place):
    assert came_from(request(Referer=back)) == place


def test_the_one_who_asks_is_a_person_or_a_guest():
    akari = somebody("akari")

    assert actor(request()) == GUEST
    assert actor(request(user=akari)) == person(request(user=akari)) == akari


def test_a_staff_door_opens_for_its_roles():
    view = staff("officer", "chair")(reads(lambda request: DONE))

    assert view(request(user=officer())) is DONE
    assert view.shape == "reads"


def test_a_staff_door_tells_others_whom_to_ask():
    view = staff("auditor")(reads(lambda request: DONE))

    for user in (officer(), None):
        with pytest.raises(PermissionDenied, match="管理者へご相談ください"):
            view(request(user=user))


def test_a_page_that_may_not_be_opened_says_why():
    permit(YES)

    with pytest.raises(PermissionDenied, match="監査だけ"):
        permit(no("監査だけが読めます。"))


def test_public_views_are_marked_and_others_are_not():
    assert public(reads(lambda request: DONE)).login_required is False
    assert getattr(reads(lambda request: DONE), "login_required", True)


@pytest.mark.parametrize(
    ("headers", "template"),
    [
        ({}, "404.html"),
        ({"HX-Request": "true"}, "components/_notice.html"),
        ({"HX-Request": "true", "HX-History-Restore-Request": "true"}, "404.html"),
    ],
)
def test_a_fragment_is_given_only_to_htmx_and_not_when_it_restores_a_page(headers, template):
    answer = page(request(**headers), "404.html", "components/_notice.html", kind="info", text="!")

    assert ("<!doctype html>" in answer.text) == (template == "404.html")
    assert "HX-Request" in answer["Vary"]


def test_every_page_forbids_inline_script_and_frames(client):
    answer = client.get("/help/")

    policy = dict(
        part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";")
    )
    assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == "'self'"
    assert policy["object-src"] == policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"


def test_a_form_from_another_house_is_not_taken(client):
    client.handler.enforce_csrf_checks = True

    answer = client.post("/account/login/", {"login": "a@example.jp", "password": "x"})

    assert answer.status_code == 403
    assert "もう一度送ってください" in answer.text


def test_what_is_not_there_is_told_in_both_languages(client):
    assert "見つかりませんでした" in client.get("/no-such-page/").text
    assert client.get("/no-such-page/").status_code == 404
    assert '<html lang="en">' in client.get("/en/no-such-page/").text


@pytest.mark.parametrize("address", ["/help/?q=%00", "/help/?%00=q", "/%00/", "/my/%00/"])
def test_an_address_with_a_zero_byte_leads_nowhere(client, address):
    assert client.get(address).status_code == 404


def test_a_page_that_breaks_says_so_without_asking_the_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = errors.server_error(request())

    assert answer.status_code == 500
    assert "ただいま不具合が起きています" in answer.text
    assert "Something went wrong" in answer.text
