"""What is true after each action at the desks."""

import datetime

import pytest

from hiroba.engines.enquiries import queries as enquiries
from hiroba.engines.registry.places import examples as places
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import CLOCKWORK, GUEST
from hiroba.foundation.journal.models import Record
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.search import queries as search
from hiroba.programmes.desks import actions, queries
from hiroba.programmes.desks.examples import REGISTRATION, desk
from hiroba.programmes.desks.tests.samples import asked, colleague, known_body

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def found(words, language="ja"):
    hits = search.found_by(GUEST, words, queries.KIND, language)
    return [(hit.ref, hit.title, hit.url) for hit in hits]


def test_a_desk_has_a_queue_that_counts_the_days_of_its_country():
    opened = desk("BD", answer_days=5)

    promise = enquiries.promise_of(opened.queue)
    assert (opened.ref, opened.queue.code, opened.queue.calendar) == ("JD-BD", "desk-bd", "BD")
    assert (promise.answer_days, promise.solve_days) == (5, 10)


def test_a_desk_is_found_by_its_country_in_both_languages_until_it_closes():
    opened = desk("KE")
    before = [found("ケニア"), found("Kenya", "en")]

    actions.close_desk(by=officer(), desk=opened, closed_on=clock.today())

    assert before == [
        [("JD-KE", "ジャパンデスク(ケニア)", "/desks/JD-KE/")],
        [("JD-KE", "Japan Desk, Kenya", "/en/desks/JD-KE/")],
    ]
    assert [found("ケニア"), found("Kenya", "en")] == [[], []]


def test_a_country_whose_desk_closed_can_have_another():
    with clock.at("2023-10-01 10:00"):
        actions.close_desk(by=officer(), desk=desk(), closed_on=clock.today())

    assert (desk().ref, desk().queue.code) == ("JD-KE-2", "desk-ke-2")


def test_a_question_is_due_by_the_calendar_of_the_country():
    case = asked(desk=desk("BD"))

    assert case.ref == "DESK-BD-2023-0001"
    assert case.first_answer_due_on == datetime.date(2023, 11, 6)


def test_a_guest_may_ask_and_is_answered_by_letter():
    case = asked(GUEST, guest_name="客", guest_email="guest@example.jp")

    actions.answer(by=officer(), case=case, text="要ります。")

    assert [(letter.kind, letter.to) for letter in Letter.objects.order_by("pk")] == [
        ("enquiries/asked", "guest@example.jp"),
        ("enquiries/answered", "guest@example.jp"),
    ]


def test_a_question_goes_its_way_through_the_desks():
    case, ren = asked(), somebody("ren")
    actions.note_internally(by=officer(), case=case, text="ラオスのことらしい。")
    case = actions.pause(by=officer(), case=case, text="どの国ですか。")
    case = actions.resume(by=officer(), case=case)
    case = actions.refer(by=officer(), case=case, to=desk("LA").queue, text="お願いします。")
    case = actions.answer(by=officer(), case=case, text="要ります。")
    case = actions.write_again(by=ren, case=case, text="費用は?")
    case = actions.answer(by=officer(), case=case, text="かかりません。")
    case = actions.resolve(by=ren, case=case)
    case = actions.reopen(by=ren, case=case, text="もう一つ。")

    assert (case.state, case.queue) == ("waiting", desk("LA").queue)
    assert list(queries.cases_of(ren)) == [case]


def test_an_answer_for_everybody_stands_beside_the_desk_after_a_second_look():
    case = actions.answer(by=officer(), case=asked(consent_public=True), text="要ります。")
    entry = actions.draft_faq(by=officer(), case=case, question_ja="登録は?", answer_ja="要る。")

    before = list(queries.answers_for_everybody(desk()))
    waiting = list(queries.faq_waiting_for(colleague()))
    actions.approve_faq(by=colleague(), entry=entry)

    assert (before, waiting) == ([], [entry])
    assert list(queries.answers_for_everybody(desk())) == [entry]


def test_a_body_is_checked_on_the_day_it_is_entered_and_again_later():
    with clock.at("2022-05-10 10:00"):
        body = known_body()
    before = (body.checked_on.isoformat(), body.checked_by)

    body = actions.check_local_body(by=colleague(), local_body=body)

    assert before == ("2022-05-10", officer())
    assert (body.checked_on, body.checked_by) == (clock.today(), colleague())


def test_a_section_of_the_guide_is_written_anew_and_its_old_words_stay_in_the_journal():
    country = places.country("KE")
    first = actions.write_guide(by=officer(), country=country, **REGISTRATION)

    second = actions.write_guide(by=officer(), country=country, topic="registration", text_ja="新")

    assert (second.pk, second.ref, second.text_ja) == (first.pk, first.ref, "新")
    told = Record.objects.filter(verb="desks.write_guide").order_by("-pk")[0].details
    assert told["before"]["text_ja"] == REGISTRATION["text_ja"]


def test_a_new_rule_for_checks_holds_from_its_day():
    with clock.at("2023-04-01 10:00"):
        actions.set_checking_rule(by=CLOCKWORK, fresh_days=365)
    with clock.at("2023-10-01 10:00"):
        actions.set_checking_rule(by=officer(), fresh_days=30)

    days = [datetime.date(2023, month, 30) for month in (6, 11)]
    assert [queries.fresh_since(day).isoformat() for day in days] == ["2022-06-30", "2023-10-31"]


def test_what_is_written_at_the_desks_is_in_the_journal():
    case = asked()
    known_body()

    verbs = Record.objects.exclude(verb__startswith="accounts").order_by("pk")
    assert [record.verb for record in verbs if record.verb.startswith(("desks", "enq"))] == [
        "enquiries.open_queue",
        "enquiries.promise",
        "desks.open_desk",
        "enquiries.ask",
        "desks.add_local_body",
    ]
    assert case.queue == desk().queue
