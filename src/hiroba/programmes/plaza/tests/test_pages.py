"""Every page for everybody, and forms that keep what was typed."""

import datetime
from uuid import uuid4

import pytest
from lxml import html

from hiroba.engines.gatherings.models import Booking, Count, Slot
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.programmes.plaza import actions, examples, queries
from hiroba.programmes.plaza.models import ClosedDay, Exhibition, Visit

DAY = datetime.date(2023, 11, 22)


def page_of(answer):
    return html.fromstring(answer.content.decode())


def words(answer):
    return " ".join(page_of(answer).text_content().split())


@pytest.mark.parametrize("many", [0, 1, 12])
def test_times_are_shown_with_the_seats_that_are_left(client, many):
    for number in range(many):
        examples.slot(DAY + datetime.timedelta(days=7 * (number // 4)), 10 + 2 * (number % 4))

    told = page_of(client.get("/plaza/sites/ichigaya/"))

    assert len(told.xpath("//*[@id='slots']//li")) == many
    assert ("いま予約できる回はありません" in told.text_content()) == (many == 0)


def test_a_full_time_is_no_door(client):
    slot = examples.slot(DAY, capacity=32)
    examples.visit(slot)

    told = page_of(client.get("/plaza/sites/ichigaya/"))

    [row] = told.xpath("//*[@id='slots']//li")
    assert row.text_content().strip().endswith("満員")
    assert told.xpath("//*[@id='slots']//li//a") == []


def test_only_the_times_are_sent_when_htmx_asks(client):
    examples.slot(DAY)

    answer = client.get("/plaza/sites/ichigaya/", headers={"HX-Request": "true"})

    assert answer.content.decode().lstrip().startswith('<div id="slots"')


def test_in_english_the_plaza_is_english(client):
    examples.exhibition(examples.STANDING, "2023-04-05")

    told = words(client.get("/en/plaza/"))

    assert "Our houses today" in told
    assert "JICA Global Plaza, Ichigaya" in told
    assert "Standing exhibition" in told


def test_a_day_off_says_why(client):
    actions.close_on(
        by=officer(), site=examples.site(), day=datetime.date(2023, 11, 1), reason_ja="設備の点検"
    )

    assert "きょうは休館" in words(client.get("/plaza/sites/ichigaya/"))
    assert "設備の点検" in words(client.get("/plaza/"))


def test_a_draft_is_seen_by_officers_only_and_published_by_a_button(client, signed_in):
    draft = actions.prepare_exhibition(
        by=officer(), site=examples.site(), starts_on=DAY, title_ja="展示", text_ja="紹介"
    )
    address = f"/plaza/exhibitions/{draft.ref}/"

    before = client.get(address).status_code
    signed_in(officer()).post(f"/staff/plaza/exhibitions/{draft.ref}/publish/")
    client.logout()

    assert (before, client.get(address).status_code) == (404, 200)


def test_a_teacher_books_and_cancels(signed_in):
    slot, client = examples.slot(DAY), signed_in(somebody("akari"))
    form = page_of(client.get(f"/plaza/visits/{slot.pk}/book/"))
    [key] = form.xpath("//input[@name='key']/@value")
    typed = {"key": key, "party": "見本小学校", "people": "30", "phone": "03-0000-0001"}

    booked = client.post(f"/plaza/visits/{slot.pk}/book/", typed, follow=True)
    again = client.post(f"/plaza/visits/{slot.pk}/book/", typed, follow=True)
    visit = Visit.objects.get()
    client.post(f"/my/visits/{visit.ref}/cancel/")

    assert "予約しました。" in words(booked)
    assert again.redirect_chain == booked.redirect_chain
    assert Booking.objects.get().state == "cancelled"


@pytest.mark.parametrize(
    ("people", "reason"),
    [
        ("41", "この会場が一度に受け入れる団体は、5名から40名までです。"),
        ("many", "整数を入力してください。"),
        ("", "このフィールドは必須です。"),
    ],
)
def test_a_refused_booking_keeps_what_was_typed(signed_in, people, reason):
    slot, client = examples.slot(DAY), signed_in(somebody("akari"))
    typed = {"party": "とても長い名前の小学校", "people": people, "phone": "03-0000-0001"}

    answer = client.post(f"/plaza/visits/{slot.pk}/book/", {**typed, "key": str(uuid4())})

    told = page_of(answer)
    assert told.xpath("//input[@name='party']/@value") == ["とても長い名前の小学校"]
    assert reason in words(answer)
    assert Visit.objects.count() == 0


def test_a_guide_accepts_and_welcomes_on_the_day(signed_in, client):
    visit = examples.visit(examples.slot(DAY))
    duty = actions.ask_guide(by=officer(), slot=visit.booking.slot, person=somebody("aoi"))
    client = signed_in(somebody("aoi"))

    client.post(f"/my/duties/{duty.ref}/accept/")
    early = client.get(f"/staff/plaza/visits/{visit.ref}/welcome/").status_code
    with clock.at("2023-11-22 10:05"):
        client.post(f"/staff/plaza/visits/{visit.ref}/welcome/", {"came": "31"})

    booking = Booking.objects.get()
    assert (early, booking.state, booking.came) == (403, "came", 31)


def test_an_officer_counts_corrects_closes_and_offers(signed_in):
    client = signed_in(officer())
    counted = {"site": "ichigaya", "day": "2023-10-31", "kind": "walk-in", "people": "3120"}

    client.post("/staff/plaza/count/", counted)
    twice = client.post("/staff/plaza/count/", counted)
    wrong = Count.objects.get()
    client.post(f"/staff/plaza/counts/{wrong.pk}/correct/", {"people": "312", "because": "けた"})
    client.post(
        "/staff/plaza/close/", {"site": "ichigaya", "day": "2023-11-08", "reason_ja": "点検"}
    )
    offered = {"site": "ichigaya", "day": "2023-11-22", "starts": "10:00", "ends": "12:00"}
    client.post("/staff/plaza/offer/", {**offered, "capacity": "40"})

    assert "この日は、もう数えてあります。訂正として記録してください。" in words(twice)
    assert [row.people for row in queries.counts()] == [312]
    assert ClosedDay.objects.get().reason_ja == "点検"
    assert Slot.objects.get().capacity == 40


def test_an_exhibition_is_prepared_with_a_form(signed_in):
    typed = {"site": "nagoya", "title_ja": "水の旅", "text_ja": "紹介", "starts_on": "2023-12-01"}

    signed_in(officer()).post("/staff/plaza/exhibitions/prepare/", typed)

    made = Exhibition.objects.get()
    assert (made.site.ref, made.title_ja, made.state, made.is_standing) == (
        "nagoya",
        "水の旅",
        "draft",
        True,
    )


def test_a_class_that_did_not_come_is_recorded(signed_in):
    visit = examples.visit(examples.slot(DAY))

    with clock.at("2023-11-22 13:00"):
        signed_in(officer()).post(f"/staff/plaza/visits/{visit.ref}/miss/")

    assert Booking.objects.get().state == "missed"


def test_the_day_shows_who_comes_who_guides_and_what_was_counted(signed_in):
    with clock.at("2023-11-27 10:00"):
        examples.school_visit()
        examples.day_counts()

    told = words(signed_in(officer()).get("/staff/plaza/?on=2023-11-22"))
    counted = words(signed_in(officer()).get("/staff/plaza/?on=2023-11-25"))

    assert "見本小学校 6年生" in told
    assert "青木 あおい(見本) (引き受けた)" in told
    assert "けたの打ちまちがい(見本)" in counted


def test_the_story_told_twice_is_the_same_story():
    examples.tell()
    before = (Visit.objects.count(), Slot.objects.count(), Count.objects.count())

    examples.tell()

    assert (Visit.objects.count(), Slot.objects.count(), Count.objects.count()) == before
