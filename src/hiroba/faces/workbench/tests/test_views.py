"""What waits, and for whom."""

import pytest

from hiroba.foundation.accounts.examples import administrator, officer, somebody
from hiroba.foundation.letters.actions import send
from hiroba.foundation.letters.queries import letters_to

pytestmark = pytest.mark.django_db

BACKEND = "django.contrib.auth.backends.ModelBackend"


def dead_letters(count):
    for number in range(count):
        send(
            "accounts/login_code",
            to=f"ren{number}@example.jp",
            about="x",
            name="",
            code="",
            link="",
        )
    for number in range(count):
        letters_to(f"ren{number}@example.jp").update(state="dead")


def test_the_desk_is_for_those_who_have_a_role(client):
    client.force_login(somebody("akari"), backend=BACKEND)

    answer = client.get("/workbench/")

    assert answer.status_code == 403
    assert "担当の職員のためのものです" in answer.content.decode()


def test_an_empty_desk_says_so(client):
    client.force_login(officer(), backend=BACKEND)

    answer = client.get("/workbench/")

    assert (answer.context["piles"], answer.status_code) == ([], 200)


def test_administrators_see_letters_that_did_not_arrive(client):
    dead_letters(1)
    client.force_login(administrator(), backend=BACKEND)

    [pile] = client.get("/workbench/").context["piles"]

    assert (pile.code, pile.count, pile.things[0].hint) == ("letters", 1, "ren0@example.jp")


def test_a_fuller_desk_asks_no_more(client, django_assert_max_num_queries):
    client.force_login(administrator(), backend=BACKEND)
    dead_letters(3)

    with django_assert_max_num_queries(12):
        [pile] = client.get("/workbench/").context["piles"]

    assert pile.count == 3
