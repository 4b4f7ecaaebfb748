"""What may be seen, and in which order."""

import pytest

from hiroba.engines.enquiries import actions, queries
from hiroba.engines.enquiries.tests.samples import (
    GUEST_FACTS,
    PROGRAMME,
    answered,
    asked,
    keeper,
    queue,
)
from hiroba.engines.registry.people import examples as bodies
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import auditor, officer, somebody
from hiroba.foundation.actors import GUEST

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def test_a_case_is_seen_by_who_asked_and_by_officers_of_its_programme():
    case = asked()

    who = {
        "hana": somebody("hana"),
        "ren": somebody("ren"),
        "sato": officer(),
        "kansa": auditor(),
        "guest": GUEST,
        "here": keeper("programme:cooperation", "a"),
        "elsewhere": keeper("programme:plaza", "b"),
        "office": keeper("office:tokyo", "c"),
    }
    seen = {name for name, by in who.items() if case in queries.cases_seen_by(by)}
    assert seen == {"hana", "sato", "here"}


def test_a_confidential_case_is_seen_only_by_who_asked_and_who_was_granted_the_queue():
    case = asked(where=queue("will", is_confidential=True))

    who = {
        "hana": somebody("hana"),
        "sato": officer(),
        "programme": keeper("programme:cooperation", "a"),
        "queue": keeper("queue:will", "b"),
    }
    seen = {name for name, by in who.items() if case in queries.cases_seen_by(by)}
    kept = {name for name, by in who.items() if queries.is_kept_by(by, case.queue)}
    assert (seen, kept) == ({"hana", "queue"}, {"queue"})


def test_who_has_one_queue_sees_only_its_cases():
    mine, other = asked(), asked(where=queue("la"))
    by = keeper("queue:ke")

    assert list(queries.cases_kept_by(by)) == [mine]
    assert other not in queries.cases_seen_by(by)


def test_what_a_body_asked_is_seen_by_its_people_unless_it_is_confidential():
    ren, minato = somebody("ren"), bodies.minato()
    bodies.member(minato, somebody("akari"))
    case = asked(ren, body=minato)
    private = asked(ren, queue("will", is_confidential=True), body=minato)

    assert list(queries.cases_of(ren)) == [private, case]
    assert list(queries.cases_of(somebody("akari"))) == [case]


def test_cases_of_one_programme_are_asked_for_by_its_name():
    here, there = asked(), asked(where=queue("plaza", programme="plaza"))

    assert list(queries.cases_of(somebody("hana"), PROGRAMME)) == [here]
    assert list(queries.cases_kept_by(officer(), "plaza")) == [there]
    assert list(queries.cases_seen_by(officer(), "plaza")) == [there]
    assert [one.code for one in queries.queues(PROGRAMME)] == ["ke"]


def test_what_waits_is_ordered_by_the_day_that_counts_now():
    slow = asked(where=queue("la", answer_days=9))
    begun = answered(asked())
    begun = actions.write_again(by=somebody("hana"), case=begun, text="もう一つ。")
    soon = asked()
    answered(asked())

    found = list(queries.waiting_for(officer()))

    assert found == [soon, slow, begun]
    assert [case.due_on for case in found] == [case.next_due_on for case in found]


def test_a_case_is_late_when_its_day_lies_behind_and_the_house_has_the_next_word():
    waits, told = asked(), answered()
    with clock.at("2023-11-07 10:00"):
        on_the_day = waits.is_late
    with clock.at("2023-11-08 10:00"):
        assert (on_the_day, waits.is_late, told.is_late) == (False, True, False)


def test_a_guest_has_no_list_of_cases():
    asked(GUEST, **GUEST_FACTS)

    assert list(queries.cases_seen_by(GUEST)) == []


def test_an_answer_for_everybody_waits_for_officers_other_than_its_writer():
    case = answered(asked(consent_public=True))
    entry = actions.draft_faq(by=officer(), case=case, question_ja="登録は?", answer_ja="要る。")

    assert list(queries.faq_waiting_for(officer())) == []
    assert list(queries.faq_waiting_for(keeper("queue:ke"), PROGRAMME)) == [entry]
    assert queries.faq_of(case) == entry


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_waiting_cases_costs_one_question(count, django_assert_num_queries):
    for _ in range(count):
        asked()
    by = keeper("programme:cooperation")
    by.scopes("officer")

    with django_assert_num_queries(1):
        rows = [(case.ref, case.queue.code, case.asker) for case in queries.waiting_for(by)]
    assert len(rows) == count
