"""The contract of a project and its reports, looked at on both screens."""

import pytest
from playwright.sync_api import Page, expect

from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.programmes.cooperation.projects import agreed, examples
from hiroba.tests.browser.seeing import faults, overflow_at_320


@pytest.fixture
def project(db):
    """A project of the story: one report accepted, one to accept, the others to hand in."""
    return examples.laos_water()


def is_good(page: Page) -> bool:
    """Nothing is wrong on the page, and nothing lies outside a narrow screen."""
    return (faults(page), overflow_at_320(page)) == ([], 0)


def test_an_officer_accepts_what_was_handed_in(project, screen, live_server, sign_in):
    sign_in(officer())
    screen.goto(f"{live_server.url}/en/projects/{project.ref}/agreement/")
    assert is_good(screen)
    screen.goto(f"{live_server.url}/staff/reports/")
    assert is_good(screen)

    screen.get_by_role("link", name="四半期支出状況報告書").click()
    assert is_good(screen)
    screen.get_by_role("button", name="受領する").click()

    expect(screen.locator("main")).to_contain_text("受領済み")


def test_a_member_hands_in_what_is_due(project, screen, live_server, sign_in):
    sign_in(somebody("ren"))
    report = agreed.reports_of(project)[2]
    screen.goto(f"{live_server.url}/my/reports/{report.ref}/hand-in/")
    assert is_good(screen)

    screen.get_by_label("報告の内容").fill("井戸をもう一本直しました(見本)。")
    screen.get_by_role("button", name="提出する").click()

    expect(screen.locator("main")).to_contain_text("受領待ち")
