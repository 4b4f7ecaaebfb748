"""Lists as programs read them: filters, and turning to the end without loss or repetition."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hiroba.engines.registry.people import examples as people
from hiroba.engines.registry.people import queries as registry
from hiroba.faces.api.tests.worlds import bearer, bodies, calls, pages, projects, refs
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import somebody
from hiroba.foundation.tokens.states import Scope
from hiroba.programmes.cooperation.proposals import examples as proposals
from hiroba.reports.figures.examples import published_figures

pytestmark = pytest.mark.django_db

BODIES, PROJECTS, CALLS = "/api/v1/bodies", "/api/v1/projects", "/api/v1/calls"


@pytest.fixture(autouse=True)
def while_the_call_is_open(settings):
    settings.HIROBA_API_A_MINUTE = settings.HIROBA_API_WITH_TOKEN_A_MINUTE = 0
    with clock.at("2023-09-20 10:00"):
        yield


def worlds():
    bodies()
    projects()
    calls()


@pytest.mark.parametrize("address", [BODIES, PROJECTS, CALLS])
@pytest.mark.parametrize("limit", [1, 2, 3, 100])
def test_a_list_is_turned_to_its_end_without_loss_or_repetition(client, address, limit):
    worlds()
    [whole] = pages(client, f"{address}?limit=100")

    turned = pages(client, f"{address}?limit={limit}")

    assert refs(turned) == refs([whole]) == list(dict.fromkeys(refs([whole])))
    assert all(len(page["items"]) <= limit for page in turned)
    assert (turned[0]["previous"], turned[-1]["next"]) == (None, None)


@pytest.mark.parametrize("address", [BODIES, PROJECTS, CALLS])
def test_the_way_back_shows_the_same_pages(client, address):
    worlds()
    forwards = pages(client, f"{address}?limit=2")

    back = [forwards[-1]]
    while back[-1]["previous"]:
        back.append(client.get(back[-1]["previous"]).json())

    assert [page["items"] for page in reversed(back)] == [page["items"] for page in forwards]


@pytest.mark.parametrize("address", [BODIES, PROJECTS, CALLS])
def test_an_empty_list_is_whole(client, address):
    assert client.get(address).json() == {"items": [], "next": None, "previous": None}


@pytest.mark.parametrize("address", [BODIES, PROJECTS, CALLS])
@pytest.mark.parametrize("key", ["after=x", "before=x", "after=%00a", "after=WyJwayJd:forged"])
def test_a_key_that_a_stranger_made_up_begins_the_list_anew_or_leads_nowhere(client, address, key):
    worlds()
    first = client.get(f"{address}?limit=2").json()

    answer = client.get(f"{address}?limit=2&{key}")

    assert answer.status_code == 404 or answer.json()["items"] == first["items"]


def test_a_row_that_comes_while_one_turns_is_neither_lost_nor_doubled(client):
    projects()
    first = client.get(f"{PROJECTS}?limit=2").json()
    projects()

    rest = pages(client, first["next"])

    assert not set(refs([first])) & set(refs(rest))


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("country=KE", ["ケニアの農業", "ケニアの学校"]),
        ("country=ke", ["ケニアの農業", "ケニアの学校"]),
        ("country=FR", []),
        ("scheme=grassroots_support", ["ケニアの学校"]),
        ("scheme=grassroots_partner&country=KE", ["ケニアの農業"]),
        ("origin=imported", []),
        ("q=ネパール", ["ネパールの教材", "ネパールの保健"]),
        ("q=ネパール 教材", ["ネパールの教材"]),
        ("q=ない言葉", []),
        ("body=B-NOBODY", []),
    ],
)
def test_projects_are_narrowed(client, query, titles):
    projects()

    [page] = pages(client, f"{PROJECTS}?{query}")

    assert [item["title"]["ja"] for item in page["items"]] == titles


def test_projects_of_a_body(client):
    projects()

    [page] = pages(client, f"{PROJECTS}?body={people.minato().ref}")

    assert len(page["items"]) == 5
    assert {item["body"]["ref"] for item in page["items"]} == {people.minato().ref}


def test_narrowing_is_kept_while_turning(client):
    projects()

    turned = pages(client, f"{PROJECTS}?q=ネパール&limit=1")

    assert [item["title"]["ja"] for page in turned for item in page["items"]] == [
        "ネパールの教材",
        "ネパールの保健",
    ]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("q=みなと", ["特定非営利活動法人みなと"]),
        ("prefecture=40", []),
        ("personality=school", ["見本市立ひろば中学校"]),
        ("prefecture=27&personality=company", ["株式会社みほん水処理"]),
        ("prefecture=27&q=会3", ["見本の会3"]),
        ("q=ない名前", []),
    ],
)
def test_bodies_are_narrowed(client, query, names):
    bodies()

    [page] = pages(client, f"{BODIES}?{query}")

    assert [item["name"]["ja"] for item in page["items"]] == names


def test_bodies_that_nobody_verified_are_not_listed(client):
    waiting = people.waiting()

    assert refs(pages(client, BODIES)) == []
    assert client.get(f"{BODIES}/{waiting.ref}").status_code == 404


def test_the_own_body_is_read_before_it_is_verified(client):
    waiting = people.waiting()

    found = client.get(f"{BODIES}/{waiting.ref}", headers=bearer(Scope.ME, handle="hana"))

    assert (found.json()["ref"], found.json()["state"]) == (waiting.ref, "unverified")


def test_a_body_is_told_whole(client):
    body = people.minato()

    assert client.get(f"{BODIES}/{body.ref}").json() == {
        "ref": body.ref,
        "name": {"ja": "特定非営利活動法人みなと", "en": "NPO Minato"},
        "kana": body.kana,
        "abbreviation": "みなと",
        "personality": "npo",
        "corporate_number": people.MINATO_NUMBER,
        "identifier": body.identifier,
        "country": body.country.code if body.country else None,
        "prefecture": "13",
        "municipality": None,
        "active_since": "2010-04-01",
        "homepage": "https://minato.example.jp/",
        "about": {"ja": body.about_ja, "en": body.about_en},
        "state": "verified",
    }
    assert list(registry.directory("みなと")) == [body]


def test_a_project_is_told_alike_in_the_list_and_alone(client):
    first = projects()[0]

    alone = client.get(f"{PROJECTS}/{first.ref}").json()
    [listed] = [item for item in pages(client, PROJECTS)[0]["items"] if item["ref"] == first.ref]

    assert {name: alone[name] for name in listed} == listed
    assert (listed["countries"], listed["page"]) == (["LA"], f"/projects/{first.ref}/")
    assert alone.keys() - listed.keys() == {"summary", "sectors", "partners"}


def test_calls_are_the_newest_first_and_open_ones_apart(client):
    made = calls()

    assert refs(pages(client, CALLS)) == made[::-1]
    assert refs(pages(client, f"{CALLS}?open=true")) == [made[-1]]
    assert refs(pages(client, f"{CALLS}?open=false")) == made[::-1]


def test_an_open_call_is_listed_once_however_many_tracks_it_has(client):
    closing = "2023-11-15 17:00"
    proposals.call(closes={"grassroots_support": closing, "grassroots_partner": closing})

    assert refs(pages(client, f"{CALLS}?open=true&limit=1")) == ["grassroots-2023"]


def test_ones_own_proposals_are_turned_to_the_end(client):
    track = proposals.track(proposals.call())
    made = [proposals.draft(track, title_ja=f"題{number}").ref for number in range(3)]
    proposals.draft(track, proposals.teacher_of_kaze(), proposals.kaze())
    key = bearer(Scope.PROPOSALS_READ)

    turned = pages(client, "/api/v1/proposals?limit=1", **key)

    assert refs(turned) == made[::-1]


def test_the_figures_of_a_year_and_the_newest_of_each(client):
    published_figures()

    newest = client.get("/api/v1/figures").json()["items"]
    of_2021 = client.get("/api/v1/figures?fy=2021").json()["items"]
    none = client.get("/api/v1/figures?fy=1990").json()["items"]

    told = {each["code"] for each in newest}
    assert ({"grassroots_projects", "essay_entries", "japan_desk_countries"} <= told, none) == (
        True,
        [],
    )
    assert all(each["value"] is not None for each in newest)
    assert {each["code"]: each["value"] for each in of_2021} == {
        "grassroots_adopted": 31,
        "fund_adopted": 16,
        "plaza_ichigaya_visitors": 1_600_000,
        "japan_desk_countries": 27,
    }


@pytest.mark.parametrize("code", ["grassroots_projects", "plaza_ichigaya_visitors", "events"])
def test_a_figure_is_the_same_for_programs_and_for_people(client, code):
    published_figures()

    told = client.get(f"/api/v1/figures/{code}").json()

    assert told == client.get(f"/figures/{code}.json").json()


@pytest.mark.parametrize(
    ("address", "fill"), [(BODIES, bodies), (PROJECTS, projects), (CALLS, calls)]
)
def test_more_rows_ask_no_more_questions(client, address, fill):
    fill()

    def questions(limit):
        client.get(f"{address}?limit={limit}")
        with CaptureQueriesContext(connection) as asked:
            page = client.get(f"{address}?limit={limit}").json()
        return len(page["items"]), len(asked)

    (few, asked_for_few), (many, asked_for_many) = questions(1), questions(3)
    assert (few, many) == (1, 3)
    assert asked_for_few == asked_for_many <= 12


def test_more_proposals_ask_no_more_questions(client):
    track = proposals.track(proposals.call())
    key = bearer(Scope.PROPOSALS_READ)

    def questions(count):
        for number in range(count):
            proposals.draft(track, title_ja=f"題{number}")
        client.get("/api/v1/proposals", headers=key)
        with CaptureQueriesContext(connection) as asked:
            client.get("/api/v1/proposals", headers=key)
        return len(asked)

    assert questions(1) == questions(2) <= 12
    assert somebody("ren").is_active
