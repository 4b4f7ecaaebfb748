"""Programs read calls, write drafts and hand them in: the same rules, the same sentences."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hiroba.engines.intake.submissions.models import Submission
from hiroba.engines.registry.people.examples import minato, municipality_body
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.tokens.examples import token_of
from hiroba.foundation.tokens.states import Scope
from hiroba.programmes.cooperation.proposals import examples, openings, standard
from hiroba.programmes.cooperation.proposals.tests.worlds import of_minato

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("autumn_stands", "in_autumn_2023")]

CALLS, PROPOSALS = "/api/v1/calls", "/api/v1/proposals"


class Program:
    """A body's own program with a token."""

    def __init__(self, client, handle="ren", *scopes, language=""):
        self.client = client
        self.headers = {"Authorization": f"Bearer {token_of(handle, *scopes).secret}"}
        if language:
            self.headers["Accept-Language"] = language

    def get(self, address):
        return self.client.get(address, headers=self.headers)

    def send(self, method, address, told=None):
        return self.client.generic(
            method, address, json.dumps(told or {}), "application/json", headers=self.headers
        )


@pytest.fixture
def program(client):
    return Program(client)


def beginning(**change):
    examples.call()
    return {
        "call": "grassroots-2023",
        "track": "grassroots_support",
        "body": minato().ref,
        "title": "水と学校",
        **change,
    }


def begun(program):
    return program.send("POST", PROPOSALS, beginning()).json()


def test_a_call_is_told_in_both_languages_with_its_windows(client):
    call = examples.call()

    told = client.get(f"{CALLS}/{call.ref}").json()

    assert told == {
        "ref": "grassroots-2023",
        "fiscal_year": 2023,
        "title": {"ja": call.title_ja, "en": call.title_en},
        "summary": {"ja": call.summary_ja, "en": call.summary_en},
        "published_at": told["published_at"],
        "is_sample": True,
        "tracks": [
            {
                "code": "grassroots_support",
                "name": {"ja": "草の根協力支援型", "en": "Support type"},
                "opens_at": told["tracks"][0]["opens_at"],
                "closes_at": told["tracks"][0]["closes_at"],
                "is_open": True,
            }
        ],
    }


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2023-08-22 10:00", True),
        ("2023-10-02 16:59:59.999999", True),
        ("2023-10-02 17:00", False),
    ],
)
def test_the_window_is_told_to_the_microsecond(client, moment, is_open):
    examples.call()

    with clock.at(moment):
        told = client.get(f"{CALLS}/grassroots-2023").json()
        listed = client.get(f"{CALLS}?open=true").json()["items"]

    assert told["tracks"][0]["is_open"] is is_open
    assert len(listed) == is_open


def test_a_call_being_prepared_is_not_told(client):
    openings.schemes()
    openings._prepared("secret", 0)

    assert client.get(f"{CALLS}/secret").status_code == 404
    assert client.get(CALLS).json()["items"] == []


def test_calls_are_turned_page_by_page(client):
    for number in range(3):
        examples.call(f"call-{number}")

    first = client.get(f"{CALLS}?limit=2").json()
    second = client.get(first["next"]).json()

    refs = [call["ref"] for call in (*first["items"], *second["items"])]
    assert sorted(refs) == ["call-0", "call-1", "call-2"]
    assert second["next"] is None


def test_a_draft_begins_with_what_the_registry_knows(program):
    told = begun(program)

    assert (told["state"], told["version"], told["receipt_no"], told["title"]) == (
        "draft",
        0,
        None,
        "水と学校",
    )
    assert told["answers"]["body_name"] == "特定非営利活動法人みなと"
    assert program.get(f"{PROPOSALS}/{told['ref']}").json() == told
    assert program.get(PROPOSALS).json()["items"] == [told]


def test_from_a_draft_to_a_receipt(program):
    draft = begun(program)
    address = f"{PROPOSALS}/{draft['ref']}"

    saved = program.send("PUT", f"{address}/answers", {"answers": standard.sample_answers()})
    received = program.send("POST", f"{address}/submit")
    again = program.send("POST", f"{address}/submit")

    assert saved.json()["version"] == 1
    assert (received.status_code, received.json()["state"]) == (200, "submitted")
    assert received.json()["receipt_no"] == f"{draft['ref']}-1"
    assert again.json() == received.json()
    assert Letter.objects.filter(kind="proposals/received").count() == 1


REFUSALS = {
    "an incomplete draft": ("POST", "{draft}/submit", {}, "か所あります", "still"),
    "an unknown question": (
        "PUT",
        "{draft}/answers",
        {"answers": {"colour": "red"}},
        "この様式にない項目",
        "does not ask",
    ),
    "an endless answer": (
        "PUT",
        "{draft}/answers",
        {"answers": {"background": "字" * 100_001}},
        "100,000字まで",
        "100,000",
    ),
    "an older version": (
        "PUT",
        "{draft}/answers",
        {"answers": {"area": "x"}, "version": 7},
        "ほかの人が先に書き換えています",
        "else",
    ),
}


@pytest.mark.parametrize("which", REFUSALS)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_each_refusal_is_a_409_with_its_sentence(client, which, language):
    method, path, told, japanese, english = REFUSALS[which]
    program = Program(client, language=language)
    address = path.format(draft=f"{PROPOSALS}/{begun(program)['ref']}")

    answer = program.send(method, address, told)

    assert answer.status_code == 409
    assert answer["Content-Type"].startswith("application/problem+json")
    assert (japanese if language == "ja" else english) in answer.json()["detail"]


def test_a_late_one_is_refused_with_the_sentence_of_the_page(program):
    ref = examples.complete().ref

    with clock.at("2023-10-02 17:00"):
        answer = program.send("POST", f"{PROPOSALS}/{ref}/submit")

    assert answer.status_code == 409
    assert answer.json()["detail"] == (
        "受付は2023-10-02 17:00に締め切りました(到着が基準です)。書いた内容は残っています。"
    )
    assert Submission.objects.get().state == "draft"


def test_a_track_that_the_call_does_not_have(program):
    answer = program.send("POST", PROPOSALS, beginning(track="world_fund"))

    assert (answer.status_code, answer.json()["detail"]) == (
        409,
        "この募集にその枠はありません。",
    )


def test_a_body_that_does_not_fit_is_told_which_rule(client):
    member = Program(client, "machi")
    answer = member.send("POST", PROPOSALS, beginning(body=municipality_body().ref))

    assert answer.status_code == 409
    assert "団体の種類" in answer.json()["detail"]


@pytest.mark.parametrize(
    "change",
    [{"title": ""}, {"title": "題" * 201}, {"title": "a\x00b"}, {"call": "c" * 41}, {"body": None}],
)
def test_what_does_not_fit_the_contract_is_a_422(program, change):
    assert program.send("POST", PROPOSALS, beginning(**change)).status_code == 422


@pytest.mark.parametrize("text", ["a\x00b", 5, None, ["水"]])
def test_an_answer_is_a_text(program, text):
    address = f"{PROPOSALS}/{begun(program)['ref']}/answers"

    assert program.send("PUT", address, {"answers": {"area": text}}).status_code == 422


def test_half_a_sign_is_refused_and_a_rare_one_is_kept(program):
    address = f"{PROPOSALS}/{begun(program)['ref']}/answers"

    kept = program.send("PUT", address, {"answers": {"area": "𠮷野川🐟"}})
    half = program.client.generic(
        "PUT",
        address,
        '{"answers": {"area": "\\ud83d"}}',
        "application/json",
        headers=program.headers,
    )

    assert kept.json()["answers"]["area"] == "𠮷野川🐟"
    assert half.status_code in (400, 422)


def test_line_ends_of_every_system_become_plain(program):
    address = f"{PROPOSALS}/{begun(program)['ref']}/answers"

    told = program.send("PUT", address, {"answers": {"background": "一\r\n二\r三"}}).json()

    assert told["answers"]["background"] == "一\n二\n三"


@pytest.mark.parametrize("handle", ["akari", "sato", "mori", "kansa"])
def test_strangers_and_staff_find_nothing_here(client, handle):
    ref = examples.submitted().ref
    stranger = Program(client, handle)

    found = [
        stranger.get(PROPOSALS).json()["items"],
        stranger.get(f"{PROPOSALS}/{ref}").status_code,
        stranger.send("POST", f"{PROPOSALS}/{ref}/submit").status_code,
        stranger.send("PUT", f"{PROPOSALS}/{ref}/answers", {"answers": {}}).status_code,
    ]

    assert found == [[], 404, 404, 404]


@pytest.mark.parametrize("role", ["viewer", "signatory"])
def test_who_only_reads_writes_nothing_by_program_either(client, role):
    handle = of_minato(role).email.split("@")[0]
    ref = examples.complete().ref
    program = Program(client, handle)

    read = program.get(f"{PROPOSALS}/{ref}")
    write = program.send("PUT", f"{PROPOSALS}/{ref}/answers", {"answers": {"area": "x"}})

    assert (read.status_code, write.status_code) == (200, 409)
    assert "代表管理者か編集者だけ" in write.json()["detail"]


WRITES = [
    ("POST", PROPOSALS),
    ("PUT", PROPOSALS + "/{ref}/answers"),
    ("POST", PROPOSALS + "/{ref}/submit"),
]


@pytest.mark.parametrize(("method", "path"), WRITES)
def test_a_token_for_reading_does_not_write(client, method, path):
    told = beginning()
    ref = examples.draft().ref
    reader = Program(client, "ren", Scope.PROPOSALS_READ)

    answer = reader.send(method, path.format(ref=ref), told if path == PROPOSALS else None)

    assert answer.status_code in (403, 422)
    assert Submission.objects.count() == 1


@pytest.mark.parametrize(("method", "path"), [("GET", PROPOSALS), *WRITES])
def test_without_a_token_nothing_is_read_or_written(client, method, path):
    ref = examples.draft().ref

    answer = client.generic(method, path.format(ref=ref), "{}", "application/json")

    assert answer.status_code == 401


def test_a_token_for_something_else_does_not_read(client):
    ref = examples.draft().ref
    other = Program(client, "ren", Scope.ME)

    assert other.get(PROPOSALS).status_code == 403
    assert other.get(f"{PROPOSALS}/{ref}").status_code == 403


def test_the_list_asks_the_same_questions_for_one_and_for_three(program, django_assert_num_queries):
    examples.draft()
    program.get(PROPOSALS)
    with CaptureQueriesContext(connection) as one:
        program.get(PROPOSALS)

    for _ in range(2):
        examples.draft()

    with django_assert_num_queries(len(one)):
        found = program.get(PROPOSALS).json()["items"]
    assert len(found) == 3


def test_an_officer_has_no_proposals_of_the_own(client):
    examples.submitted()

    assert Program(client, officer().email.split("@")[0]).get(PROPOSALS).json()["items"] == []


def test_a_member_who_left_finds_nothing_any_more(client):
    ref = examples.draft().ref
    program = Program(client)
    somebody("ren").person.memberships.update(until=clock.today())

    assert program.get(f"{PROPOSALS}/{ref}").status_code == 404
