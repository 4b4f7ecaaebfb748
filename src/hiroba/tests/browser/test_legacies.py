"""From a question in confidence to an open file, looked at on both screens."""

import pytest
from playwright.sync_api import Page, expect

from hiroba.foundation import clock
from hiroba.programmes.legacies import examples
from hiroba.programmes.legacies.models import Legacy
from hiroba.tests.browser.seeing import faults, overflow_at_320


@pytest.fixture
def world(db):
    """Two partners, and somebody who was introduced to one of them."""
    with clock.at("2023-04-20 10:00"):
        examples.agreed(examples.hiroba_trust())
        examples.agreed(examples.minori_trust())
    examples.referred()


def is_good(page: Page) -> bool:
    """Nothing is wrong on the page, and nothing lies outside a narrow screen."""
    return (faults(page), overflow_at_320(page)) == ([], 0)


def test_somebody_reads_and_asks_in_confidence(world, screen, live_server):
    screen.goto(f"{live_server.url}/en/legacies/")
    assert is_good(screen)
    screen.goto(f"{live_server.url}/legacies/")
    assert is_good(screen)

    screen.get_by_role("link", name="相談を書く").click()
    assert is_good(screen)
    screen.get_by_label("お名前").fill("楓(見本)")
    screen.get_by_label("メールアドレス").fill("kaede@example.jp")
    screen.get_by_label("お聞きになりたいこと").fill("土地のことも相談できますか。")
    screen.get_by_label("個人情報が、ご相談への対応").check()
    screen.get_by_role("button", name="送る", exact=True).click()

    expect(screen.get_by_role("heading", level=1)).to_have_text("ご相談をお受けしました")
    assert is_good(screen)


def test_whoever_is_named_opens_a_file_for_a_reason(world, screen, live_server, sign_in):
    sign_in(examples.legacy_officer())
    legacy = Legacy.objects.get()
    screen.goto(f"{live_server.url}/staff/legacies/")
    assert is_good(screen)

    screen.get_by_role("link", name=legacy.ref).click()
    assert is_good(screen)
    screen.get_by_label("ご相談への対応").check()
    screen.get_by_role("button", name="開く", exact=True).click()

    expect(screen.locator("main")).to_contain_text("fujiko@example.jp")
    assert is_good(screen)
    screen.goto(f"{live_server.url}/en/staff/legacies/partners/")
    assert is_good(screen)
