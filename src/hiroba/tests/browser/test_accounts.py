"""Coming in, one's own page, and the desk of the staff."""

import re

import pytest
from playwright.sync_api import Page, expect

from hiroba.foundation.accounts.examples import DEMO_PASSWORD, administrator, officer, somebody
from hiroba.foundation.letters.queries import letters_to
from hiroba.tests.browser.seeing import faults, overflow_at_320

MY_PAGES = (
    "/my/",
    "/account/email/",
    "/account/password/change/",
    "/account/2fa/",
    "/account/logout/",
    "/en/my/",
)


def test_akari_comes_in_with_her_password(screen: Page, live_server):
    somebody("akari")
    screen.goto(live_server.url + "/account/login/")

    screen.get_by_label("メールアドレス").fill("akari@example.jp")
    screen.locator("#id_password").fill(DEMO_PASSWORD)
    screen.locator("main form.form button.btn").click()

    expect(screen.get_by_role("heading", level=1)).to_have_text("中村 あかり(見本)さんのページ")


def test_akari_comes_in_with_a_code_from_her_mail(page: Page, live_server):
    somebody("akari")
    page.goto(live_server.url + "/account/login/")

    page.get_by_role("link", name="メールで番号を受け取る").click()
    page.get_by_label("メールアドレス").fill("akari@example.jp")
    page.get_by_role("button", name="番号を送る").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("届いた番号を入れる")
    [letter] = letters_to("akari@example.jp")
    code = re.search(r"\b[A-Z0-9]{3,4}-?[A-Z0-9]{3,4}\b", letter.body)
    assert code is not None
    page.get_by_label(re.compile("コード|番号")).fill(code.group())
    page.get_by_role("button", name="確かめる").click()

    expect(page).to_have_url(live_server.url + "/my/")


@pytest.mark.parametrize("path", MY_PAGES)
def test_a_page_of_ones_own_has_no_faults(screen: Page, live_server, sign_in, path):
    sign_in(somebody("akari"))

    answer = screen.goto(live_server.url + path)

    assert answer is not None and answer.status == 200
    assert (faults(screen), overflow_at_320(screen)) == ([], 0)


def test_one_signs_out_from_ones_own_page(page: Page, live_server, sign_in):
    sign_in(somebody("akari"))
    page.goto(live_server.url + "/my/")

    page.get_by_role("button", name="ログアウト").click()

    expect(page.locator("header").get_by_role("link", name="ログイン").first).to_be_visible()


@pytest.mark.parametrize("person", [officer, administrator])
def test_staff_find_their_desk(screen: Page, live_server, sign_in, person):
    sign_in(person())

    screen.goto(live_server.url + "/workbench/")

    expect(screen.get_by_role("heading", level=1)).to_have_text("仕事の机")
    expect(screen.locator("main")).to_contain_text("いま待っているものはありません")
    assert (faults(screen), overflow_at_320(screen)) == ([], 0)
