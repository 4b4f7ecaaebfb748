"""3,000 yen from the menu to a project, looked at on both screens."""

import pytest
from playwright.sync_api import Page, expect

from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.programmes.cooperation.projects import examples as projects
from hiroba.programmes.giving import actions, examples
from hiroba.programmes.giving.models import Gift
from hiroba.tests.browser.seeing import faults, overflow_at_320


@pytest.fixture
def project(db):
    """Something to give for, and a project that needs it."""
    examples.cause()
    return projects.laos_water()


def looks_right(page: Page) -> bool:
    return (faults(page), overflow_at_320(page)) == ([], 0)


def test_a_gift_is_followed_from_the_menu_to_the_project(project, screen, live_server, sign_in):
    sign_in(somebody("hana"))
    screen.goto(f"{live_server.url}/giving/")
    assert looks_right(screen)
    screen.get_by_role("link", name="世界の人びとのための基金(見本)").click()
    assert looks_right(screen)
    screen.get_by_role("link", name="3,000円").click()
    assert looks_right(screen)
    screen.get_by_label("受領証明書を希望する").check()
    screen.get_by_label("住所").fill("東京都港区見本2-3-4")
    screen.get_by_role("button", name="申し込む").click()
    expect(screen.get_by_role("status").first).to_contain_text("整理番号は")
    assert looks_right(screen)

    gift, fumi = Gift.objects.get(), somebody("fumi")
    sign_in(fumi)
    screen.goto(f"{live_server.url}/staff/giving/")
    assert looks_right(screen)
    screen.get_by_role("link", name="入金を記録する").click()
    assert looks_right(screen)
    screen.get_by_role("button", name="記録する").click()
    expect(screen.get_by_role("status").first).to_contain_text("お礼のお便り")

    told = {"fund": gift.cause.fund, "to_ref": project.ref, "yen": 2000, "because": "井戸"}
    actions.propose_allocation(by=fumi, **told)
    sign_in(officer())
    screen.goto(f"{live_server.url}/staff/giving/allocations/")
    assert looks_right(screen)
    screen.get_by_role("button", name="承認する").click()

    sign_in(somebody("hana"))
    screen.goto(f"{live_server.url}/my/gifts/{gift.ref}/")
    assert looks_right(screen)
    screen.get_by_role("link", name="ラオスの村の水を守る(見本)").first.click()
    expect(screen.get_by_role("heading", level=1)).to_have_text("ラオスの村の水を守る(見本)")
