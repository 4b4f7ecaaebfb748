"""The doors of the API: each endpoint without, with a wrong and with the right token."""

import pytest

from hiroba.engines.registry.people.examples import minato
from hiroba.faces.api.house import api
from hiroba.faces.api.tests.worlds import PROBLEM, bearer, projects, send
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import somebody
from hiroba.foundation.tokens import actions as tokens
from hiroba.foundation.tokens.examples import token_of
from hiroba.foundation.tokens.models import Token
from hiroba.foundation.tokens.states import Scope
from hiroba.programmes.cooperation.proposals import examples as proposals
from hiroba.programmes.cooperation.proposals.models import Proposal
from hiroba.reports.figures.examples import published_figures

pytestmark = pytest.mark.django_db

LISTS = ("/api/v1/projects", "/api/v1/bodies", "/api/v1/calls", "/api/v1/figures")
THINGS = (
    "/api/v1/projects/P-NOBODY",
    "/api/v1/bodies/B-NOBODY",
    "/api/v1/calls/no-such-call",
    "/api/v1/figures/no_such_figure",
)
READING = ("/api/v1/me", "/api/v1/proposals", "/api/v1/proposals/A-NOBODY")
WRITING = (
    ("POST", "/api/v1/proposals"),
    ("PUT", "/api/v1/proposals/A-NOBODY/answers"),
    ("POST", "/api/v1/proposals/A-NOBODY/submit"),
)
CLOSED = (*(("GET", address) for address in READING), *WRITING)
ASKED = "Authorization: Bearer に続けて鍵を送ってください。"
UNUSABLE = "この鍵は使えません。期限と綴りを確かめてください。"


@pytest.fixture(autouse=True)
def while_the_call_is_open(settings):
    settings.HIROBA_API_A_MINUTE = settings.HIROBA_API_WITH_TOKEN_A_MINUTE = 0
    with clock.at("2023-09-20 10:00"):
        yield


def problem(status, title, **more):
    return {"type": "about:blank", "title": title, "status": status, **more}


def told(answer):
    assert answer["Content-Type"] == PROBLEM
    return answer.json()


@pytest.mark.parametrize(("method", "address"), CLOSED)
def test_without_a_token_one_is_asked_for_it(client, method, address):
    answer = send(client, method, address, {})

    assert told(answer) == problem(401, "鍵が要ります", detail=ASKED)
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")


@pytest.mark.parametrize(("method", "address"), CLOSED)
@pytest.mark.parametrize("header", ["Basic cmVuOng=", "Bearer", "hiroba_secret", "Bearer "])
def test_another_way_of_signing_in_opens_nothing(client, method, address, header):
    answer = send(client, method, address, {}, Authorization=header)

    assert (answer.status_code, told(answer)["title"]) == (401, "鍵が要ります")


def expired():
    with clock.at("2023-01-01 10:00"):
        return token_of("ren").secret


def revoked():
    issued = token_of("ren")
    tokens.revoke(by=somebody("ren"), token=issued.token)
    return issued.secret


def of_somebody_who_left():
    issued = token_of("ren")
    type(issued.token.owner).objects.filter(pk=issued.token.owner_id).update(is_active=False)
    return issued.secret


@pytest.mark.parametrize(
    "secret", [lambda: "hiroba_wrong", lambda: "wrong", expired, revoked, of_somebody_who_left]
)
@pytest.mark.parametrize(("method", "address"), [*CLOSED, *(("GET", address) for address in LISTS)])
def test_a_token_that_is_not_good_opens_nothing_and_says_so(client, method, address, secret):
    answer = send(client, method, address, {}, Authorization=f"Bearer {secret()}")

    assert told(answer) == problem(401, "鍵が要ります", detail=UNUSABLE)
    assert answer.status_code == 401


def test_the_sentence_about_a_token_is_english_for_english_programs(client):
    headers = {"Authorization": "Bearer hiroba_wrong", "Accept-Language": "en"}

    found = told(send(client, "GET", "/api/v1/me", **headers))

    assert found["title"] == "A token is needed" and "token" in found["detail"]


@pytest.mark.parametrize(
    ("method", "address", "scope", "words"),
    [
        ("GET", "/api/v1/me", Scope.PROPOSALS_READ, "自分の登録内容を読む"),
        ("GET", "/api/v1/proposals", Scope.ME, "自分の団体の提案書を読む"),
        ("GET", "/api/v1/proposals/A-1", Scope.PROPOSALS_WRITE, "自分の団体の提案書を読む"),
        ("POST", "/api/v1/proposals", Scope.PROPOSALS_READ, "提案書を書き、応募する"),
        ("PUT", "/api/v1/proposals/A-1/answers", Scope.ME, "提案書を書き、応募する"),
        ("POST", "/api/v1/proposals/A-1/submit", Scope.PROPOSALS_READ, "提案書を書き、応募する"),
    ],
)
def test_a_token_for_something_else_is_told_what_it_lacks(client, method, address, scope, words):
    answer = send(client, method, address, {}, **bearer(scope))

    found = told(answer)
    assert (answer.status_code, found["title"]) == (403, "許されていません")
    assert words in found["detail"] and found["detail"].endswith("作ってください。")


@pytest.mark.parametrize("address", THINGS)
def test_what_does_not_exist_is_told_as_data(client, address):
    answer = client.get(address)

    assert told(answer) == problem(404, "見つかりません")
    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("GET", "/api/v1/proposals/A-NOBODY"),
        ("PUT", "/api/v1/proposals/A-NOBODY/answers"),
        ("POST", "/api/v1/proposals/A-NOBODY/submit"),
    ],
)
def test_what_one_may_not_see_does_not_exist(client, method, address):
    strange = proposals.draft(by=proposals.teacher_of_kaze(), body=proposals.kaze())
    key = bearer()

    for ref in ("A-NOBODY", strange.ref):
        answer = send(client, method, address.replace("A-NOBODY", ref), {"answers": {}}, **key)
        assert told(answer) == problem(404, "見つかりません")


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_public_lists_are_only_read(client, address, method):
    answer = send(client, method, address, {})

    assert told(answer) == problem(405, "この方法では使えません")
    assert "GET" in answer["Allow"]


@pytest.mark.parametrize("address", LISTS)
def test_an_unchanged_answer_is_not_sent_again_and_a_changed_one_is(client, address):
    published_figures()
    first = client.get(address)
    tag = {"If-None-Match": first["ETag"]}

    same = client.get(address, headers=tag)
    head = client.head(address, headers=tag)
    weak = client.get(address, headers={"If-None-Match": f"W/{first['ETag']}"})
    other = client.get(address, headers={"If-None-Match": '"something-else"'})

    assert [each.status_code for each in (same, head, weak, other)] == [304, 304, 304, 200]
    assert (same.content, other.content) == (b"", first.content)
    assert same["ETag"] == first["ETag"] and "Accept-Language" in same["Vary"]


def test_a_list_to_which_something_was_added_has_another_tag(client):
    before = client.get("/api/v1/projects")["ETag"]

    projects()

    answer = client.get("/api/v1/projects", headers={"If-None-Match": before})
    assert (answer.status_code, len(answer.json()["items"])) == (200, 5)


@pytest.mark.parametrize("address", LISTS)
def test_the_head_of_an_answer_is_that_of_its_whole(client, address):
    whole, head = client.get(address), client.head(address)

    assert (head.status_code, head.content, head["ETag"]) == (200, b"", whole["ETag"])
    assert head["Content-Type"] == whole["Content-Type"]
    assert head["Content-Length"] == str(len(whole.content))


@pytest.mark.parametrize("address", [*LISTS, *THINGS, *READING])
def test_other_pages_of_the_web_may_ask_with_a_token_and_never_with_cookies(client, address):
    asked = client.options(address)
    answer = client.get(address)

    assert (asked.status_code, asked["Access-Control-Allow-Origin"]) == (204, "*")
    assert "Authorization" in asked["Access-Control-Allow-Headers"]
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer
    assert not answer.cookies


@pytest.mark.parametrize("address", LISTS)
def test_who_asks_too_often_is_told_when_to_come_back(client, settings, address):
    settings.HIROBA_API_A_MINUTE = 1
    with clock.at("2023-09-20 10:00:15"):
        client.get(address)
        answer = client.get(address)

    assert (answer.status_code, answer["Retry-After"]) == (429, "45")
    assert told(answer) == problem(
        429,
        "回数が多すぎます",
        detail="短い時間に何度も送られました。45秒たってから、もう一度お試しください。",
    )
    with clock.at("2023-09-20 10:01:00"):
        assert client.get(address).status_code == 200


def test_a_token_has_a_limit_too(client, settings):
    settings.HIROBA_API_WITH_TOKEN_A_MINUTE, key = 2, bearer(Scope.ME)

    found = [client.get("/api/v1/me", headers=key).status_code for _ in range(3)]

    assert found == [200, 200, 429]


def test_a_preflight_is_not_counted(client, settings):
    settings.HIROBA_API_A_MINUTE = 1

    found = [client.options("/api/v1/calls").status_code for _ in range(3)]

    assert (found, client.get("/api/v1/calls").status_code) == ([204] * 3, 200)


@pytest.mark.parametrize(
    ("address", "places"),
    [
        ("/api/v1/projects?limit=101", ["limit"]),
        ("/api/v1/projects?limit=x", ["limit"]),
        ("/api/v1/projects?year=1949", ["year"]),
        ("/api/v1/projects?country=KEN", ["country"]),
        ("/api/v1/projects?origin=moon&scheme=moon", ["origin", "scheme"]),
        (f"/api/v1/projects?q={'x' * 101}", ["q"]),
        (f"/api/v1/bodies?prefecture={'1' * 41}", ["prefecture"]),
        ("/api/v1/calls?open=perhaps", ["open"]),
        ("/api/v1/figures?fy=2101", ["fy"]),
        ("/api/v1/figures/events?fy=x", ["fy"]),
        (f"/api/v1/calls?after={'x' * 2001}", ["after"]),
    ],
)
def test_what_cannot_be_meant_is_told_with_its_place(client, address, places):
    answer = client.get(address)

    found = told(answer)
    assert (answer.status_code, found["title"]) == (422, "内容に直すところがあります")
    assert [error["place"].rpartition(".")[2] for error in found["errors"]] == places
    assert all(error["told"] for error in found["errors"])


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ({}, {"call", "track", "body", "title"}),
        ({"call": "c", "track": "t", "body": "b", "title": ""}, {"title"}),
        ({"call": "c", "track": "t", "body": "b", "title": "x" * 201}, {"title"}),
        ({"call": "c\x00", "track": "t", "body": "b", "title": "x"}, {"call"}),
        ({"call": 1, "track": [], "body": None, "title": {}}, {"call", "track", "body", "title"}),
        ([], {"call", "track", "body", "title"}),
    ],
)
def test_a_body_that_does_not_fit_is_told_and_nothing_begins(client, body, places):
    answer = send(client, "POST", "/api/v1/proposals", body, **bearer())

    found = told(answer)
    assert answer.status_code == 422
    assert {error["place"].rpartition(".")[2] for error in found["errors"]} == places
    assert not Proposal.objects.exists()


@pytest.mark.parametrize("body", ["", "{", "\xff", "null x"])
def test_a_body_that_is_no_json_is_told(client, body):
    answer = client.generic("POST", "/api/v1/proposals", body, "application/json", headers=bearer())

    assert answer.status_code in (400, 422)
    assert told(answer)["status"] == answer.status_code


@pytest.mark.parametrize(
    ("language", "title", "sentence"),
    [
        ("ja", "いまはできません", "この募集にその枠はありません。"),
        ("en", "Not possible now", "This call has no such track."),
    ],
)
def test_a_refusal_is_told_whole_in_the_language_asked_for(client, language, title, sentence):
    proposals.call()
    beginning = {"call": "grassroots-2023", "track": "x", "body": minato().ref, "title": "題"}
    headers = {**bearer(), "Accept-Language": language}

    answer = send(client, "POST", "/api/v1/proposals", beginning, **headers)

    assert answer.status_code == 409
    assert told(answer) == problem(409, title, detail=sentence)
    assert not Proposal.objects.exists()


@pytest.mark.parametrize("call", ["grassroots-2023", "nothing"])
def test_one_begins_only_for_ones_own_body_and_on_a_call_there_is(client, call):
    proposals.call()
    strange = {"call": call, "track": "grassroots_support", "title": "題"}

    answer = send(
        client, "POST", "/api/v1/proposals", {**strange, "body": proposals.kaze().ref}, **bearer()
    )

    assert (answer.status_code, Proposal.objects.count()) == (404, 0)


def test_handing_in_twice_gives_the_same_receipt(client):
    proposal, key = proposals.complete(), bearer()

    first, second = (
        send(client, "POST", f"/api/v1/proposals/{proposal.ref}/submit", **key) for _ in range(2)
    )

    assert (first.status_code, second.status_code) == (200, 200)
    assert first.json()["receipt_no"] == second.json()["receipt_no"] != ""


def test_an_incomplete_proposal_stays_a_draft(client):
    proposal = proposals.draft()

    answer = send(client, "POST", f"/api/v1/proposals/{proposal.ref}/submit", **bearer())

    proposal.submission.refresh_from_db()
    assert (answer.status_code, proposal.submission.state) == (409, "draft")
    assert told(answer)["detail"]


def test_the_use_of_a_token_is_noted_at_most_every_ten_minutes(client):
    key = bearer(Scope.ME)
    seen = []
    for moment in ("10:00", "10:09", "10:11"):
        with clock.at(f"2023-09-20 {moment}"):
            client.get("/api/v1/me", headers=key)
        seen.append(Token.objects.get().last_used_at.astimezone(clock.JAPAN).strftime("%H:%M"))

    assert seen == ["10:00", "10:00", "10:11"]


def test_the_document_lists_every_answer_that_can_be_met():
    paths = api.get_openapi_schema(path_prefix="/api/v1/")["paths"]

    listed = {
        (method.upper(), path): {int(status) for status in told["responses"]}
        for path, methods in paths.items()
        for method, told in methods.items()
    }

    always = {401, 404, 422, 429, 500}
    for (method, path), statuses in listed.items():
        assert always <= statuses, path
        if method == "GET":
            assert {200, 304} <= statuses, path
        else:
            assert {400, 403, 409} <= statuses and statuses & {200, 201}, path
    closed = {path for (method, path), statuses in listed.items() if 403 in statuses}
    assert closed == {
        "/api/v1/me",
        "/api/v1/proposals",
        "/api/v1/proposals/{ref}",
        "/api/v1/proposals/{ref}/answers",
        "/api/v1/proposals/{ref}/submit",
    }


def test_the_document_describes_problems_as_they_are_sent(client):
    document = client.get("/api/v1/openapi.json").json()

    shape = document["components"]["schemas"]["Problem"]
    found = client.get("/api/v1/projects?limit=0").json()
    assert set(shape["required"]) <= found.keys() <= shape["properties"].keys()
    answers = document["paths"]["/api/v1/projects"]["get"]["responses"]["422"]["content"]
    assert answers == {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
