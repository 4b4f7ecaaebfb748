"""The first thread, walked in a browser: from the draft of an NGO to a project and its figure."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from hiroba.engines.forms.definitions import Item, parse
from hiroba.engines.registry.people.examples import minato
from hiroba.foundation import clock
from hiroba.foundation.accounts import examples as people
from hiroba.foundation.accounts.examples import approver, chair, officer, reviewers, somebody
from hiroba.foundation.accounts.models import User
from hiroba.foundation.calendar import fiscal_year
from hiroba.foundation.letters.queries import letters_about
from hiroba.programmes.cooperation.proposals import examples, queries, standard
from hiroba.programmes.cooperation.proposals.models import Proposal
from hiroba.reports.figures.queries import figure
from hiroba.tests.browser.seeing import faults, listening, overflow_at_320

MINE = "/my/cooperation/proposals/"
STAFF = "/staff/cooperation/"
ANSWERS = {**standard.sample_answers(), "title_ja": "キスムの学校の水(見本)"}
CRITERIA = ("need", "plan", "team", "society", "lasting")

Comes = Callable[[User, str], Page]


@pytest.fixture
def comes(screen: Page, live_server, sign_in) -> Comes:
    """Somebody signs in and opens a page, which has no faults on either screen."""

    def come(user: User, path: str) -> Page:
        screen.context.clear_cookies()
        sign_in(user)
        answer = screen.goto(live_server.url + path)
        assert answer is not None and answer.status == 200, path
        assert (faults(screen), overflow_at_320(screen)) == ([], 0), path
        return screen

    return come


def test_from_a_draft_to_a_project(comes: Comes, screen: Page):
    with clock.at("2023-04-10 10:00"):
        minato()
        people.tell()
    call = examples.call_now()
    before = _grassroots_projects()

    with listening(screen) as heard:
        proposal = _ngo_writes_and_submits(comes, call.ref)
        _officer_checks_and_asks(comes, proposal)
        for reviewer, score in zip(reviewers(), (5, 4), strict=True):
            _reviewer_scores_blind(comes, reviewer, proposal, score)
        _chair_proposes(comes, call.ref)
        _approver_approves(comes)
        _officer_tells(comes)
    _ngo_reads_the_result(comes, proposal)

    assert heard == []
    assert [letter.kind for letter in letters_about(proposal.ref)] == [
        "proposals/received",
        "proposals/reviewer_asked",
        "proposals/reviewer_asked",
        "proposals/selected",
    ]
    assert _grassroots_projects() == before + 1


def _ngo_writes_and_submits(comes: Comes, call: str) -> Proposal:
    page = comes(somebody("ren"), f"/calls/{call}/")
    page.get_by_role("link", name="条件を確かめて書き始める").first.click()
    expect(page.get_by_text("すべての条件に合っています。")).to_be_visible()
    page.get_by_label("事業名").fill(ANSWERS["title_ja"])
    page.get_by_role("button", name="下書きを始める").click()
    for sheet in parse(standard.form()).pages:
        expect(page.get_by_role("heading", level=1)).to_have_text(str(sheet.title))
        for item in sheet.items:
            _answer(page, item)
        page.locator("button[name=next]").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("確認と提出")
    page.get_by_role("button", name="この内容で提出する").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("受け付けました")
    proposal = queries.proposals_of(somebody("ren")).get()
    expect(page.locator("main")).to_contain_text(f"{proposal.ref}-1")
    return proposal


def _answer(page: Page, item: Item) -> None:
    typed = ANSWERS.get(item.key)
    if typed is None:
        return
    if item.type in ("choice", "country", "prefecture"):
        page.locator(f"#id_{item.key}").select_option(typed)
    elif item.type == "yes_no":
        page.locator(f"input[name={item.key}][value={typed}]").check()
    else:
        page.locator(f"#id_{item.key}").fill(typed)


def _officer_checks_and_asks(comes: Comes, proposal: Proposal) -> None:
    page = comes(officer(), f"{STAFF}proposals/")
    page.get_by_role("link", name=ANSWERS["title_ja"]).click()
    expect(page.get_by_text("団体の登録が確認されている")).to_be_visible()
    page.get_by_role("button", name="審査に進める").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("審査員を割り当てる")
    for reviewer in reviewers():
        page.get_by_label(reviewer.name).check()
    page.get_by_role("button", name="審査をお願いする").click()

    expect(page.get_by_text("審査をお願いしました。")).to_be_visible()


def _reviewer_scores_blind(comes: Comes, reviewer: User, proposal: Proposal, score: int) -> None:
    page = comes(reviewer, "/review/cooperation/")
    page.get_by_role("link", name=re.compile("キスムの学校の水")).click()
    body = proposal.submission.body
    for told in (body.name_ja, body.representative, "ren@example.jp"):
        expect(page.locator("main")).not_to_contain_text(told)
    for other in reviewers():
        if other != reviewer:
            expect(page.locator("main")).not_to_contain_text(other.name)

    for key in CRITERIA:
        page.locator(f"input[name=score_{key}][value='{score}']").check()
    page.get_by_label("審査会へのコメント").fill("よく練られています。")
    page.get_by_role("button", name="審査結果を提出する").click()

    expect(page.get_by_text("審査結果を提出しました。")).to_be_visible()


def _chair_proposes(comes: Comes, call: str) -> None:
    page = comes(chair(), f"{STAFF}rankings/{call}/grassroots_support/")
    expect(page.locator("tbody")).to_contain_text("87.50")
    page.get_by_role("link", name=re.compile("採否の案を出す")).click()
    page.get_by_label("採択", exact=True).check()
    page.get_by_label("内部向けの理由").fill("二人とも高く評価した。")
    page.get_by_label("団体へ伝える理由").fill("地域が保つしくみが具体的です。")
    page.get_by_role("button", name="承認者へ回す").click()

    expect(page.get_by_text("採否の案を出しました。")).to_be_visible()


def _approver_approves(comes: Comes) -> None:
    page = comes(approver(), f"{STAFF}decisions/")
    page.get_by_role("link", name=re.compile("キスムの学校の水")).click()
    page.get_by_role("button", name="承認する").click()

    expect(page.get_by_text("承認しました。")).to_be_visible()


def _officer_tells(comes: Comes) -> None:
    page = comes(officer(), f"{STAFF}decisions/")
    page.get_by_role("link", name=re.compile("キスムの学校の水")).click()
    page.get_by_role("button", name="団体へ通知する").click()
    page.locator("#release").get_by_role("button", name="団体へ通知する").click()

    expect(page.get_by_text("結果を団体へ通知しました。")).to_be_visible()


def _ngo_reads_the_result(comes: Comes, proposal: Proposal) -> None:
    page = comes(somebody("ren"), f"{MINE}{proposal.ref}/")
    expect(page.locator("main")).to_contain_text("選考の結果: 採択")
    page.get_by_role("link", name="事業の頁を見る").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("キスムの学校の水")


def _grassroots_projects() -> int:
    return figure("grassroots_projects", fiscal_year(clock.today())).value or 0
