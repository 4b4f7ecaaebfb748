"""Bodies as programs read them."""

import pytest

from hiroba.engines.registry.people import actions, examples
from hiroba.foundation.accounts.examples import officer
from hiroba.foundation.tokens.examples import token_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

BODIES = "/api/v1/bodies"


@pytest.fixture(autouse=True)
def without_limits(settings):
    settings.HIROBA_API_A_MINUTE = settings.HIROBA_API_WITH_TOKEN_A_MINUTE = 0


@pytest.fixture
def minato():
    return examples.minato()


def names(client, **asked):
    return [body["name"]["ja"] for body in client.get(BODIES, asked).json()["items"]]


def test_a_body_tells_what_the_directory_shows_and_nothing_more(client, minato):
    assert client.get(f"{BODIES}/{minato.ref}").json() == {
        "ref": minato.ref,
        "name": {"ja": "特定非営利活動法人みなと", "en": "NPO Minato"},
        "kana": "トクテイヒエイリカツドウホウジンミナト",
        "abbreviation": "みなと",
        "personality": "npo",
        "corporate_number": "2010005000001",
        "identifier": "",
        "country": None,
        "prefecture": "13",
        "municipality": None,
        "active_since": "2010-04-01",
        "homepage": "https://minato.example.jp/",
        "about": {
            "ja": "ケニアとラオスで、子どもの学びと地域の水を支える団体です(見本)。",
            "en": "A sample body that supports learning and water in Kenya and Laos.",
        },
        "state": "verified",
    }


def test_the_list_holds_verified_bodies_in_the_order_of_their_readings(client, minato):
    examples.company()
    examples.waiting()
    examples.foreign_body()
    actions.suspend(by=officer(), body=examples.university(), reason="確認中")

    assert names(client) == ["株式会社みほん水処理", "特定非営利活動法人みなと"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "みなと"}, 1),
        ({"q": "ミナト"}, 1),
        ({"prefecture": "13"}, 1),
        ({"prefecture": "99"}, 0),
        ({"personality": "company"}, 1),
        ({"personality": "club"}, 0),
        ({"q": "みなと", "prefecture": "27"}, 0),
    ],
)
def test_bodies_are_narrowed(client, minato, asked, found):
    examples.company()

    assert len(names(client, **asked)) == found


def test_every_body_comes_once_when_pages_are_turned(client):
    for number in range(7):
        body = actions.enter_body(by=officer(), name_ja=f"{number}の会", personality="npo")
        actions.verify(by=officer(), body=body)

    seen, address = [], f"{BODIES}?limit=3"
    while address:
        page = client.get(address).json()
        seen += [body["name"]["ja"] for body in page["items"]]
        address = page["next"]

    assert seen == [f"{number}の会" for number in range(7)]


@pytest.mark.parametrize("limit", ["0", "101", "x"])
def test_a_limit_that_makes_no_sense_is_refused(client, limit):
    assert client.get(BODIES, {"limit": limit}).status_code == 422


@pytest.mark.parametrize("asked", [{"q": "あ" * 101}, {"prefecture": "1" * 41}])
def test_words_beyond_measure_are_refused(client, asked):
    assert client.get(BODIES, asked).status_code == 422


def test_a_body_that_waits_is_seen_with_the_token_of_its_owner_only(client):
    waiting = examples.waiting()
    address = f"{BODIES}/{waiting.ref}"
    keys = [{"Authorization": f"Bearer {token_of(one).secret}"} for one in ("hana", "machi")]

    answers = [client.get(address).status_code]
    answers += [client.get(address, headers=key).status_code for key in keys]

    assert answers == [404, 200, 404]


@pytest.mark.parametrize("ref", ["B-NOTHERE", "😀", "1"])
def test_an_unknown_body_is_not_found(client, ref):
    assert client.get(f"{BODIES}/{ref}").status_code == 404


def test_a_merged_body_is_not_found_any_more(client, minato):
    school = examples.school_body()
    actions.merge(by=officer(), absorbed=school, survivor=minato, reason="同じ団体")

    assert client.get(f"{BODIES}/{school.ref}").status_code == 404
    assert names(client) == ["特定非営利活動法人みなと"]


def test_more_bodies_ask_no_more_questions(client, minato, django_assert_num_queries):
    with django_assert_num_queries(1):
        client.get(BODIES)

    examples.company()
    examples.municipality_body()
    with django_assert_num_queries(1):
        client.get(BODIES)
