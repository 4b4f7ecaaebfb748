"""The pages of the desks: what each shows, to whom, and what its buttons do."""

import pytest

from hiroba.engines.enquiries.models import Case
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import auditor, officer, somebody
from hiroba.foundation.actors import CLOCKWORK
from hiroba.programmes.desks import actions, examples, queries
from hiroba.programmes.desks.examples import desk
from hiroba.programmes.desks.tests.samples import asked, colleague, known_body, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

TYPED = {"subject": "登録", "text": "登録は要りますか。", "language": "ja"}


@pytest.fixture
def sato(client):
    return signed_in(client, officer())


@pytest.fixture
def ren(client):
    return signed_in(client, somebody("ren"))


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_shows_open_desks_with_few_questions(client, count, django_assert_max_num_queries):
    for code in ("KE", "LA", "NI")[:count]:
        desk(code)

    with django_assert_max_num_queries(2):
        text = words(client.get("/desks/"))
    assert f"いま{count}か国" in text
    assert ("ラオス" in text) == (count > 1)


def test_the_list_is_there_without_desks_and_in_english(client):
    assert "いま開いているデスクはありません" in words(client.get("/desks/"))
    desk()
    assert "Kenya" in words(client.get("/en/desks/"))


def test_a_desk_shows_what_it_promises_what_it_tells_and_what_grew_old(client):
    with clock.at("2021-04-01 10:00"):
        actions.set_checking_rule(by=CLOCKWORK, fresh_days=365)
        examples.local_bodies()

    text = words(client.get("/desks/JD-KE/"))
    assert "現地の業務日で3日以内に最初のお答えをします。10日以内の解決をめざします。" in text
    assert "団体の登録 見本の文です。" in text
    assert text.count("古くなっている可能性があります") == 1
    assert "現地団体を載せる" not in text


@pytest.mark.parametrize("path", ["/desks/JD-XX/", "/desks/JD-XX/ask/"])
def test_a_desk_nobody_opened_is_not_there(client, path):
    assert client.get(path).status_code == 404


def test_a_guest_asks_and_reads_the_number_and_the_day(client):
    desk()
    guest = {"guest_name": "客", "guest_email": "guest@example.jp"}

    answer = client.post("/desks/JD-KE/ask/", {**TYPED, **guest}, follow=True)

    told = "受付番号は DESK-KE-2023-0001 です。2023年11月6日(月)までにお答えします。"
    assert answer.redirect_chain == [("/desks/JD-KE/", 302)]
    assert told in words(answer)


def test_a_guest_without_an_address_is_asked_for_one_and_keeps_what_was_typed(client):
    desk()

    answer = client.post("/desks/JD-KE/ask/", TYPED)

    assert (answer.status_code, Case.objects.count()) == (200, 0)
    assert "登録は要りますか。" in words(answer)
    assert "メールアドレス: このフィールドは必須です。" in words(answer)


def test_who_signed_in_asks_for_a_body_and_finds_the_question_again(ren):
    body = examples.bodies.minato()
    desk()

    answer = ren.post("/desks/JD-KE/ask/", {**TYPED, "body": body.ref}, follow=True)

    case = Case.objects.get()
    assert (case.body, case.asked_by) == (body, somebody("ren"))
    assert answer.redirect_chain == [(f"/my/desks/{case.ref}/", 302)]
    assert "登録" in words(ren.get("/my/desks/"))


def test_a_closed_desk_says_so_instead_of_showing_a_form(client):
    actions.close_desk(by=officer(), desk=desk(), closed_on=clock.today())

    assert "このデスクは終了しました" in words(client.get("/desks/JD-KE/"))
    text = words(client.get("/desks/JD-KE/ask/"))
    assert "ほかの国のデスクにお尋ねください。" in text
    assert "質問を送る" not in text


def test_ones_own_list_is_empty_at_first(ren):
    assert "まだ質問はありません" in words(ren.get("/my/desks/"))


def test_the_asker_reads_answers_but_no_internal_words_and_writes_again(ren):
    case = asked()
    actions.note_internally(by=officer(), case=case, text="所長に聞く。")
    actions.answer(by=officer(), case=case, text="要ります。")
    page = f"/my/desks/{case.ref}/"

    text = words(ren.get(page))
    assert "要ります。" in text
    assert "所長に聞く。" not in text

    ren.post(f"{page}write-again/", {"text": "費用は?"})
    assert "受け付けました。お答えを準備しています" in words(ren.get(page))


def test_the_asker_ends_and_reopens_the_question(ren):
    case = actions.answer(by=officer(), case=asked(), text="要ります。")
    page = f"/my/desks/{case.ref}/"

    assert "終わりにしました" in words(ren.post(f"{page}resolve/", follow=True))
    assert "文" in words(ren.post(f"{page}reopen/", {"text": ""}))
    assert "まだあります。" in words(
        ren.post(f"{page}reopen/", {"text": "まだあります。"}, follow=True)
    )


def test_a_question_of_somebody_else_is_not_there(client):
    case = asked()
    signed_in(client, somebody("hana"))

    assert client.get(f"/my/desks/{case.ref}/").status_code == 404
    assert client.post(f"/my/desks/{case.ref}/resolve/").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_officers_find_what_waits_with_its_day(sato, count, django_assert_max_num_queries):
    for _ in range(count):
        asked()

    with django_assert_max_num_queries(7):
        text = words(sato.get("/staff/desks/cases/"))
    assert text.count("2023年11月6日(月)") == count


def test_what_is_late_is_marked(sato):
    asked()

    with clock.at("2023-11-07 10:00"):
        assert "期日超過" in words(sato.get("/staff/desks/cases/"))


def test_an_empty_inbox_says_so_and_leads_to_all_questions(sato):
    case = actions.answer(by=officer(), case=asked(), text="要ります。")

    assert "待っている質問はありません" in words(sato.get("/staff/desks/cases/"))
    assert case.ref in words(sato.get("/staff/desks/cases/?all=1"))


@pytest.mark.parametrize("path", ["/staff/desks/cases/", "/staff/desks/bodies/"])
def test_the_staffs_pages_are_for_officers(client, path):
    for user in (somebody("ren"), auditor()):
        assert signed_in(client, user).get(path).status_code == 403


def test_an_officer_answers_pauses_goes_on_and_resolves(sato):
    case = asked()
    page = f"/staff/desks/cases/{case.ref}/"

    sato.post(f"{page}note/", {"text": "所長に聞く。"})
    sato.post(f"{page}pause/", {"text": "どの州ですか。"})
    sato.post(f"{page}resume/")
    sato.post(f"{page}answer/", {"text": "要ります。"})
    text = words(sato.post(f"{page}resolve/", follow=True))

    case.refresh_from_db()
    assert case.state == "resolved"
    assert "内部のメモ" in text
    assert "所長に聞く。" in text


def test_an_officer_hands_a_question_to_another_desk(sato):
    case, other = asked(), desk("LA")
    page = f"/staff/desks/cases/{case.ref}/"

    sato.post(f"{page}refer/", {"to": other.queue.code, "text": "ラオスのことです。"})

    case.refresh_from_db()
    assert case.queue == other.queue


def test_a_sleeping_button_says_why(sato):
    case = actions.resolve(
        by=officer(), case=actions.answer(by=officer(), case=asked(), text="要ります。")
    )

    text = sato.get(f"/staff/desks/cases/{case.ref}/").content.decode()
    assert 'disabled title="いまは「解決」のため、この操作はできません。"' in text


def test_an_answer_for_everybody_goes_through_two_officers(client, sato):
    case = actions.answer(by=officer(), case=asked(consent_public=True), text="要ります。")
    door = f"/staff/desks/cases/{case.ref}/draft-faq/"

    sato.post(door, {"question_ja": "登録は要りますか。", "answer_ja": "要ります。"})
    assert "確認を待つ、よくある質問" not in words(sato.get("/staff/desks/cases/"))
    assert sato.get(door).status_code == 403

    other = signed_in(client, colleague())
    assert "確認を待つ、よくある質問" in words(other.get("/staff/desks/cases/"))
    entry = queries.faq_waiting_for(colleague()).get()
    other.post(f"/staff/desks/faq/{entry.ref}/approve/")
    assert "よくある質問 登録は要りますか。要ります。" in words(other.get("/desks/JD-KE/"))


def test_officers_keep_the_directory_and_the_guide(sato):
    desk()

    sato.post("/staff/desks/JD-KE/add-local-body/", examples.NETWORK)
    sato.post("/staff/desks/JD-KE/write-guide/", examples.REGISTRATION)

    text = words(sato.get("/desks/JD-KE/"))
    assert examples.NETWORK["name_ja"] in text
    assert examples.REGISTRATION["text_ja"] in text


def test_officers_look_again_at_what_grew_old(sato):
    with clock.at("2021-04-01 10:00"):
        actions.set_checking_rule(by=CLOCKWORK, fresh_days=365)
        body = known_body()

    assert examples.NETWORK["name_ja"] in words(sato.get("/staff/desks/bodies/"))
    sato.post(f"/staff/desks/bodies/{body.ref}/check/")
    assert "確認し直す団体はありません" in words(sato.get("/staff/desks/bodies/"))


def test_what_waits_and_what_is_mine_stands_on_the_shared_pages(client):
    case = asked()

    assert case.subject in words(signed_in(client, officer()).get("/workbench/"))
    assert case.subject in words(signed_in(client, somebody("ren")).get("/my/"))
