"""Looking for a material and saving its file, on both screens."""

import pytest
from playwright.sync_api import expect

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer
from hiroba.programmes.materials import examples
from hiroba.tests.browser.seeing import faults, overflow_at_320


@pytest.fixture
def world(db):
    """The materials of the story."""
    with clock.at("2023-11-01 10:00"):
        examples.tell()


def test_one_finds_a_material_and_saves_its_file(world, screen, live_server):
    screen.goto(f"{live_server.url}/materials/")
    assert (faults(screen), overflow_at_320(screen)) == ([], 0)

    screen.locator("#id_country").select_option("KE")
    screen.wait_for_url("**country=KE**")
    screen.get_by_role("link", name="ケニアの地域と子どもたち").click()
    assert (faults(screen), overflow_at_320(screen)) == ([], 0)
    with screen.expect_download() as saved:
        screen.get_by_role("button", name="保存する").click()

    assert saved.value.suggested_filename.endswith(".pdf")


def test_an_officer_sees_what_is_missing(world, screen, live_server, sign_in):
    sign_in(officer())
    screen.goto(f"{live_server.url}/staff/materials/")
    assert (faults(screen), overflow_at_320(screen)) == ([], 0)

    screen.get_by_role("link", name="くらしと世界").click()
    expect(screen.get_by_role("button", name="公開する")).to_be_disabled()
    screen.get_by_role("link", name="教材を直す").click()

    assert (faults(screen), overflow_at_320(screen)) == ([], 0)
