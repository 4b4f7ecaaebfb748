"""The frame around every page, seen by visitors without an account."""

import pytest
from playwright.sync_api import Browser, Page, expect

from hiroba.tests.browser.seeing import faults, listening, overflow_at_320

OPEN_PAGES = (
    "/",
    "/about/",
    "/help/",
    "/privacy/",
    "/accessibility/",
    "/components/",
    "/search/",
    "/search/?q=水道",
    "/account/login/",
    "/account/signup/",
    "/account/login/code/",
    "/account/password/reset/",
    "/offline/",
    "/en/",
    "/en/components/",
)


@pytest.mark.parametrize("path", OPEN_PAGES)
def test_an_open_page_has_no_faults(screen: Page, live_server, path):
    with listening(screen) as heard:
        answer = screen.goto(live_server.url + path)

    assert answer is not None and answer.status == 200
    assert heard == []
    assert faults(screen) == []
    assert overflow_at_320(screen) == 0


def test_home_shows_what_one_can_do(screen: Page, live_server):
    screen.goto(live_server.url)

    expect(screen.get_by_role("heading", level=1)).to_have_text(
        "ひとりの関心が、世界のまちとつながる。"
    )
    expect(screen.get_by_role("heading", name="あなたの入口")).to_be_visible()


def test_no_door_leads_nowhere(page: Page, live_server):
    page.goto(live_server.url)
    doors = {link.get_attribute("href") for link in page.locator("a[href^='/']").all()}

    answers = {door: page.request.get(live_server.url + str(door)).status for door in doors}

    assert len(doors) >= 8
    assert {door for door, status in answers.items() if status != 200} == set()


def test_the_language_changes_and_the_page_stays(screen: Page, live_server):
    screen.goto(live_server.url + "/search/?q=water&page=2")

    screen.locator("header").get_by_role("link", name="English").click()

    assert screen.url == live_server.url + "/en/search/?q=water&page=2"
    expect(screen.get_by_role("heading", level=1)).to_have_text("Search")
    assert screen.locator("html").get_attribute("lang") == "en"


def test_the_menu_of_a_phone_works_without_script(browser: Browser, live_server):
    visit = browser.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 844}, locale="ja-JP"
    )
    page = visit.new_page()
    page.goto(live_server.url)

    page.locator("summary", has_text="メニュー").click()
    page.locator(".sheet").get_by_role("link", name="数字で見る").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("数字で見る")
    visit.close()


def test_the_keyboard_reaches_the_content_first(page: Page, live_server):
    page.goto(live_server.url + "/help/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"


def test_the_place_one_is_in_is_marked(page: Page, live_server):
    page.goto(live_server.url + "/figures/")

    marked = page.locator("header .doors a[aria-current]").first

    expect(marked).to_have_text("数字で見る")
    assert marked.get_attribute("aria-current") == "page"
