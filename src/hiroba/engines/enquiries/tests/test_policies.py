"""Each yes, and each no by its sentence."""

import pytest

from hiroba.engines.enquiries import actions, policies
from hiroba.engines.enquiries.tests.samples import (
    GUEST_FACTS,
    PROGRAMME,
    answered,
    asked,
    keeper,
    queue,
)
from hiroba.engines.registry.people import examples as bodies
from hiroba.foundation.accounts.examples import auditor, officer, somebody
from hiroba.foundation.actors import CLOCKWORK, GUEST

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

OPENS = "窓口は、その事業の担当職員が開きます。"
KEEPS = "この窓口の担当職員だけができます。"
ASKER = "書き足せるのは、質問した方です。"
EITHER = "質問した方か、この窓口の担当職員だけができます。"
EMPTY = "文を書いてください。"
STATE = "いまは「%s」のため、この操作はできません。"


def test_an_officer_or_the_house_itself_opens_a_queue():
    assert policies.may_open_queue(officer(), PROGRAMME, "ke")
    assert policies.may_open_queue(CLOCKWORK, PROGRAMME, "ke")


@pytest.mark.parametrize(
    "person",
    [lambda: GUEST, auditor, lambda: keeper("programme:plaza")],
    ids=["guest", "auditor", "elsewhere"],
)
def test_others_open_none(person):
    by = person()

    assert policies.may_open_queue(by, PROGRAMME, "ke").reason == OPENS
    assert policies.may_name_topic(by, PROGRAMME).reason == OPENS
    assert policies.may_promise(by, queue(), 1, 1).reason == OPENS


def test_a_code_is_given_once():
    taken = policies.may_open_queue(officer(), PROGRAMME, queue().code)

    assert taken.reason == "この記号の窓口は、すでにあります。"


@pytest.mark.parametrize(
    ("days", "reason"),
    [
        ((1, 1), ""),
        ((0, 1), "最初の回答までの日数は、1日以上にしてください。"),
        ((3, 2), "解決までの日数は、最初の回答までの日数以上にしてください。"),
    ],
)
def test_an_answer_takes_a_day_and_comes_before_the_end(days, reason):
    assert policies.may_promise(officer(), queue(), *days).reason == reason


def test_who_keeps_a_confidential_queue_says_what_it_promises():
    private = queue("will", is_confidential=True)

    assert policies.may_promise(keeper("queue:will"), private, 2, 4)


def test_everybody_may_ask_who_can_be_answered():
    assert policies.may_ask(somebody("hana"), queue(), "登録は?", "ja")
    assert policies.may_ask(GUEST, queue(), "登録は?", "ja", "guest@example.jp")
    assert policies.may_ask(GUEST, queue())


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ((" ", "ja", "a@example.jp"), "質問を書いてください。"),
        (("登録は?", "fr", "a@example.jp"), "この窓口が答えられる言語を選んでください。"),
        (("登録は?", "ja", ""), "お答えを送るメールアドレスを書いてください。"),
    ],
)
def test_a_question_needs_words_a_language_and_an_address(told, reason):
    assert policies.may_ask(GUEST, queue(), *told).reason == reason


def test_a_queue_that_promises_nothing_is_not_ready():
    bare = queue()
    other = type(bare)(code="bare", programme=PROGRAMME, pk=9999)

    assert policies.may_ask(GUEST, other).reason == "この窓口は、まだ準備中です。"


def test_only_who_acts_for_a_body_asks_in_its_name():
    minato = bodies.minato()

    no = policies.may_ask(somebody("hana"), queue(), "登録は?", "ja", body=minato)
    assert policies.may_ask(somebody("ren"), queue(), "登録は?", "ja", body=minato)
    assert no.reason == "団体の名前で質問できるのは、その団体で編集の権限がある方です。"


OFFICERS = ("answer", "note_internally", "pause", "refer")


@pytest.mark.parametrize("verb", OFFICERS)
def test_an_officer_of_the_programme_or_of_the_queue_does_the_work(verb):
    may, case = getattr(policies, f"may_{verb}"), asked()

    assert [
        bool(may(by, case))
        for by in (officer(), keeper("programme:cooperation", "a"), keeper("queue:ke", "b"))
    ] == [True, True, True]


@pytest.mark.parametrize("verb", OFFICERS)
def test_nobody_else_does_it(verb):
    may, case = getattr(policies, f"may_{verb}"), asked()

    assert {
        may(by, case).reason for by in (GUEST, somebody("hana"), auditor(), keeper("queue:other"))
    } == {KEEPS}


@pytest.mark.parametrize("verb", ["answer", "note_internally", "pause"])
def test_nothing_said_is_nothing(verb):
    assert getattr(policies, f"may_{verb}")(officer(), asked(), " ").reason == EMPTY


def test_an_officer_for_everything_is_none_of_a_confidential_queue():
    case = asked(where=queue("will", is_confidential=True))

    assert policies.may_answer(officer(), case).reason == KEEPS
    assert policies.may_answer(keeper("programme:cooperation"), case).reason == KEEPS
    assert policies.may_answer(keeper("queue:will", "kotaro"), case)


def test_only_what_is_paused_is_resumed():
    case = asked()

    assert policies.may_resume(officer(), case).reason == STATE % "回答待ち"
    assert policies.may_resume(officer(), actions.pause(by=officer(), case=case, text="どこ?"))


def test_who_asked_or_keeps_the_queue_ends_and_reopens_a_case():
    case = answered()
    hana, ren = somebody("hana"), somebody("ren")

    assert [policies.may_resolve(by, case).reason for by in (hana, officer())] == ["", ""]
    assert policies.may_resolve(ren, case).reason == EITHER
    assert policies.may_resolve(hana, asked()).reason == STATE % "回答待ち"

    over = actions.resolve(by=hana, case=case)
    assert policies.may_reopen(hana, over, "まだあります。")
    assert policies.may_reopen(hana, over, "").reason == EMPTY
    assert policies.may_reopen(ren, over).reason == EITHER


def test_who_asked_writes_again_until_the_case_is_over():
    case = answered()
    hana = somebody("hana")

    assert policies.may_write_again(hana, case, "もう一つ。")
    assert policies.may_write_again(hana, case, "").reason == EMPTY
    assert policies.may_write_again(officer(), case).reason == ASKER
    over = actions.resolve(by=hana, case=case)
    assert policies.may_write_again(hana, over).reason == STATE % "解決"


def test_a_case_is_handed_to_another_queue():
    case = asked()

    assert policies.may_refer(officer(), case, queue("la"), "ラオスです。")
    itself = policies.may_refer(officer(), case, case.queue, "同じです。")
    assert itself.reason == "別の窓口を選んでください。"


def test_what_was_asked_in_confidence_stays_in_confidence():
    case = asked(where=queue("will", is_confidential=True))
    by = keeper("queue:will")

    open_desk = policies.may_refer(by, case, queue("la"), "別の件です。")
    assert open_desk.reason == ("秘密を守る窓口の相談は、秘密を守る窓口にだけ取り次げます。")
    assert policies.may_refer(by, case, queue("bank", is_confidential=True), "銀行です。")


def test_an_answer_for_everybody_needs_consent_and_an_answer():
    agreed = asked(consent_public=True)

    silent = policies.may_draft_faq(officer(), answered())
    early = policies.may_draft_faq(officer(), agreed)
    assert silent.reason == "質問した方が、公開に同意していません。"
    assert early.reason == "先に質問へ答えてください。"
    assert policies.may_draft_faq(officer(), answered(agreed))
    assert policies.may_draft_faq(somebody("hana"), answered(agreed)).reason == KEEPS


def test_it_is_made_once_and_never_from_a_confidential_queue():
    case = answered(asked(consent_public=True))
    told = {"question_ja": "登録は?", "answer_ja": "要ります。"}
    entry = actions.draft_faq(by=officer(), case=case, **told)
    private = asked(where=queue("will", is_confidential=True), consent_public=True)

    again = policies.may_draft_faq(officer(), case)
    hidden = policies.may_draft_faq(keeper("queue:will"), private)
    assert again.reason == "この相談からは、すでに作られています。"
    assert hidden.reason == "秘密を守る窓口の相談は公開しません。"
    own = policies.may_approve_faq(officer(), entry)
    assert own.reason == "書いた方とは別の職員が確認してください。"
    assert policies.may_approve_faq(somebody("hana"), entry).reason == KEEPS
    assert policies.may_approve_faq(keeper("queue:ke", "b"), entry)


def test_a_guest_who_asked_has_no_account_to_write_again_with():
    case = asked(GUEST, **GUEST_FACTS)

    assert policies.may_write_again(GUEST, case).reason == ASKER
