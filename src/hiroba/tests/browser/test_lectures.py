"""A class asks, an officer finds a lecturer by both clocks, and the lecturer says yes."""

import pytest
from playwright.sync_api import Page, expect

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.programmes.lectures import examples
from hiroba.programmes.lectures.models import Lecture
from hiroba.programmes.lectures.tests import world
from hiroba.tests.browser.seeing import faults, overflow_at_320


@pytest.fixture
def lectures(db):
    """The small world, with one class that nobody in reach can answer."""
    world.build()
    with clock.at("2023-04-03 10:00"):
        examples.rules()
    examples.now()
    return Lecture.objects.order_by("pk")


def is_sound(page: Page) -> bool:
    """Whether nothing is wrong with the page that is open."""
    return faults(page) == [] and overflow_at_320(page) == 0


def test_a_class_is_matched_and_the_lecturer_says_yes(lectures, screen, live_server, sign_in):
    waiting = lectures.first()
    sign_in(officer())
    screen.goto(f"{live_server.url}/staff/lectures/{waiting.ref}/candidates/")
    assert is_sound(screen)

    screen.get_by_role("button", name="この日時で打診する").first.click()
    expect(screen.locator("main")).to_contain_text("講師の返事を待っています")
    assert is_sound(screen)

    offer = waiting.offers.get()
    sign_in(somebody("noy"))
    screen.goto(f"{live_server.url}/my/lectures/offers/{offer.ref}/")
    assert is_sound(screen)
    screen.get_by_role("button", name="引き受ける").click()
    expect(screen.locator("main")).to_contain_text("引き受けました。この時間を押さえました。")


def test_a_teacher_asks_and_what_was_typed_stays(lectures, screen, live_server, sign_in):
    sign_in(world.akari())
    screen.goto(f"{live_server.url}/my/lectures/ask/")
    screen.get_by_label("オンラインで海外と結ぶ").check()
    screen.locator("#id_pupils").fill("3")
    screen.locator("#id_aim").fill("長い道のりの話。")

    screen.get_by_role("button", name="申し込む").click()

    expect(screen.locator("#id_aim")).to_have_value("長い道のりの話。")
    assert is_sound(screen)


def test_pages_for_everybody_and_out_of_reach_have_no_faults(
    lectures, screen, live_server, sign_in
):
    ghana = lectures.get(country__code="GH")
    sign_in(officer())
    candidates = f"/staff/lectures/{ghana.ref}/candidates/"
    wrong = []
    for path in ("/en/lectures/", candidates, f"{candidates}?show=others", "/staff/lectures/"):
        screen.goto(live_server.url + path)
        wrong += [] if is_sound(screen) else [path, *faults(screen)]

    assert wrong == []
