"""A course from its page to the certificate, looked at on both screens."""

import datetime

import pytest
from playwright.sync_api import Page, expect

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.programmes.training import examples
from hiroba.tests.browser.seeing import faults, overflow_at_320


@pytest.fixture
def coming(db):
    """A course of last summer with its certificate, and one to come."""
    examples.summer_course()
    first = clock.today() + datetime.timedelta(days=60)
    until = clock.today() + datetime.timedelta(days=30)
    words = {"title_ja": "開発教育入門(見本)", "title_en": "First steps (sample)"}
    return examples.course(f"{first}", f"{until}", seats=20, **words)


def looks_right(page: Page) -> bool:
    return (faults(page), overflow_at_320(page)) == ([], 0)


def test_a_teacher_applies_and_has_a_certificate_of_last_summer(
    coming, screen, live_server, sign_in
):
    sign_in(somebody("akari"))
    screen.goto(f"{live_server.url}/training/")
    assert looks_right(screen)
    screen.get_by_role("link", name="開発教育入門(見本)").click()
    assert looks_right(screen)
    screen.get_by_role("link", name="応募する").click()
    assert looks_right(screen)
    screen.get_by_label("学校・所属").fill("見本小学校")
    screen.get_by_label("参加したい理由").fill("世界の水を取り上げたい。")
    screen.get_by_role("button", name="応募する").click()
    expect(screen.get_by_role("status").first).to_contain_text("応募を受け付けました。")
    expect(screen.get_by_role("link", name="修了証(PDF)")).to_be_visible()
    assert looks_right(screen)

    sign_in(officer())
    screen.goto(f"{live_server.url}/staff/training/{coming.ref}/")
    expect(screen.get_by_text("世界の水を取り上げたい。")).to_be_visible()
    assert looks_right(screen)
    screen.goto(f"{live_server.url}/staff/training/{examples.summer_course().ref}/")
    assert looks_right(screen)
    screen.goto(f"{live_server.url}/staff/training/plan/")
    assert looks_right(screen)
