"""The first page, the pages about the house, one's own page."""

import pytest
from django.conf import settings
from django.urls import reverse

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.search import actions as search
from hiroba.programmes.cooperation.projects import examples as projects
from hiroba.programmes.cooperation.proposals import examples as proposals

pytestmark = pytest.mark.django_db

BACKEND = "django.contrib.auth.backends.ModelBackend"
OPEN = ("home", "about", "help", "privacy", "accessibility", "components", "search", "offline")


@pytest.mark.parametrize("name", OPEN)
def test_everybody_may_look(client, name):
    answer = client.get(reverse(f"web:{name}"))

    assert answer.status_code == 200
    assert answer.templates


def test_home_asks_little(client, django_assert_max_num_queries):
    client.get("/")

    with django_assert_max_num_queries(12):
        client.get("/")


def test_home_offers_only_tracks_that_are_open(client):
    with clock.at("2023-08-10 10:00"):
        proposals.call(
            closes={
                "grassroots_support": "2023-09-15 17:00",
                "grassroots_partner": "2023-11-15 17:00",
            }
        )

    with clock.at("2023-10-10 10:00"):
        [shown] = client.get("/").context["open_calls"]

    assert [track.code for track in shown.tracks] == ["grassroots_partner"]


def test_home_asks_no_more_for_three_projects(client, django_assert_max_num_queries):
    with clock.at("2023-09-15 10:00"):
        proposals.call()
    projects.tell()
    client.get("/")

    with django_assert_max_num_queries(12):
        client.get("/")


def test_ones_own_page_shows_what_ones_body_proposes(client):
    with clock.at("2023-09-15 10:00"):
        proposal = proposals.draft()
    client.force_login(proposal.submission.owner, backend=BACKEND)

    context = client.get("/my/").context

    shown = [(pile.code, [thing.title for thing in pile.things]) for pile in context["piles"]]
    assert shown == [("proposals", [proposal.submission.title])]
    assert context["bodies"] == [proposal.submission.body]


def test_ones_own_page_is_behind_the_door(client):
    answer = client.get("/my/")

    assert (answer.status_code, answer.url) == (302, "/account/login/?next=/my/")


def test_ones_own_page_greets_by_name(client):
    client.force_login(somebody("akari"), backend=BACKEND)

    answer = client.get("/my/")

    assert "中村 あかり(見本)さんのページ" in answer.content.decode()
    assert "仕事の机" not in answer.content.decode()


def test_staff_find_their_desk_from_every_page(client):
    client.force_login(officer(), backend=BACKEND)

    answer = client.get("/about/")

    assert f'href="{reverse("workbench:waiting")}"' in answer.content.decode()


def test_search_finds_what_is_public(client):
    search.put(ref="P-1", kind="projects", url="/projects/P-1/", title="水道の改善", text="ラオス")
    search.put(
        ref="P-2",
        kind="projects",
        url="/projects/P-2/",
        title="水道の内緒",
        text="",
        audience="staff",
    )

    answer = client.get("/search/", {"q": "水道"})

    assert [found.title for found in answer.context["slice"].rows] == ["水道の改善"]


def test_a_word_that_is_nowhere_leads_on(client):
    answer = client.get("/search/", {"q": "ない言葉"})

    assert "見つかりませんでした" in answer.content.decode()


def test_the_offline_script_serves_every_page(client):
    answer = client.get("/offline.js")

    assert answer["Content-Type"].startswith("text/javascript")
    assert b'"/offline/"' in answer.content


def test_english_pages_stay_english(client):
    answer = client.get("/en/about/")

    assert '<html lang="en">' in answer.content.decode()
    assert 'href="/about/" lang="ja"' in answer.content.decode()


def test_behind_every_door_of_the_menu_there_is_a_page():
    doors = [name for doors in settings.HIROBA_MENU.values() for _, name in doors]

    assert [reverse(name) for name in doors]
