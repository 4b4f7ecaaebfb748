"""A class finds the plaza, books a visit, and is welcomed, looked at on both screens."""

import datetime

import pytest
from playwright.sync_api import Page, expect

from hiroba.engines.gatherings.models import Booking
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.programmes.plaza import actions, examples
from hiroba.tests.browser.seeing import faults, overflow_at_320


@pytest.fixture
def slot(db):
    """A time to come, twelve days ahead, at a site that shows something."""
    examples.site("nagoya")
    with clock.at("2023-04-04 09:00"):
        examples.exhibition(examples.STANDING, "2023-04-05")
    return examples.slot(examples.next_open_day(12))


def looks_right(page: Page) -> bool:
    return (faults(page), overflow_at_320(page)) == ([], 0)


def test_a_class_books_and_is_welcomed(slot, screen, live_server, sign_in):
    screen.goto(f"{live_server.url}/plaza/")
    assert looks_right(screen)
    screen.get_by_role("link", name="世界とつながるわたしのくらし(見本)").click()
    assert looks_right(screen)
    screen.get_by_role("link", name="JICA地球ひろば(市ヶ谷)").click()
    assert looks_right(screen)

    sign_in(somebody("akari"))
    screen.get_by_role("link", name="残り40名").click()
    assert looks_right(screen)
    screen.get_by_label("団体の名前").fill("見本小学校 6年生")
    screen.get_by_label("人数(引率の方も含む)").fill("32")
    screen.get_by_label("当日つながる電話番号").fill("03-0000-0001")
    screen.get_by_role("button", name="予約する").click()
    expect(screen.get_by_role("status").first).to_contain_text("予約しました。")
    assert looks_right(screen)

    booking = Booking.objects.get()
    duty = actions.ask_guide(by=officer(), slot=slot, person=somebody("aoi"))
    sign_in(somebody("aoi"))
    screen.goto(f"{live_server.url}/my/duties/")
    assert looks_right(screen)
    screen.get_by_role("button", name="引き受ける").click()
    expect(screen.get_by_text("引き受けた")).to_be_visible()

    sign_in(officer())
    day = booking.slot.starts_at + datetime.timedelta(hours=9)
    screen.goto(f"{live_server.url}/staff/plaza/?on={day:%Y-%m-%d}")
    expect(screen.get_by_text("見本小学校 6年生").first).to_be_visible()
    expect(screen.get_by_text(duty.person.name).first).to_be_visible()
    assert looks_right(screen)
