"""The desk of the staff, walked with each role that has tools."""

import pytest
from playwright.sync_api import Page, expect

from hiroba.engines.registry.imports.examples import brought
from hiroba.engines.registry.people.examples import waiting
from hiroba.foundation.accounts.examples import administrator, approver, auditor, chair, officer
from hiroba.tests.browser.seeing import faults, listening, overflow_at_320


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("who", [officer, chair, approver, auditor, administrator])
def test_every_desk_has_no_faults(screen: Page, live_server, sign_in, who, prefix):
    sign_in(who())

    with listening(screen) as heard:
        screen.goto(f"{live_server.url}{prefix}/workbench/")

    expect(screen.get_by_role("heading", name="Tools" if prefix else "道具")).to_be_visible()
    assert (heard, faults(screen), overflow_at_320(screen)) == ([], [], 0)


def test_an_officer_goes_from_the_pile_to_the_list_and_back_to_a_tool(
    screen: Page, live_server, sign_in
):
    waiting()
    brought()
    sign_in(officer())
    screen.goto(live_server.url + "/workbench/")

    screen.get_by_role("link", name="団体一覧.csv").click()
    expect(screen.get_by_role("heading", level=1)).to_contain_text("団体一覧.csv")
    screen.go_back()
    screen.get_by_role("link", name="公募の管理").click()

    expect(screen).to_have_url(live_server.url + "/staff/cooperation/calls/")
