"""The registry, walked in a browser: found by everybody, kept by members, decided by officers."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from hiroba.engines.registry.imports import examples as imports
from hiroba.engines.registry.imports import queries as lists
from hiroba.engines.registry.people import actions, examples, queries
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.accounts.models import User
from hiroba.tests.browser.seeing import faults, listening, overflow_at_320

Comes = Callable[[str, User | None], Page]


@pytest.fixture
def comes(screen: Page, live_server, sign_in) -> Comes:
    """Somebody opens a page, which has no faults on either screen."""

    def come(path: str, user: User | None = None) -> Page:
        screen.context.clear_cookies()
        if user:
            sign_in(user)
        answer = screen.goto(live_server.url + path)
        assert answer is not None and answer.status == 200, path
        looks_well(screen)
        return screen

    return come


def looks_well(page: Page) -> None:
    assert (faults(page), overflow_at_320(page)) == ([], 0), page.url


@pytest.fixture
def minato():
    with clock.at("2023-11-01 10:00"):
        return examples.minato()


def test_everybody_finds_a_body_and_a_country(comes: Comes, screen: Page, minato):
    with listening(screen) as heard:
        page = comes("/bodies/", None)
        page.get_by_label("団体の名前").fill("ミナト")
        page.get_by_role("button", name="さがす").click()
        page.get_by_role("link", name=minato.name_ja).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(minato.name_ja)
        looks_well(page)

        page = comes("/countries/?q=ケニア", None)
        page.get_by_role("link", name="ケニア").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("ケニア")
        looks_well(page)

    assert heard == []


def test_the_public_pages_are_well_in_english(comes: Comes, minato):
    for path, title in (
        (f"/en/bodies/{minato.ref}/", "NPO Minato"),
        ("/en/countries/KE/", "Kenya"),
    ):
        expect(comes(path, None).get_by_role("heading", level=1)).to_have_text(title)


def test_a_newcomer_registers_a_body_and_invites_somebody(comes: Comes, screen: Page, minato):
    akari = somebody("akari")
    with listening(screen) as heard:
        page = comes("/my/bodies/", akari)
        page.get_by_role("link", name="団体を登録する").click()
        looks_well(page)
        page.get_by_label("団体名").fill("𠮷野🌏の会")
        page.get_by_role("button", name="登録する").click()
        expect(page.get_by_role("alert")).to_be_visible()
        expect(page.get_by_label("団体名")).to_have_value("𠮷野🌏の会")
        looks_well(page)

        page.get_by_label("フリガナ").fill("よしののかい")
        page.locator("#id_personality").select_option("unincorporated")
        page.locator("#id_prefecture").select_option("29")
        page.get_by_role("button", name="登録する").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("𠮷野🌏の会")
        looks_well(page)

        page.get_by_role("link", name="招待する").click()
        looks_well(page)
        page.get_by_label("お名前").fill("鈴木 蓮")
        page.get_by_label("メールアドレス").fill("ren@example.jp")
        page.get_by_role("button", name="招待のお便りを送る").click()
        expect(page.get_by_text("返事を待っています")).to_be_visible()

    assert heard == []
    assert [one.body.name_ja for one in queries.invitations_of(somebody("ren"))] == ["𠮷野🌏の会"]


def test_the_invited_person_accepts(comes: Comes, minato):
    actions.invite(
        by=somebody("ren"), body=minato, name="あかり", email="akari@example.jp", role="editor"
    )

    page = comes("/my/bodies/", somebody("akari"))
    page.get_by_role("button", name="招待を受ける").click()

    expect(page.get_by_text("招待をお受けしました。")).to_be_visible()
    looks_well(page)
    for link in ("登録内容を直す", "名称を改める"):
        page.goto(page.url)
        page.get_by_role("link", name=link).click()
        looks_well(page)
        page.go_back()


def test_an_officer_verifies_compares_merges_and_takes_it_back(comes: Comes, minato):
    waiting = examples.waiting()

    page = comes("/staff/bodies/", officer())
    page.get_by_role("link", name=waiting.name_ja).first.click()
    looks_well(page)
    page.get_by_role("button", name="確認する").click()
    expect(page.get_by_text("を確認しました。")).to_be_visible()
    page.get_by_role("link", name="別の団体に統合する").click()
    page.get_by_label("名前・番号").fill("みなと")
    page.get_by_role("button", name="さがす").click()
    looks_well(page)
    page.get_by_role("link", name=minato.name_ja).click()
    looks_well(page)
    page.get_by_label("統合の理由").fill("同じ団体でした")
    page.get_by_role("button", name="統合する").click()

    expect(page.get_by_text("統合しました。")).to_be_visible()
    looks_well(page)
    page.get_by_role("button", name="この統合を取り消す").click()
    expect(page.get_by_text("統合を取り消しました。")).to_be_visible()
    waiting.refresh_from_db()
    assert (waiting.state, waiting.merged_into) == ("verified", None)


def test_an_officer_mends_a_list_and_takes_it_in(comes: Comes, minato):
    brought = imports.brought()

    comes("/staff/bodies/import/", officer())
    page = comes(f"/staff/bodies/import/{brought.ref}/", officer())
    for label, typed in (
        ("団体名", "空の会"),
        ("法人格", "任意団体"),
        ("法人番号", ""),
        ("都道府県", "長野県"),
        ("設立登記日", ""),
        ("メールアドレス", ""),
    ):
        page.get_by_label(label).fill(typed)
    page.get_by_role("button", name="この行を保存する").click()
    expect(page.get_by_text("4行目: 取り込めます。")).to_be_visible()

    looks_well(page)
    page.get_by_role("button", name="同じ団体", exact=True).click()
    page.get_by_role("button", name="取り込む", exact=True).click()
    expect(page.get_by_text("取り込める行をすべて取り込みました。")).to_be_visible()
    looks_well(page)
    assert lists.progress(brought) == lists.Progress(taken=2, linked=1)
