"""Every page for everybody, and forms that keep what was typed."""

from uuid import uuid4

import pytest
from lxml import html

from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.programmes.dialogue import actions, examples, queries
from hiroba.programmes.dialogue.models import AgendaItem, Commitment, Meeting, Minutes

DOORS = {
    "/dialogue/": (200, 200, 200, 200, 200),
    "/dialogue/council/": (200, 200, 200, 200, 200),
    "/dialogue/nothing/": (404, 404, 404, 404, 404),
    "/dialogue/meetings/{coming}/": (200, 200, 200, 200, 200),
    "/dialogue/meetings/MT-NOTHING/": (404, 404, 404, 404, 404),
    "/dialogue/meetings/{coming}/register/": (302, 200, 200, 200, 200),
    "/dialogue/meetings/{coming}/propose/": (302, 200, 200, 200, 200),
    "/dialogue/meetings/{coming}/items/{item}/decline/": (302, 404, 200, 200, 403),
    "/dialogue/meetings/{held}/minutes/write/": (302, 403, 200, 200, 403),
    "/dialogue/meetings/{coming}/minutes/write/": (302, 403, 403, 403, 403),
    "/dialogue/meetings/{held}/promise/": (302, 403, 200, 200, 403),
    "/my/dialogue/": (302, 200, 200, 200, 200),
    "/staff/dialogue/plan/": (302, 403, 403, 200, 403),
}


def words(answer):
    return " ".join(html.fromstring(answer.content.decode()).text_content().split())


@pytest.mark.parametrize("address", DOORS)
def test_each_page_is_there_for_whom_it_is_meant(client, coming, held, address):
    item, told = examples.item(coming, "議題"), []
    known = {"coming": coming.ref, "held": held.ref, "item": item.ref}
    for who in ("", "hana", "ren", "sato", "kansa"):
        client.logout()
        if who:
            backend = "django.contrib.auth.backends.ModelBackend"
            client.force_login(somebody(who), backend=backend)
        told.append(client.get(address.format(**known)).status_code)

    assert tuple(told) == DOORS[address]


@pytest.mark.parametrize("address", ["/dialogue/", "/dialogue/council/"])
def test_without_meetings_the_pages_say_so(client, address):
    told = words(client.get(address))

    assert "まだ開かれていません" in told or "これからの会合は、まだ決まっていません。" in told


def test_the_pages_ask_little(signed_in, coming, held, django_assert_max_num_queries):
    for number in range(3):
        examples.item(coming, f"議題{number}")
    client = signed_in("ren")

    for address in ("/dialogue/", "/dialogue/council/", f"/dialogue/meetings/{coming.ref}/"):
        with django_assert_max_num_queries(12):
            client.get(address)


def test_in_english_the_meeting_is_english(client, coming):
    told = words(client.get(f"/en/dialogue/meetings/{coming.ref}/"))

    assert "NGO-JICA council (sample), meeting 1 of FY2023" in told
    assert "They are published here when both sides agree." in told


def test_a_citizen_registers_and_cancels(signed_in, coming):
    client, address = signed_in("hana"), f"/dialogue/meetings/{coming.ref}/register/"
    typed = {"key": str(uuid4()), "body": "見本の会", "side": "ngo", "place": "online"}

    client.post(address, typed)
    again = client.post(address, {**typed, "key": str(uuid4())})
    [registration] = queries.registrations_of(somebody("hana"))
    client.post(f"/my/dialogue/{registration.ref}/cancel/")

    assert "この会合には、もう申し込んでいます。" in words(again)
    registration.booking.refresh_from_db()
    assert registration.booking.state == "cancelled"


def test_a_refused_proposal_keeps_what_was_typed(signed_in, coming):
    typed = {"side": "ngo", "kind": "", "title": "とても長い題", "background": "背景です"}

    answer = signed_in("hana").post(f"/dialogue/meetings/{coming.ref}/propose/", typed)

    told = html.fromstring(answer.content.decode())
    assert told.xpath("//input[@name='title']/@value") == ["とても長い題"]
    assert AgendaItem.objects.count() == 0


def test_both_sides_walk_through_a_meeting(signed_in, coming, held):
    typed = {"side": "ngo", "kind": "discussion", "title": "知らせ方", "background": "背景"}
    signed_in("hana").post(f"/dialogue/meetings/{coming.ref}/propose/", typed)
    item = AgendaItem.objects.get()
    address = f"/dialogue/meetings/{coming.ref}/items/{item.ref}"
    signed_in("ren").post(f"{address}/accept/")
    signed_in("sato").post(f"/dialogue/meetings/{held.ref}/minutes/write/", {"text": "発言"})
    number = Minutes.objects.get().number
    for who in ("sato", "ren"):
        signed_in(who).post(f"/dialogue/meetings/{held.ref}/minutes/{number}/approve/")
    kept = {"side": "house", "owner": "担当", "text": "見直す", "due_on": "2024-03-29"}
    signed_in("ren").post(f"/dialogue/meetings/{held.ref}/promise/", kept)
    commitment = Commitment.objects.get()
    done = f"/dialogue/meetings/{held.ref}/commitments/{commitment.ref}/fulfil/"
    signed_in("sato").post(done, {"how": "公開しました"})

    item.refresh_from_db()
    commitment.refresh_from_db()
    assert (item.state, commitment.state) == ("accepted", "fulfilled")
    signed_in("hana")
    assert "発言" in words(signed_in("akari").get(f"/dialogue/meetings/{held.ref}/"))


def test_an_item_is_declined_with_a_form(signed_in, coming):
    item = examples.item(coming, "知らせ方")
    address = f"/dialogue/meetings/{coming.ref}/items/{item.ref}/decline/"

    empty = signed_in("sato").post(address, {"reason": ""})
    signed_in("sato").post(address, {"reason": "次回に"})

    item.refresh_from_db()
    assert empty.status_code == 200
    assert (item.state, item.reason) == ("declined", "次回に")


def test_an_officer_plans_a_meeting_with_a_form(signed_in):
    typed = {
        "series": "study",
        "starts_at": "2023-12-05T15:00",
        "ends_at": "2023-12-05T16:30",
        "capacity": "100",
        "chair": "house",
        "place_ja": "オンライン",
    }

    signed_in("sato").post("/staff/dialogue/plan/", typed)
    wrong = signed_in("sato").post(
        "/staff/dialogue/plan/", {**typed, "ends_at": "2023-12-05T15:00"}
    )

    meeting = Meeting.objects.get(series__ref="study")
    assert (meeting.slot.capacity, meeting.chair, meeting.slot.gathering.state) == (
        100,
        "house",
        "open",
    )
    assert "終わりの時刻を、始まりより後にしてください。" in words(wrong)


def test_an_overdue_promise_is_marked_for_everybody(client, held):
    told = {"owner": "担当", "text": "見直す", "due_on": queries.clock.today()}
    actions.promise(by=officer(), meeting=held, side="house", **told)

    with queries.clock.at("2023-11-02 10:00"):
        assert "期日を過ぎています" in words(client.get("/dialogue/"))
