"""A notice in a disaster, read in three languages and published, looked at on both screens."""

import pytest
from playwright.sync_api import expect

from hiroba.foundation.accounts.examples import officer
from hiroba.programmes.coexistence import examples
from hiroba.tests.browser.seeing import faults, overflow_at_320


@pytest.fixture
def drill(db):
    return examples.drill()


def looks_right(page):
    return (faults(page), overflow_at_320(page)) == ([], 0)


def test_a_notice_is_read_in_the_language_one_chooses(drill, screen, live_server):
    screen.goto(f"{live_server.url}/disasters/")
    assert looks_right(screen)
    screen.get_by_role("link", name=drill.name_ja).click()
    assert looks_right(screen)
    screen.get_by_role("link", name="やさしい日本語").click()
    expect(screen.locator("article rt").first).to_have_text("みず")
    assert looks_right(screen)
    screen.get_by_role("link", name="Tiếng Việt").click()
    expect(screen.locator("article .mark").first).to_contain_text("translated by a machine")
    assert looks_right(screen)


def test_an_officer_writes_easy_japanese_and_publishes(drill, screen, live_server, sign_in):
    sign_in(officer())
    screen.goto(f"{live_server.url}/staff/disasters/")
    assert looks_right(screen)
    screen.get_by_role("link", name="多言語の相談窓口(見本)").click()
    assert looks_right(screen)
    expect(screen.get_by_role("button", name="公開する")).to_be_disabled()
    screen.get_by_role("link", name="ことばを足す・直す").click()
    screen.get_by_label("題名").fill("電話《でんわ》")
    screen.get_by_role("textbox", name="文").fill("電話《でんわ》を してください。")
    screen.get_by_role("button", name="記録する").click()
    screen.get_by_role("button", name="公開する").click()
    expect(screen.get_by_role("status").first).to_contain_text("公開しました。")
