"""What one sees when something is not there, not allowed, or broken."""

from playwright.sync_api import Page, expect

from hiroba.foundation.accounts.examples import somebody
from hiroba.tests.browser.seeing import faults, overflow_at_320


def test_a_page_that_is_not_there_offers_ways_on(screen: Page, live_server):
    answer = screen.goto(live_server.url + "/somewhere/else/")

    assert answer is not None and answer.status == 404
    expect(screen.get_by_role("searchbox")).to_be_visible()
    expect(screen.get_by_role("navigation", name="ほかの入口")).to_contain_text("はじめの画面")
    assert (faults(screen), overflow_at_320(screen)) == ([], 0)


def test_a_closed_page_says_for_whom_it_is(screen: Page, live_server, sign_in):
    sign_in(somebody("akari"))

    answer = screen.goto(live_server.url + "/workbench/")

    assert answer is not None and answer.status == 403
    expect(screen.locator("main .lead")).to_contain_text("担当の職員のためのものです")
    assert (faults(screen), overflow_at_320(screen)) == ([], 0)


def test_a_form_that_grew_too_old_says_how_to_go_on(page: Page, live_server):
    page.goto(live_server.url + "/account/login/")
    page.context.clear_cookies()

    page.get_by_label("メールアドレス").fill("akari@example.jp")
    page.locator("main form.form button.btn").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("もう一度送ってください")
    assert faults(page) == []


def test_a_cut_line_is_told_on_the_page(page: Page, live_server):
    page.goto(live_server.url + "/help/")

    page.context.set_offline(True)

    expect(page.locator("#offline")).to_be_visible()
    page.context.set_offline(False)
    expect(page.locator("#offline")).to_be_hidden()
