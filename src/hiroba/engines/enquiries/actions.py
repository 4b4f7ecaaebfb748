"""Everything that is written about queues and cases."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from hiroba.engines.enquiries import policies, queries
from hiroba.engines.enquiries.approving import approve_faq, draft_faq
from hiroba.engines.enquiries.models import Case, Message, Queue, Topic
from hiroba.engines.enquiries.promising import name_topic, open_queue, promise
from hiroba.engines.enquiries.reckoning import later
from hiroba.engines.enquiries.states import CASE
from hiroba.engines.enquiries.telling import tell
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.calendar import fiscal_year, working_days_after
from hiroba.foundation.journal.actions import note
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from hiroba.engines.registry.people.models import Body
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor

__all__ = [
    "answer",
    "approve_faq",
    "ask",
    "draft_faq",
    "name_topic",
    "note_internally",
    "open_queue",
    "pause",
    "promise",
    "refer",
    "reopen",
    "resolve",
    "resume",
    "write_again",
]


@action
def ask(
    *,
    by: "Actor",
    queue: Queue,
    subject: str,
    text: str,
    language: str = "ja",
    topics: Iterable[Topic] = (),
    guest_name: str = "",
    guest_email: str = "",
    body: "Body | None" = None,
    consent_public: bool = False,
) -> Case:
    """The question has a number and a day by which it is answered; whoever asked has both."""
    queue = Queue.objects.select_for_update().get(pk=queue.pk)
    require(policies.may_ask(by, queue, text, language, guest_email, body))

    guest = {} if by.account else {"guest_name": guest_name, "guest_email": guest_email}
    case = _new_case(
        queue,
        subject=subject.strip() or text.strip()[:60],
        language=language,
        asked_by=by.account,
        body=body,
        consent_public=consent_public,
        **guest,
    )
    case.topics.set(topics)
    _say(by, case, text)

    note(by, "enquiries.ask", case, queue=queue.code)
    tell("asked", case)
    return case


def _new_case(queue: Queue, **facts: object) -> Case:
    given, today = queries.promise_of(queue), clock.today()
    assert given
    year = fiscal_year(today)
    last = Case.objects.filter(asked_in=queue, fiscal_year=year).order_by("-number").first()
    number = last.number + 1 if last else 1
    return Case.objects.create(
        ref=f"{queue.code.upper()}-{year}-{number:04}",
        queue=queue,
        asked_in=queue,
        fiscal_year=year,
        number=number,
        promise=given,
        asked_at=clock.now(),
        first_answer_due_on=working_days_after(today, given.answer_days, queue.calendar),
        solution_due_on=working_days_after(today, given.solve_days, queue.calendar),
        **facts,
    )


@action
def answer(
    *, by: "User", case: Case, text: str, language: str = "", translated_from: str = ""
) -> Case:
    """Whoever asked has an answer; the first one is remembered, also when there are more."""
    case = _locked(case)
    require(policies.may_answer(by, case, text))

    CASE.move(case, "answer")
    case.first_answer_at = case.first_answer_at or clock.now()
    case.save(update_fields=["state", "first_answer_at"])
    said = _say(by, case, text, from_house=True, language=language, translated=translated_from)

    note(by, "enquiries.answer", case, message=said.number)
    tell("answered", case, said)
    return case


@action
def note_internally(*, by: "User", case: Case, text: str) -> Message:
    """Colleagues read this; whoever asked never does."""
    case = _locked(case)
    require(policies.may_note_internally(by, case, text))

    said = _say(by, case, text, from_house=True, internal=True)

    note(by, "enquiries.note_internally", case, message=said.number)
    return said


@action
def pause(*, by: "User", case: Case, text: str) -> Case:
    """Something was asked back; the clock rests until there is a reply."""
    case = _locked(case)
    require(policies.may_pause(by, case, text))

    CASE.move(case, "pause")
    case.paused_on = clock.today()
    case.save(update_fields=["state", "paused_on"])
    said = _say(by, case, text, from_house=True)

    note(by, "enquiries.pause", case, message=said.number)
    tell("paused", case, said)
    return case


@action
def resume(*, by: "User", case: Case) -> Case:
    """The clock runs again; the days move by the working days it rested."""
    case = _locked(case)
    require(policies.may_resume(by, case))

    _go_on(case, "resume")

    note(by, "enquiries.resume", case, first_answer_due_on=case.first_answer_due_on)
    return case


@action
def write_again(*, by: "User", case: Case, text: str) -> Case:
    """Whoever asked has added something; the house has the next word."""
    case = _locked(case)
    require(policies.may_write_again(by, case, text))

    _go_on(case, "write_again")
    said = _say(by, case, text)

    note(by, "enquiries.write_again", case, message=said.number)
    return case


@action
def resolve(*, by: "User", case: Case) -> Case:
    """The question has come to its end."""
    case = _locked(case)
    require(policies.may_resolve(by, case))

    CASE.move(case, "resolve")
    case.resolved_at = clock.now()
    case.save(update_fields=["state", "resolved_at"])

    note(by, "enquiries.resolve", case)
    tell("resolved", case)
    return case


@action
def reopen(*, by: "User", case: Case, text: str) -> Case:
    """The question was not at its end; there is a new day for that, the first answer stays."""
    case = _locked(case)
    require(policies.may_reopen(by, case, text))

    CASE.move(case, "reopen")
    days, country = case.promise.solve_days, case.queue.calendar
    case.resolved_at = None
    case.solution_due_on = working_days_after(clock.today(), days, country)
    case.save(update_fields=["state", "resolved_at", "solution_due_on"])
    said = _say(by, case, text, from_house=not queries.is_asker(by, case))

    note(by, "enquiries.reopen", case, message=said.number)
    return case


@action
def refer(*, by: "User", case: Case, to: Queue, text: str) -> Case:
    """Another queue has the case now; its number and its days stay as they were promised."""
    case = _locked(case)
    require(policies.may_refer(by, case, to, text))

    _say(by, case, text, from_house=True, internal=True)
    _go_on(case, "refer")
    before, case.queue = case.queue.code, to
    case.save(update_fields=["queue"])

    note(by, "enquiries.refer", case, before=before, now=to.code)
    tell("referred", case)
    return case


def _locked(case: Case) -> Case:
    found = Case.objects.select_for_update(of=("self",)).select_related("queue", "promise")
    return found.get(pk=case.pk)


def _go_on(case: Case, verb: str) -> None:
    """The house has the next word; what a pause took is added to the days that still run."""
    CASE.move(case, verb)
    if case.paused_on:
        rest = (case.paused_on, clock.today(), case.queue.calendar)
        case.solution_due_on = later(case.solution_due_on, *rest)
        if case.first_answer_at is None:
            case.first_answer_due_on = later(case.first_answer_due_on, *rest)
        case.paused_on = None
    case.save(update_fields=["state", "paused_on", "first_answer_due_on", "solution_due_on"])


def _say(
    by: "Actor",
    case: Case,
    text: str,
    *,
    from_house: bool = False,
    internal: bool = False,
    language: str = "",
    translated: str = "",
) -> Message:
    return Message.objects.create(
        case=case,
        number=case.messages.count() + 1,
        text=text.strip(),
        language=language or case.language,
        translated_from=translated,
        is_internal=internal,
        is_from_house=from_house,
        written_by=by.account,
        written_at=clock.now(),
    )
