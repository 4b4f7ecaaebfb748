"""What is true after each action on cases."""

import pytest

from hiroba.engines.enquiries import actions, queries
from hiroba.engines.enquiries.models import Case
from hiroba.engines.enquiries.tests.samples import (
    GUEST_FACTS,
    PROGRAMME,
    answered,
    asked,
    keeper,
    letters,
    queue,
)
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import GUEST
from hiroba.foundation.journal.models import Record
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.verdicts import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def said_in(case, by=None):
    found = queries.messages_of(case, by or officer())
    return [(one.number, one.text, one.is_from_house, one.is_internal) for one in found]


def days(case):
    return case.first_answer_due_on.isoformat(), case.solution_due_on.isoformat()


def test_a_queue_opens_with_its_first_promise():
    opened = queue(calendar="KE", languages=("ja", "en", "sw"))

    promised = queries.promise_of(opened)
    assert (opened.calendar, opened.languages) == ("KE", ["ja", "en", "sw"])
    assert (promised.number, promised.answer_days, promised.solve_days) == (1, 3, 10)


def test_a_new_promise_is_for_those_who_ask_later():
    before = asked()

    actions.promise(by=officer(), queue=before.queue, answer_days=5, solve_days=20)

    after = asked()
    assert [case.promise.number for case in (before, after)] == [1, 2]
    assert [days(case)[0] for case in (before, after)] == ["2023-11-07", "2023-11-09"]


def test_a_question_has_a_number_and_a_day_that_follows_the_countrys_calendar():
    at_home = asked()
    abroad = asked(where=queue("bd", calendar="BD"))

    assert [at_home.ref, abroad.ref] == ["KE-2023-0001", "BD-2023-0001"]
    assert days(at_home) == ("2023-11-07", "2023-11-16")
    assert days(abroad) == ("2023-11-06", "2023-11-15")


def test_numbers_begin_anew_with_the_fiscal_year():
    refs = [asked().ref, asked().ref]
    with clock.at("2024-04-01 09:00"):
        refs.append(asked().ref)

    assert refs == ["KE-2023-0001", "KE-2023-0002", "KE-2024-0001"]


def test_a_guest_asks_with_an_address_and_gets_the_receipt_in_the_own_language():
    case = asked(GUEST, language="en", **GUEST_FACTS)

    assert (case.asked_by, case.guest_email, case.asker) == (None, "guest@example.jp", "客の一人")
    assert letters() == [("enquiries/asked", "guest@example.jp", "en")]
    assert "7 November 2023" in Letter.objects.get().body


def test_what_a_person_who_signed_in_types_as_a_guest_is_not_kept():
    case = asked(**GUEST_FACTS)

    assert (case.asked_by, case.guest_name, case.guest_email) == (somebody("hana"), "", "")


def test_a_question_without_a_subject_is_called_by_its_first_words():
    assert asked(subject=" ", text="登録は要りますか。").subject == "登録は要りますか。"


def test_a_case_may_have_several_topics():
    named = [
        actions.name_topic(by=officer(), programme=PROGRAMME, code=code, name_ja=code, name_en=code)
        for code in ("visa", "safety")
    ]

    case = asked(topics=named)

    assert [topic.code for topic in case.topics.order_by("pk")] == ["visa", "safety"]


def test_a_topic_that_is_named_again_has_its_new_name():
    for name in ("査証", "査証と滞在"):
        actions.name_topic(
            by=officer(), programme=PROGRAMME, code="visa", name_ja=name, name_en="Visa"
        )

    assert [topic.name_ja for topic in queries.topics_of(PROGRAMME)] == ["査証と滞在"]


def test_the_first_answer_is_remembered_also_when_a_second_follows():
    case = answered()
    with clock.at("2023-11-02 10:00"):
        case = answered(case, "もう一つあります。")

    assert case.first_answer_at == clock.moment("2023-11-01 10:00")
    assert (case.state, case.public_state) == ("answered", "お答えしました")
    assert said_in(case) == [
        (1, "登録は要りますか。", False, False),
        (2, "要ります。", True, False),
        (3, "もう一つあります。", True, False),
    ]


def test_an_answer_goes_to_whoever_asked_and_says_when_it_is_a_translation():
    answered(language="ja", translated_from="en")

    last = Letter.objects.order_by("-pk")[0]
    assert letters()[-1] == ("enquiries/answered", "hana@example.jp", "ja")
    assert "要ります。" in last.body and "(この文は翻訳です。元のことば: en)" in last.body


def test_an_internal_note_sends_no_letter_and_is_not_shown_to_the_one_who_asked():
    case = asked()

    actions.note_internally(by=officer(), case=case, text="所長に聞く。")

    assert said_in(case)[-1] == (2, "所長に聞く。", True, True)
    assert said_in(case, somebody("hana")) == [(1, "登録は要りますか。", False, False)]
    assert [kind for kind, _, _ in letters()] == ["enquiries/asked"]


def test_a_pause_moves_both_days_by_the_working_days_it_took():
    case = actions.pause(by=officer(), case=asked(), text="どの州ですか。")
    with clock.at("2023-11-08 10:00"):
        case = actions.resume(by=officer(), case=case)

    assert days(case) == ("2023-11-13", "2023-11-22")
    assert (case.state, case.paused_on) == ("waiting", None)
    assert letters()[-1][0] == "enquiries/paused"


def test_a_pause_after_the_first_answer_moves_only_the_end():
    case = answered()
    case = actions.write_again(by=somebody("hana"), case=case, text="もう少し教えてください。")
    case = actions.pause(by=officer(), case=case, text="どの州ですか。")
    with clock.at("2023-11-02 10:00"):
        case = actions.resume(by=officer(), case=case)

    assert days(case) == ("2023-11-07", "2023-11-17")


def test_a_reply_ends_the_pause():
    case = actions.pause(by=officer(), case=asked(), text="どの州ですか。")
    with clock.at("2023-11-02 10:00"):
        case = actions.write_again(by=somebody("hana"), case=case, text="ナイロビです。")

    assert (case.state, *days(case)) == ("waiting", "2023-11-08", "2023-11-17")
    assert said_in(case)[-1] == (3, "ナイロビです。", False, False)


def test_a_case_is_resolved_and_opened_again_with_a_new_day():
    case = actions.resolve(by=somebody("hana"), case=answered())
    assert (case.state, case.resolved_at) == ("resolved", clock.now())
    with clock.at("2024-01-10 10:00"):
        case = actions.reopen(by=somebody("hana"), case=case, text="まだ続きがあります。")

    assert (case.state, case.resolved_at) == ("waiting", None)
    assert days(case) == ("2023-11-07", "2024-01-24")
    assert case.first_answer_at == clock.moment("2023-11-01 10:00")
    assert said_in(case)[-1] == (3, "まだ続きがあります。", False, False)


def test_a_case_that_is_handed_over_keeps_its_number_and_its_days():
    case = asked()

    moved = actions.refer(by=officer(), case=case, to=queue("la"), text="ラオスのことです。")

    assert (moved.ref, moved.queue.code, days(moved)) == (case.ref, "la", days(case))
    assert said_in(moved)[-1] == (2, "ラオスのことです。", True, True)
    assert letters()[-1][0] == "enquiries/referred"
    assert asked().ref == "KE-2023-0002"
    assert asked(where=queue("la")).ref == "LA-2023-0001"


def test_letters_of_a_confidential_queue_are_read_by_nobody_else():
    asked(where=queue("will", is_confidential=True))

    assert Letter.objects.get().is_secret


def test_every_step_is_in_the_journal():
    case = answered()
    actions.resolve(by=officer(), case=case)

    verbs = Record.objects.filter(subject=case.ref).order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["enquiries.ask", "enquiries.answer", "enquiries.resolve"]


def test_a_refused_question_leaves_nothing_behind():
    with pytest.raises(Refused):
        asked(text=" ")

    assert (Case.objects.count(), letters()) == (0, [])


def test_an_answer_for_everybody_is_read_by_a_second_officer():
    case = answered(asked(consent_public=True))
    entry = actions.draft_faq(
        by=officer(), case=case, question_ja="登録は要りますか。", answer_ja="要ります。"
    )
    assert list(queries.faq(PROGRAMME)) == []

    entry = actions.approve_faq(by=keeper(f"programme:{PROGRAMME}"), entry=entry)

    assert list(queries.faq(PROGRAMME)) == [entry]
    assert (entry.state, entry.approved_by) == ("approved", somebody("midori"))
