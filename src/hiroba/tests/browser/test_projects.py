"""The list of projects, the map, a project and the import of a file, looked at on both screens."""

import pytest
from playwright.sync_api import Page, expect

from hiroba.engines.registry.themes import examples as themes
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer
from hiroba.foundation.iati.tests.samples import activity, file_of
from hiroba.programmes.cooperation.projects import examples
from hiroba.programmes.cooperation.projects.models import Project
from hiroba.programmes.cooperation.projects.tests.samples import adopted, bring_in, gardens
from hiroba.tests.browser.seeing import faults, listening, overflow_at_320

LONG = "とても長い題名の事業" * 12


@pytest.fixture
def world(db):
    """The sample of open data, a project of ours, islands, and one with a very long title."""
    with clock.at("2023-11-01 10:00"):
        themes.reference()
        examples.open_data()
        examples.kenya()
        adopted(LONG, countries=["WS", "TV"])
        bring_in(*(gardens(number, more="") for number in range(12)))


@pytest.fixture
def look(screen: Page, live_server):
    """Open pages and tell what is wrong with them."""

    def at(*paths):
        wrong = {}
        for path in paths:
            with listening(screen) as heard:
                answer = screen.goto(live_server.url + path)
            seen = (answer.status, heard, faults(screen), overflow_at_320(screen))
            if seen != (200, [], [], 0):
                wrong[path] = seen
        return wrong

    return at


def test_the_list_and_the_map_have_no_faults(world, look):
    assert (
        look(
            "/projects/",
            "/en/projects/",
            "/projects/?words=存在しない",
            "/projects/map/",
            "/en/projects/map/",
        )
        == {}
    )


def test_the_page_of_a_project_has_no_faults(world, look):
    rich = Project.objects.get(iati_identifier="XM-HIROBA-SAMPLE-1-001").ref
    poor = Project.objects.get(title_ja=LONG).ref

    assert look(*(f"{path}/projects/{ref}/" for path in ("", "/en") for ref in (rich, poor))) == {}


def test_pages_of_the_import_have_no_faults(world, look, sign_in):
    sign_in(officer())

    assert look("/staff/iati/", "/staff/iati/upload/", "/en/staff/iati/upload/") == {}


def test_one_looks_for_a_project_and_finds_it(world, screen, live_server):
    screen.goto(f"{live_server.url}/projects/")

    screen.get_by_label("キーワード").fill("ジャガイモ")
    screen.get_by_role("button", name="さがす", exact=True).last.click()
    expect(screen.locator("#projects")).to_contain_text("1件")
    screen.get_by_role("link", name="アンデスの在来ジャガイモ").click()

    expect(screen.get_by_role("heading", level=1)).to_contain_text("アンデスの在来ジャガイモ")
    expect(screen.locator("main")).to_contain_text("ペルー")


def test_a_choice_narrows_the_list_and_its_address(world, screen, live_server):
    screen.goto(f"{live_server.url}/projects/")

    screen.locator("#id_country").select_option("KE")
    screen.wait_for_url("**country=KE**")

    expect(screen.locator("#projects")).to_contain_text("14件")


def test_the_map_leads_from_its_table_to_the_list(world, screen, live_server):
    screen.goto(f"{live_server.url}/projects/map/")

    screen.get_by_role("table").get_by_role("link", name="サモア").click()

    expect(screen.get_by_role("link", name=LONG)).to_be_visible()


def test_an_officer_uploads_a_file_looks_at_it_and_brings_it_in(
    world, screen, live_server, sign_in
):
    sign_in(officer())
    content = file_of(gardens(90), activity("")).read()
    screen.goto(f"{live_server.url}/staff/iati/upload/")

    screen.locator("input[type=file]").set_input_files(
        {"name": "partner.xml", "mimeType": "text/xml", "buffer": content}
    )
    screen.get_by_role("button", name="内容を確かめる").click()
    expect(screen.locator("main")).to_contain_text("活動の識別子(iati-identifier)がありません。")
    assert faults(screen) == []
    screen.get_by_role("button", name="この内容で取り込む").dblclick()

    expect(screen.get_by_role("heading", level=1)).to_have_text("partner.xml")
    assert faults(screen) == []
    assert Project.objects.filter(iati_identifier="T-90").count() == 1
