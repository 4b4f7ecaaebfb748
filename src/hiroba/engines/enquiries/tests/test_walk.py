"""One question from its asking to its end, as each side sees it."""

import pytest

from hiroba.engines.enquiries import actions, queries
from hiroba.engines.enquiries.tests.samples import answered, asked, letters, queue
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.journal.models import Record

pytestmark = pytest.mark.django_db


@pytest.fixture
def the_case():
    """Asked before the holidays at the end of the year, asked back, moved, answered, reopened."""
    with clock.at("2023-12-25 10:00"):
        case = asked(where=queue("jp"))
    with clock.at("2023-12-26 10:00"):
        case = actions.pause(by=officer(), case=case, text="どの国ですか。")
    with clock.at("2024-01-05 10:00"):
        case = actions.write_again(by=somebody("hana"), case=case, text="ラオスです。")
        case = actions.refer(by=officer(), case=case, to=queue("la"), text="ラオスのことです。")
    with clock.at("2024-01-09 10:00"):
        case = answered(case, "登録が要ります。")
        case = actions.resolve(by=somebody("hana"), case=case)
    with clock.at("2024-01-10 10:00"):
        case = actions.reopen(by=somebody("hana"), case=case, text="費用はいくらですか。")
    with clock.at("2024-01-11 10:00"):
        return answered(case, "かかりません。")


def test_the_days_follow_the_calendar_of_each_queue_without_the_holidays(the_case):
    assert the_case.first_answer_due_on.isoformat() == "2024-01-10"
    assert the_case.solution_due_on.isoformat() == "2024-01-24"
    assert the_case.first_answer_at == clock.moment("2024-01-09 10:00")


def test_the_asker_reads_the_talk_without_what_the_staff_said_among_itself(the_case):
    found = queries.messages_of(the_case, somebody("hana"))

    assert [(one.is_from_house, one.text) for one in found] == [
        (False, "登録は要りますか。"),
        (True, "どの国ですか。"),
        (False, "ラオスです。"),
        (True, "登録が要ります。"),
        (False, "費用はいくらですか。"),
        (True, "かかりません。"),
    ]


def test_the_asker_has_a_letter_for_each_step_of_the_house(the_case):
    assert [kind.removeprefix("enquiries/") for kind, _, _ in letters()] == [
        "asked",
        "paused",
        "referred",
        "answered",
        "resolved",
        "answered",
    ]


def test_the_journal_tells_the_whole_way(the_case):
    verbs = Record.objects.filter(subject=the_case.ref).order_by("pk")

    assert [record.verb.removeprefix("enquiries.") for record in verbs] == [
        "ask",
        "pause",
        "write_again",
        "refer",
        "answer",
        "resolve",
        "reopen",
        "answer",
    ]
    assert verbs[3].details == {"before": "jp", "now": "la"}


def test_the_case_counts_for_the_queue_in_which_it_was_asked(the_case):
    assert (the_case.ref, the_case.asked_in.code, the_case.queue.code) == (
        "JP-2023-0001",
        "jp",
        "la",
    )
