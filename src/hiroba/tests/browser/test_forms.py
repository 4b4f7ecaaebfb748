"""Forms that care for what is typed."""

from playwright.sync_api import Page, expect


def test_mistakes_are_listed_at_the_top_and_lead_to_their_fields(screen: Page, live_server):
    screen.goto(live_server.url + "/account/login/")

    screen.get_by_label("メールアドレス").fill("not-an-address")
    screen.locator("main form.form button.btn").click()

    expect(screen.get_by_role("alert")).to_be_focused()
    screen.get_by_role("alert").get_by_role("link", name="メールアドレス").click()
    expect(screen.get_by_label("メールアドレス")).to_be_focused()
    expect(screen.get_by_label("メールアドレス")).to_have_value("not-an-address")


def test_one_sees_how_much_still_fits(page: Page, live_server):
    page.goto(live_server.url + "/components/")

    page.get_by_label("ねらい").fill("水くみの時間が短くなる")

    expect(page.locator(".counter")).to_have_text("あと389文字")


def test_a_password_can_be_looked_at(page: Page, live_server):
    page.goto(live_server.url + "/account/login/")
    field = page.locator("#id_password")
    field.fill("secret")

    page.get_by_role("button", name="パスワードを見せる").click()

    assert field.get_attribute("type") == "text"


def test_leaving_with_unsaved_words_asks_first(page: Page, live_server):
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(live_server.url + "/account/signup/")

    page.locator("#id_email").press_sequentially("akari")
    page.goto(live_server.url + "/help/")

    assert asked == ["beforeunload"]


def test_a_double_click_sends_once(page: Page, live_server):
    sent: list[str] = []
    page.on("request", lambda one: sent.append(one.url) if one.method == "POST" else None)
    page.goto(live_server.url + "/account/login/")
    page.get_by_label("メールアドレス").fill("akari@example.jp")

    page.locator("main form.form button.btn").dblclick()
    expect(page.get_by_role("alert")).to_be_visible()

    assert len(sent) == 1


def test_a_question_is_asked_before_something_is_withdrawn(page: Page, live_server):
    page.goto(live_server.url + "/components/")

    page.locator("#dialogs ~ .row button").first.click()

    expect(page.get_by_role("dialog", name="応募を取り下げますか")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
