"""The calendar file of each side, behind a signed address."""

from datetime import UTC, datetime

import pytest
from icalendar import Calendar

from hiroba.foundation.accounts.examples import officer
from hiroba.programmes.lectures import actions, examples, tokens
from hiroba.programmes.lectures.tests import world

pytestmark = [pytest.mark.usefixtures("in_september")]


def event(client, lecture, side):
    """The one event in the file."""
    answer = client.get(tokens.path_of(lecture, side))
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    (found,) = Calendar.from_ical(answer.content).walk("VEVENT")
    return found


def test_the_school_gets_the_lesson_in_its_words(client):
    lecture = world.confirmed()

    found = event(client, lecture, tokens.SCHOOL)

    assert str(found["SUMMARY"]) == "オンライン出前講座: 教育"
    assert found.decoded("DTSTART") == datetime(2023, 11, 15, 1, 45, tzinfo=UTC)
    assert found.decoded("DTEND") == datetime(2023, 11, 15, 2, 35, tzinfo=UTC)
    assert str(found["STATUS"]) == "CONFIRMED"
    assert str(found["LOCATION"]) == "オンライン"
    assert "ラオス: 2023年11月15日(水) 08:45–09:35" in str(found["DESCRIPTION"])
    assert f"/my/lectures/{lecture.ref}/" in str(found["DESCRIPTION"])


def test_the_lecturer_gets_the_same_hour_in_another_language(client):
    noy = world.noy()
    noy.language = "en"
    noy.save()
    lecture = world.confirmed()

    found = event(client, lecture, tokens.LECTURER)

    assert str(found["SUMMARY"]) == "Online class: Education"
    assert str(found["LOCATION"]) == "Online"
    assert found.decoded("DTSTART") == datetime(2023, 11, 15, 1, 45, tzinfo=UTC)
    assert f"/en/my/lectures/offers/{lecture.agreed.ref}/" in str(found["DESCRIPTION"])


def test_both_sides_hold_one_event(client):
    lecture = world.confirmed()

    uids = {str(event(client, lecture, side)["UID"]) for side in (tokens.SCHOOL, tokens.LECTURER)}

    assert len(uids) == 1


def test_the_link_is_never_in_the_file(client):
    lecture = actions.set_link(
        by=officer(), lecture=world.confirmed(), link="https://meeting.example.jp/secret"
    )

    answer = client.get(tokens.path_of(lecture, tokens.SCHOOL))

    assert b"meeting.example.jp" not in answer.content


def test_what_was_called_off_is_taken_out_of_calendars(client):
    lecture = actions.cancel(
        by=world.akari(), lecture=world.confirmed(), because="学級閉鎖のため。"
    )

    found = event(client, lecture, tokens.SCHOOL)

    assert (str(found["STATUS"]), int(found["SEQUENCE"])) == ("CANCELLED", 1)


def test_a_visit_has_its_place(client):
    lecture = world.requested(kind="visit", place="体育館")
    lecture = examples.confirmed(lecture, examples.lecturer("shiro"))

    assert str(event(client, lecture, tokens.SCHOOL)["LOCATION"]) == "体育館"


@pytest.mark.parametrize("token", ["nonsense", "a:b:c"])
def test_an_address_that_nobody_signed_is_not_there(client, token):
    assert client.get(f"/lectures/calendar/{token}.ics").status_code == 404


def test_a_lecture_that_is_not_settled_has_no_calendar(client):
    for lecture in (world.requested(), world.accepted()):
        assert client.get(tokens.path_of(lecture, tokens.SCHOOL)).status_code == 404
