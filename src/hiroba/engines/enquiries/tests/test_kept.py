"""What is kept of queues and cases: by the database, in the journal, and by the calendar."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import translation

from hiroba.engines.enquiries import actions, queries
from hiroba.engines.enquiries.models import Case, FaqEntry, Message, Promise, Queue, Topic
from hiroba.engines.enquiries.reckoning import later, working_days_between
from hiroba.engines.enquiries.tests.samples import GUEST_FACTS, PROGRAMME, answered, asked, queue
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import GUEST
from hiroba.foundation.journal.models import Record

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


@pytest.fixture(scope="module", autouse=True)
def world(standing):
    """Two answered questions of Hana with a draft each, one of a guest, two topics, a queue."""
    with clock.at("2023-11-01 10:00"):
        for code in ("visa", "safety"):
            named(code)
        for _ in range(2):
            case = answered(asked(consent_public=True))
            actions.draft_faq(by=officer(), case=case, question_ja="登録は?", answer_ja="要る。")
        asked(GUEST, **GUEST_FACTS)
        queue("la")


def named(code):
    return actions.name_topic(
        by=officer(), programme=PROGRAMME, code=code, name_ja=f"{code}の件", name_en=code
    )


def day(text):
    return datetime.date.fromisoformat(text)


def of(model):
    return model.objects.order_by("pk")


# fmt: off
CHECKED = [
    (Queue,    {"name_ja": ""},             "queue_has_a_name_in_both_languages"),
    (Queue,    {"name_en": ""},             "queue_has_a_name_in_both_languages"),
    (Case,     {"guest_email": ""},         "case_is_asked_by_somebody_known_or_a_guest"),
    (Case,     {"paused_on": "2023-11-01"}, "case_is_paused_iff_dated"),
    (Case,     {"resolved_at": "2023-11-01T10:00Z"}, "case_is_resolved_iff_dated"),
    (FaqEntry, {"question_ja": ""},         "faq_asks_and_answers"),
    (FaqEntry, {"answer_ja": ""},           "faq_asks_and_answers"),
    (FaqEntry, {"state": "approved"},       "faq_is_approved_by_a_second_person"),
    (FaqEntry, {"approved_at": "2023-11-01T10:00Z"}, "faq_is_approved_by_a_second_person"),
]
TAKEN = [
    (Queue,    ["code"]),
    (Topic,    ["code"]),
    (Case,     ["ref"]),
    (Case,     ["number"]),
    (FaqEntry, ["ref"]),
]
# fmt: on


@pytest.mark.parametrize(("model", "changed", "name"), CHECKED)
def test_what_makes_no_sense_is_not_kept(model, changed, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        model.objects.filter(pk=of(model).last().pk).update(**changed)


@pytest.mark.parametrize(("model", "fields"), TAKEN)
def test_what_another_has_is_not_taken(model, fields):
    taken = {field: getattr(of(model).first(), field) for field in fields}

    with pytest.raises(IntegrityError, match="(?i)unique"), transaction.atomic():
        model.objects.filter(pk=of(model).last().pk).update(**taken)


def test_the_writer_of_an_answer_for_everybody_is_not_its_second_reader():
    signed = {"state": "approved", "approved_by": officer(), "approved_at": clock.now()}

    with pytest.raises(IntegrityError, match="second_person"), transaction.atomic():
        FaqEntry.objects.filter(pk=of(FaqEntry).last().pk).update(**signed)


@pytest.mark.parametrize(
    ("days", "name"), [((0, 1), "queue_answers"), ((3, 2), "queue_answers")], ids=["none", "turned"]
)
def test_a_promise_that_cannot_be_kept_is_not_written(days, name):
    given = of(Promise).values().first() | {"id": None, "number": 9}
    given |= dict(zip(("answer_days", "solve_days"), days, strict=True))

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Promise.objects.create(**given)


@pytest.mark.parametrize("model", [Promise, Message])
def test_promises_and_words_are_counted_once(model):
    with pytest.raises(IntegrityError, match="(?i)unique"), transaction.atomic():
        model.objects.create(**of(model).values().first() | {"id": None})


def test_an_empty_word_is_not_written():
    said = of(Message).values().first() | {"id": None, "number": 9, "text": ""}

    with pytest.raises(IntegrityError, match="message_says_something"), transaction.atomic():
        Message.objects.create(**said)


def test_a_queue_with_cases_is_not_taken_away():
    with pytest.raises(ProtectedError):
        queue().delete()


@pytest.mark.parametrize(("language", "name"), [("ja", "窓口 ke"), ("en", "Desk ke")])
def test_a_queue_is_called_in_the_language_of_its_reader(language, name):
    with translation.override(language):
        assert (str(queue()), queue().ref) == (name, "queue:ke")


def test_a_topic_and_an_answer_for_everybody_are_called_in_the_language_of_their_reader():
    FaqEntry.objects.update(question_en="Register?")
    told = []
    for language in ("ja", "en"):
        with translation.override(language):
            told.append((str(of(Topic).first()), str(of(FaqEntry).first())))

    assert told == [("visaの件", "登録は?"), ("visa", "Register?")]


def test_a_guest_without_a_name_is_called_by_the_address():
    case = asked(GUEST, guest_email="guest@example.jp")

    assert (case.asker, str(case)) == ("guest@example.jp", "団体の登録")


def test_queues_are_found_by_their_code_and_their_programme():
    found = [queries.queue("la"), queries.queue("none")]

    assert found == [queue("la"), None]
    assert [one.code for one in queries.queues(PROGRAMME)] == ["ke", "la"]
    assert list(queries.queues("plaza")) == []


def test_topics_of_another_programme_stay_there():
    found = [list(queries.topics_of(one)) for one in (PROGRAMME, "plaza")]

    assert found == [list(of(Topic)), []]


def test_the_lines_of_the_journal_say_what_was_promised_named_and_handed_over():
    case, sato = asked(), officer().name
    start = Record.objects.latest("pk").pk
    actions.promise(by=officer(), queue=queue(), answer_days=5, solve_days=20)
    named("law")
    actions.pause(by=officer(), case=case, text="どこですか。")
    actions.resume(by=officer(), case=case)
    actions.refer(by=officer(), case=case, to=queue("la"), text="ラオスです。")
    actions.write_again(by=somebody("hana"), case=case, text="もう一つ。")

    told = Record.objects.filter(pk__gt=start).order_by("pk")
    names = {"name_ja": "lawの件", "name_en": "law"}
    assert [(one.hand, one.verb, one.subject, one.details) for one in told] == [
        (sato, "enquiries.promise", "queue:ke", {"answer_days": 5, "solve_days": 20}),
        (sato, "enquiries.name_topic", f"topic:{PROGRAMME}:law", names),
        (sato, "enquiries.pause", case.ref, {"message": 2}),
        (sato, "enquiries.resume", case.ref, {"first_answer_due_on": "2023-11-07"}),
        (sato, "enquiries.refer", case.ref, {"before": "ke", "now": "la"}),
        (somebody("hana").name, "enquiries.write_again", case.ref, {"message": 4}),
    ]


# Culture Day is Friday 3 November in Japan; in Bangladesh Friday and Saturday are free.
@pytest.mark.parametrize(
    ("first", "last", "country", "count"),
    [
        ("2023-11-02", "2023-11-02", "JP", 0),
        ("2023-11-02", "2023-11-03", "JP", 0),
        ("2023-11-02", "2023-11-06", "JP", 1),
        ("2023-11-06", "2023-11-02", "JP", 0),
        ("2023-11-02", "2023-11-06", "BD", 2),
        ("2023-12-28", "2024-01-04", "JP", 1),
    ],
)
def test_working_days_lie_after_the_first_day_up_to_the_last(first, last, country, count):
    assert working_days_between(day(first), day(last), country) == count


@pytest.mark.parametrize(
    ("back", "due"),
    [("2023-11-01", "2023-11-07"), ("2023-11-02", "2023-11-08"), ("2023-11-05", "2023-11-08")],
)
def test_a_pause_puts_a_day_off_by_its_working_days_alone(back, due):
    assert later(day("2023-11-07"), day("2023-11-01"), day(back), "JP") == day(due)


@pytest.mark.parametrize(
    ("now", "late"),
    [("2023-11-07 23:59", False), ("2023-11-08 00:00", True)],
)
def test_a_question_is_late_from_the_midnight_after_its_day(now, late):
    case = asked()

    with clock.at(now):
        assert (case.next_due_on, case.is_late) == (day("2023-11-07"), late)


def test_a_question_that_was_answered_counts_to_its_end():
    case = actions.write_again(by=somebody("hana"), case=answered(), text="もう一つ。")

    with clock.at("2023-11-16 10:00"):
        on_the_day = case.is_late
    with clock.at("2023-11-17 10:00"):
        assert (case.next_due_on, on_the_day, case.is_late) == (day("2023-11-16"), False, True)
