"""A council from the proposal of an item to a seat in it, looked at on both screens."""

import datetime

import pytest
from playwright.sync_api import Page, expect

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.programmes.dialogue import examples
from hiroba.tests.browser.seeing import faults, overflow_at_320


@pytest.fixture
def council(db):
    """A council that was held, with minutes and a promise, and one to come."""
    examples.first_council()
    return examples.meeting(f"{clock.today() + datetime.timedelta(days=45)}")


def looks_right(page: Page) -> bool:
    return (faults(page), overflow_at_320(page)) == ([], 0)


def test_a_citizen_proposes_and_comes_and_a_coordinator_decides(
    council, screen, live_server, sign_in
):
    sign_in(somebody("hana"))
    screen.goto(f"{live_server.url}/dialogue/")
    assert looks_right(screen)
    screen.get_by_role("link", name="NGO-JICA協議会(見本)", exact=True).click()
    assert looks_right(screen)
    screen.locator(".waiting a").first.click()
    assert looks_right(screen)
    screen.get_by_role("link", name="議題を提案する").click()
    assert looks_right(screen)
    screen.get_by_label("NGO側").check()
    screen.get_by_label("協議").check()
    screen.get_by_label("議題").fill("知らせ方を見直す")
    screen.get_by_label("背景と、聞きたいこと").fill("小さな団体にも届くようにしたい。")
    screen.get_by_role("button", name="送る").click()
    expect(screen.get_by_text("提案中")).to_be_visible()
    screen.get_by_role("link", name="会合に申し込む").click()
    assert looks_right(screen)
    screen.get_by_label("所属").fill("見本の会")
    screen.get_by_label("NGO側").check()
    screen.get_by_label("オンラインで").check()
    screen.get_by_role("button", name="送る").click()
    screen.goto(f"{live_server.url}/my/dialogue/")
    expect(screen.get_by_text("予約済み").first).to_be_visible()
    assert looks_right(screen)

    sign_in(officer())
    screen.goto(f"{live_server.url}/dialogue/meetings/{council.ref}/")
    assert looks_right(screen)
    screen.get_by_role("button", name="取り上げる 知らせ方を見直す").click()
    expect(screen.get_by_text("取り上げる").first).to_be_visible()
    screen.goto(f"{live_server.url}/dialogue/meetings/{examples.first_council().ref}/")
    expect(screen.get_by_text("案内の画面を、年度内に見直します。")).to_be_visible()
    assert looks_right(screen)
