"""Every page between a call and a decision, looked at on both screens."""

import pytest
from playwright.sync_api import Page, expect

from hiroba.engines.registry.people.examples import minato
from hiroba.foundation import clock
from hiroba.foundation.accounts import examples as people
from hiroba.foundation.accounts.examples import approver, chair, officer, reviewers, somebody
from hiroba.programmes.cooperation.proposals import examples, queries
from hiroba.tests.browser.seeing import faults, overflow_at_320

MINE = "/my/cooperation/proposals/"
STAFF = "/staff/cooperation/"


@pytest.fixture
def world(db):
    """A call that is open and one that is being judged."""
    with clock.at("2023-04-10 10:00"):
        minato()
        people.tell()
    examples.work_for_everybody()


@pytest.fixture
def look(screen: Page, live_server, sign_in):
    """Open pages as somebody, and tell what is wrong with them."""

    def at(user, *paths):
        screen.context.clear_cookies()
        sign_in(user)
        wrong = {}
        for path in paths:
            answer = screen.goto(live_server.url + path)
            seen = (answer.status, faults(screen), overflow_at_320(screen))
            if seen != (200, [], 0):
                wrong[path] = seen
        return wrong

    return at


def test_pages_of_the_ngo_have_no_faults(world, look):
    ren = somebody("ren")
    draft = queries.drafts_of(ren).get().ref
    handed_in = queries.proposals_of(ren).exclude(ref=draft).first().ref
    call = queries.open_calls().get().ref

    assert (
        look(
            ren,
            "/calls/",
            f"/calls/{call}/",
            f"/en/calls/{call}/",
            MINE,
            f"{MINE}start/{call}/grassroots_support/",
            f"{MINE}{draft}/",
            f"{MINE}{draft}/write/outline/",
            f"{MINE}{draft}/write/care/",
            f"/en{MINE}{draft}/write/budget/",
            f"{MINE}{draft}/check/",
            f"{MINE}{handed_in}/receipt/",
        )
        == {}
    )


def test_pages_of_the_staff_have_no_faults(world, look):
    received = queries.proposals_to_check(officer()).get().ref
    [to_decide] = queries.proposals_to_decide(chair())
    ranking = to_decide.submission.track
    decision = queries.decisions_to_approve(approver()).get().ref
    read = queries.reads_owed_by(reviewers()[0]).first().ref

    wrong = (
        look(
            officer(),
            f"{STAFF}calls/",
            f"{STAFF}calls/new/",
            f"{STAFF}calls/{ranking.call.ref}/",
            f"{STAFF}proposals/",
            f"{STAFF}proposals/{received}/",
            f"{STAFF}proposals/{received}/send-back/",
            f"{STAFF}proposals/{received}/find-ineligible/",
            f"{STAFF}proposals/{to_decide.ref}/assign/",
        )
        | look(reviewers()[0], "/review/cooperation/", f"/review/cooperation/{read}/")
        | look(
            chair(),
            f"{STAFF}rankings/",
            f"{STAFF}rankings/{ranking.call.ref}/{ranking.code}/",
            f"{STAFF}proposals/{to_decide.ref}/decide/",
        )
        | look(approver(), f"{STAFF}decisions/", f"{STAFF}decisions/{decision}/")
    )

    assert wrong == {}


def test_a_clash_and_a_fault_are_shown_and_nothing_is_lost(world, screen, live_server, sign_in):
    ren = somebody("ren")
    url = f"{live_server.url}{MINE}{queries.drafts_of(ren).get().ref}/write/budget/"
    sign_in(ren)
    screen.goto(url)
    other = screen.context.new_page()
    other.goto(url)
    other.locator("#id_team").fill("一つめの画面の文")
    other.get_by_role("button", name="保存する", exact=True).click()
    expect(other.get_by_text("保存しました。")).to_be_visible()

    screen.locator("#id_team").fill("二つめの画面の文")
    screen.locator("#id_yen_total").fill("百万円")
    screen.get_by_role("button", name="保存する", exact=True).click()

    expect(screen.locator("#id_team")).to_have_value("二つめの画面の文")
    expect(screen.locator("#id_yen_total")).to_have_value("百万円")
    expect(screen.locator("main")).to_contain_text("いまは「一つめの画面の文」と保存されています")
    assert faults(screen) == []
