"""A question to a desk, from the guest's form to the answer, looked at on both screens."""

import pytest
from playwright.sync_api import Page, expect

from hiroba.engines.enquiries.models import Case
from hiroba.foundation.accounts.examples import officer
from hiroba.programmes.desks import examples
from hiroba.tests.browser.seeing import faults, overflow_at_320


@pytest.fixture
def world(db):
    """Desks in two countries, what one of them knows, and what was asked there."""
    examples.desk("LA")
    examples.local_bodies()
    examples.asked_in_june()


def looks_right(page: Page) -> bool:
    return (faults(page), overflow_at_320(page)) == ([], 0)


def test_a_guest_asks_and_an_officer_answers(world, screen, live_server, sign_in):
    screen.goto(f"{live_server.url}/desks/")
    assert looks_right(screen)
    screen.get_by_role("link", name="ケニア", exact=True).click()
    assert looks_right(screen)
    screen.get_by_role("link", name="質問する").click()
    assert looks_right(screen)
    screen.get_by_label("件名").fill("井戸の団体")
    screen.get_by_role("textbox", name="質問").fill("井戸の活動をする団体はありますか。")
    screen.get_by_label("メールアドレス").fill("guest@example.jp")
    screen.get_by_role("button", name="質問を送る").click()
    expect(screen.get_by_role("status").first).to_contain_text("受付番号は DESK-KE-")

    sign_in(officer())
    screen.goto(f"{live_server.url}/staff/desks/cases/")
    assert looks_right(screen)
    screen.get_by_role("link", name="井戸の団体").click()
    assert looks_right(screen)
    screen.get_by_role("link", name="回答する").click()
    screen.get_by_role("textbox", name="文").fill("あります。")
    screen.get_by_role("button", name="送る").click()
    expect(screen.get_by_text("あります。").last).to_be_visible()
    assert Case.objects.get(subject="井戸の団体").state == "answered"
