"""The API as a program meets it."""

import json

import pytest

from hiroba.engines.registry.people.examples import minato
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import somebody
from hiroba.foundation.tokens.examples import token_of
from hiroba.foundation.tokens.queries import tokens_of
from hiroba.foundation.tokens.states import Scope
from hiroba.programmes.cooperation.proposals import examples as proposals
from hiroba.programmes.cooperation.proposals import standard
from hiroba.reports.figures.examples import published_figures

pytestmark = pytest.mark.django_db

PROBLEM = "application/problem+json"


@pytest.fixture(autouse=True)
def while_the_call_is_open():
    with clock.at("2023-09-20 10:00"):
        yield


def bearer(*scopes: Scope) -> dict[str, str]:
    return {"Authorization": f"Bearer {token_of('ren', *scopes).secret}"}


def send(client, method: str, address: str, told: object, **headers: str):
    return client.generic(
        method, address, json.dumps(told), "application/json", headers=headers or None
    )


def test_public_data_is_read_without_a_token(client):
    published_figures()

    found = client.get("/api/v1/figures/grassroots_projects?fy=2023").json()

    assert (found["value"], found["text"]["ja"]) == (1405, "1,405件")


def test_a_body_shows_what_the_directory_shows_and_nothing_more(client):
    body = minato()

    found = client.get(f"/api/v1/bodies/{body.ref}").json()

    assert found["name"]["ja"] == body.name_ja
    assert {"email", "phone", "address", "representative"} & found.keys() == set()


def test_calls_are_read_with_their_windows(client):
    proposals.call()

    page = client.get("/api/v1/calls?open=true").json()

    assert [(call["ref"], call["tracks"][0]["is_open"]) for call in page["items"]] == [
        ("grassroots-2023", True)
    ]
    assert client.get("/api/v1/calls/grassroots-2023").json() == page["items"][0]


def test_a_list_is_turned_by_its_addresses(client):
    minato()
    proposals.kaze()

    first = client.get("/api/v1/bodies?limit=1").json()
    second = client.get(first["next"]).json()
    again = client.get(second["previous"]).json()

    assert first["items"] != second["items"] and again["items"] == first["items"]
    assert (first["previous"], second["next"]) == (None, None)


def test_a_proposal_is_begun_written_and_handed_in(client):
    proposals.call()
    body, key = minato(), bearer()
    beginning = {
        "call": "grassroots-2023",
        "track": "grassroots_support",
        "body": body.ref,
        "title": "ラオスの水(見本)",
    }

    begun = send(client, "POST", "/api/v1/proposals", beginning, **key)
    address = f"/api/v1/proposals/{begun.json()['ref']}"
    answers = {"answers": standard.sample_answers(), "version": begun.json()["version"]}
    saved = send(client, "PUT", f"{address}/answers", answers, **key)
    handed_in = send(client, "POST", f"{address}/submit", None, **key)

    assert [answer.status_code for answer in (begun, saved, handed_in)] == [201, 200, 200]
    assert handed_in.json()["state"] == "submitted" and handed_in.json()["receipt_no"]
    mine = client.get("/api/v1/proposals", headers=key).json()
    assert [each["ref"] for each in mine["items"]] == [begun.json()["ref"]]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("ja", "枠はありません"), ("en-GB,en;q=0.9", "no such track"), ("tlh", "枠はありません")],
)
def test_a_refusal_is_409_with_its_sentence_in_the_language_asked_for(client, language, sentence):
    proposals.call()
    beginning = {"call": "grassroots-2023", "track": "x", "body": minato().ref, "title": "題"}

    answer = send(
        client,
        "POST",
        "/api/v1/proposals",
        beginning,
        **bearer(),
        **{"Accept-Language": language},
    )

    assert (answer.status_code, answer["Content-Type"]) == (409, PROBLEM)
    assert sentence in answer.json()["detail"]


def test_nothing_is_handed_in_after_the_deadline(client):
    proposal, key = proposals.complete(), bearer()

    with clock.at("2023-12-01 10:00"):
        answer = send(client, "POST", f"/api/v1/proposals/{proposal.ref}/submit", None, **key)

    assert answer.status_code == 409 and answer.json()["detail"]


def test_what_another_hand_wrote_is_not_overwritten(client):
    proposal, key = proposals.draft(), bearer()
    version = client.get(f"/api/v1/proposals/{proposal.ref}", headers=key).json()["version"]
    proposals.write(proposal, somebody("ren"), title_en="Water")

    told = {"answers": {"title_en": "Fire"}, "version": version}
    answer = send(client, "PUT", f"/api/v1/proposals/{proposal.ref}/answers", told, **key)

    assert answer.status_code == 409
    assert "ほかの人が先に書き換えています" in answer.json()["detail"]


def test_another_bodys_proposal_is_not_found(client):
    proposal = proposals.draft(by=proposals.teacher_of_kaze(), body=proposals.kaze())

    answer = client.get(f"/api/v1/proposals/{proposal.ref}", headers=bearer())

    assert (answer.status_code, answer["Content-Type"]) == (404, PROBLEM)


def test_without_a_token_one_is_asked_for_it(client):
    answer = client.get("/api/v1/me")

    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")
    assert answer.json()["detail"] == "Authorization: Bearer に続けて鍵を送ってください。"


@pytest.mark.parametrize("address", ["/api/v1/me", "/api/v1/projects"])
def test_a_wrong_token_is_told_even_where_none_is_needed(client, address):
    answer = client.get(address, headers={"Authorization": "Bearer hiroba_wrong"})

    assert (answer.status_code, answer["Content-Type"]) == (401, PROBLEM)
    assert "この鍵は使えません" in answer.json()["detail"]


def test_a_token_for_something_else_is_403_with_the_reason(client):
    answer = client.get("/api/v1/proposals", headers=bearer(Scope.ME))

    assert (answer.status_code, answer["Content-Type"]) == (403, PROBLEM)
    assert "自分の団体の提案書を読む" in answer.json()["detail"]


def test_me_is_who_holds_the_token_and_its_use_is_noted(client):
    me = client.get("/api/v1/me", headers=bearer(Scope.ME)).json()

    assert (me["email"], me["token"]["scopes"]) == ("ren@example.jp", ["me"])
    assert tokens_of(somebody("ren")).get().last_used_at == clock.now()


def test_a_session_of_a_browser_means_nothing_here(client):
    client.force_login(somebody("ren"))

    assert client.get("/api/v1/me").status_code == 401


@pytest.mark.parametrize(
    ("address", "place"),
    [("/api/v1/projects?limit=0", "query.wanted.limit"), ("/api/v1/figures?fy=soon", "query.fy")],
)
def test_what_cannot_be_read_is_told_with_its_place(client, address, place):
    answer = client.get(address)

    assert (answer.status_code, answer["Content-Type"]) == (422, PROBLEM)
    assert [error["place"].split(".")[-1] for error in answer.json()["errors"]] == [
        place.split(".")[-1]
    ]


def test_a_body_that_is_not_json_is_told(client):
    answer = client.generic("POST", "/api/v1/proposals", "{", "application/json", headers=bearer())

    assert (answer.status_code, answer["Content-Type"]) == (400, PROBLEM)


@pytest.mark.parametrize(("method", "status"), [("DELETE", 405), ("HEAD", 200), ("OPTIONS", 204)])
def test_other_methods(client, method, status):
    answer = client.generic(method, "/api/v1/projects")

    assert answer.status_code == status
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_an_unchanged_answer_is_not_sent_again(client):
    first = client.get("/api/v1/projects")

    second = client.get("/api/v1/projects", headers={"If-None-Match": first["ETag"]})

    assert (second.status_code, second.content) == (304, b"")


def test_who_asks_too_often_waits_and_a_token_reaches_further(client, settings):
    settings.HIROBA_API_A_MINUTE, key = 2, bearer(Scope.ME)

    guests = [client.get("/api/v1/calls").status_code for _ in range(3)]
    keyholder = client.get("/api/v1/me", headers=key)

    assert (guests, keyholder.status_code) == ([200, 200, 429], 200)


def test_a_break_is_told_without_its_inside(client, monkeypatch, caplog):
    monkeypatch.setattr("hiroba.reports.figures.queries.figures", lambda year: 1 / 0)

    answer = client.get("/api/v1/figures")

    assert (answer.status_code, answer["Content-Type"]) == (500, PROBLEM)
    assert "ZeroDivisionError" not in answer.content.decode() and "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize("address", ["/api/", "/api/v2/projects", "/api/v1/nowhere", "/api/v1/"])
def test_addresses_that_lead_nowhere_are_told_as_data(client, address):
    answer = client.get(address)

    assert (answer.status_code, answer["Content-Type"]) == (404, PROBLEM)


@pytest.mark.parametrize(
    "address",
    [
        "/api/v1/projects",
        "/api/v1/bodies",
        "/api/v1/calls",
        "/api/v1/figures",
        "/api/v1/figures/events",
    ],
)
def test_each_answer_asks_few_questions(client, django_assert_max_num_queries, address):
    minato()
    proposals.call()
    published_figures()
    client.get(address)

    with django_assert_max_num_queries(12):
        assert client.get(address).status_code == 200


def test_the_page_for_people_names_every_operation(client):
    page = client.get("/api/v1/docs/").content.decode()
    document = client.get("/api/v1/openapi.json").json()

    names = [told["operationId"] for path in document["paths"].values() for told in path.values()]
    assert len(names) == 14 and [name for name in names if f'id="{name}"' not in page] == []
    assert "事業の一覧" in page and '<script src="http' not in page


def test_the_document_speaks_the_language_asked_for(client):
    document = client.get("/api/v1/openapi.json", headers={"Accept-Language": "en"}).json()

    assert document["openapi"] == "3.1.0"
    assert document["paths"]["/api/v1/projects"]["get"]["summary"] == "List of projects"
