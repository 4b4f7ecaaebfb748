"""A teacher enters an essay and repairs a row; a reader scores; everybody sees the contest."""

import pytest
from playwright.sync_api import expect

from hiroba.foundation.accounts.examples import reviewers
from hiroba.programmes.contest import examples
from hiroba.tests.browser.seeing import faults, overflow_at_320


@pytest.fixture
def world(db):
    """The contest that is open today, with an essay to read and a row to repair."""
    examples.now_open()


def test_a_teacher_enters_an_essay_and_repairs_a_row(world, screen, live_server, sign_in):
    def looks_well():
        return (faults(screen), overflow_at_320(screen)) == ([], 0)

    sign_in(examples.teacher())
    screen.goto(f"{live_server.url}/contest/{examples.NOW_OPEN}/")
    assert looks_well()
    screen.get_by_role("link", name="作品を応募する").click()
    assert looks_well()
    screen.get_by_label("中学生の部").check()
    screen.get_by_label("氏名", exact=False).first.fill("見本 こはる")
    screen.locator("#id_kana").fill("みほん こはる")
    screen.locator("#id_title").fill("夕方の電車")
    screen.locator("#id_text").fill(examples.TEXT)
    screen.get_by_label("保護者の同意を確かめました").check()
    screen.get_by_role("button", name="送る").click()

    expect(screen.get_by_role("heading", level=1)).to_have_text("夕方の電車")
    assert looks_well()
    screen.goto(f"{live_server.url}/my/contest/")
    screen.get_by_role("link", name="一覧.csv").click()
    assert looks_well()
    screen.get_by_role("link", name="この行を直す").click()
    screen.locator("#id_grade").select_option("3")
    screen.get_by_role("button", name="送る").click()
    expect(screen.locator("main")).to_contain_text("直すところは残っていません。")


def test_a_reader_reads_without_a_name(world, screen, live_server, sign_in):
    sign_in(reviewers()[0])
    screen.goto(f"{live_server.url}/reads/contest/")
    screen.get_by_role("link", name="空き地の畑").click()

    expect(screen.locator("main")).not_to_contain_text("ふうか")
    assert (faults(screen), overflow_at_320(screen)) == ([], 0)
