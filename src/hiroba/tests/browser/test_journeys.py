"""A journey is walked and left, on both screens, by keyboard and without an account."""

import pytest
from playwright.sync_api import expect

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer
from hiroba.programmes.journeys import examples
from hiroba.tests.browser.seeing import faults, overflow_at_320


@pytest.fixture
def world(db):
    """The journey of the story."""
    with clock.at("2023-12-01 10:00"):
        examples.published()


def test_somebody_walks_rests_and_comes_to_the_end(world, screen, live_server):
    def looks_well():
        return (faults(screen), overflow_at_320(screen)) == ([], 0)

    screen.goto(f"{live_server.url}/journeys/the-day-after/")
    assert looks_well()
    screen.get_by_role("button", name="ナディア、34歳").press("Enter")
    assert looks_well()

    screen.get_by_role("button", name="ここで休む").press("Enter")
    expect(screen.get_by_role("heading", level=1)).to_have_text("ここで、ひと休み")
    assert looks_well()
    screen.get_by_role("link", name="さっきの場面に戻る").click()
    for choice in ("同僚に", "薬", "山の道", "自分のことばで", "今日はただ"):
        screen.get_by_role("button", name=choice).click()

    expect(screen.get_by_role("heading", level=1)).to_have_text("まだ出していない手紙")
    assert looks_well()


def test_an_officer_reads_a_version_as_a_whole(world, screen, live_server, sign_in):
    sign_in(officer())
    screen.goto(f"{live_server.url}/staff/journeys/the-day-after/1/")

    expect(screen.get_by_role("heading", name="国ざかいの机")).to_be_visible()
    assert (faults(screen), overflow_at_320(screen)) == ([], 0)
