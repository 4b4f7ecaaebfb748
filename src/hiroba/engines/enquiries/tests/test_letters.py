"""What whoever asked reads, in both languages."""

import pytest

from hiroba.engines.enquiries import actions
from hiroba.engines.enquiries.tests.samples import GUEST_FACTS, answered, asked, letters, queue
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import GUEST
from hiroba.foundation.letters.models import Letter

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def last():
    """The newest letter as its reader sees it, without empty lines."""
    letter = Letter.objects.order_by("-pk")[0]
    lines = [line for line in letter.body.splitlines() if line]
    return [letter.subject, *(line for line in lines if "://" not in line)]


def from_a_guest(**told):
    return asked(GUEST, language="en", **GUEST_FACTS, **told)


def test_the_receipt_names_the_number_and_the_day_and_says_it_is_no_answer():
    asked()

    assert last() == [
        "ご質問を受け付けました(KE-2023-0001)",
        "窓口 keへのご質問を受け付けました。",
        "受付番号: KE-2023-0001",
        "件名: 団体の登録",
        "2023年11月7日までに、最初のお答えをお送りします。"
        "このお便りは受付のお知らせで、お答えではありません。",
        "経過はマイページでご覧になれます。",
    ]


def test_a_guests_receipt_leads_to_no_page_of_their_own():
    from_a_guest()

    assert last() == [
        "We received your question (KE-2023-0001)",
        "Your question to Desk ke has been received.",
        "Number: KE-2023-0001",
        "Subject: 団体の登録",
        "You will have a first answer by 7 November 2023. "
        "This letter only confirms that we received it; it is not the answer.",
    ]


def test_the_answer_is_in_the_letter():
    answered()

    assert last() == [
        "ご質問へのお答え(KE-2023-0001)",
        "「団体の登録」へのお答えです。",
        "要ります。",
        "窓口 ke",
        "続けてお尋ねになるときは、マイページからお書きください。",
    ]


def test_a_guest_is_told_how_to_ask_on_and_that_the_answer_is_a_translation():
    answered(from_a_guest(), "It is.", translated_from="sw")

    assert last() == [
        "The answer to your question (KE-2023-0001)",
        'This is the answer to "団体の登録".',
        "It is.",
        "(This text is a translation. Original language: sw)",
        "Desk ke",
        "If you want to ask more, please send another question and mention the number above.",
    ]


def test_who_is_asked_back_reads_that_the_day_is_put_off():
    actions.pause(by=officer(), case=asked(), text="どの州ですか。")

    assert last() == [
        "お尋ねしたいことがあります(KE-2023-0001)",
        "「団体の登録」にお答えするため、教えてください。",
        "どの州ですか。",
        "お返事をいただくまで、お答えの期日は止まります。",
        "窓口 ke",
    ]


def test_a_guest_is_asked_back_in_english():
    actions.pause(by=officer(), case=from_a_guest(), text="Which county?")

    assert last() == [
        "We need to ask you something (KE-2023-0001)",
        'To answer "団体の登録" we need to know this from you.',
        "Which county?",
        "Until you reply, the day of our answer is put off.",
        "Desk ke",
        "Please send your reply through the page of the desk and mention the number above.",
    ]


def test_who_is_handed_over_reads_that_nothing_is_lost():
    actions.refer(by=officer(), case=asked(), to=queue("la"), text="ラオスのことです。")

    assert last() == [
        "ご質問を別の窓口に取り次ぎました(KE-2023-0001)",
        "「団体の登録」は、窓口 laがお答えします。",
        "受付番号とお答えの期日は変わりません。お答えの期日: 2023年11月7日",
    ]


def test_a_guest_is_handed_over_in_english():
    actions.refer(by=officer(), case=from_a_guest(), to=queue("la"), text="About Laos.")

    assert last() == [
        "Your question was handed over to another desk (KE-2023-0001)",
        '"団体の登録" will be answered by Desk la.',
        "Its number and the day of our answer stay as they were: 7 November 2023",
    ]


def test_the_end_says_that_there_may_be_more():
    actions.resolve(by=officer(), case=answered())

    assert last() == [
        "ご質問は終わりました(KE-2023-0001)",
        "「団体の登録」は終わりとしました。",
        "まだ続きがあるときは、もう一度開くことができます。",
        "窓口 ke",
    ]


def test_a_guest_reads_of_the_end_in_english():
    actions.resolve(by=officer(), case=answered(from_a_guest()))

    assert last() == [
        "Your question is closed (KE-2023-0001)",
        '"団体の登録" has come to its end.',
        "If there is more to ask, it can be opened again.",
        "Desk ke",
    ]


def test_what_the_asker_does_sends_no_letter_to_the_asker():
    case = answered()
    before = letters()

    actions.write_again(by=somebody("hana"), case=case, text="もう一つ。")

    assert letters() == before


def test_easy_japanese_is_answered_with_japanese_letters_and_the_rest_with_english():
    where = queue("many", languages=["ja", "ja-x-easy", "pt"])
    for language in ("ja-x-easy", "pt"):
        asked(where=where, language=language)

    assert [language for _, _, language in letters()] == ["ja", "en"]
