"""Queues, what they promise, and what questions to them are about."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hiroba.engines.enquiries import policies
from hiroba.engines.enquiries.models import Promise, Queue, Topic
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor


@action
def open_queue(
    *,
    by: "Actor",
    programme: str,
    code: str,
    name_ja: str,
    name_en: str,
    calendar: str = "JP",
    languages: Sequence[str] = ("ja", "en"),
    is_confidential: bool = False,
    answer_days: int,
    solve_days: int,
) -> Queue:
    """Questions can be asked here, and it is promised when they are answered."""
    require(policies.may_open_queue(by, programme, code))

    queue = Queue.objects.create(
        code=code,
        programme=programme,
        name_ja=name_ja,
        name_en=name_en,
        calendar=calendar,
        languages=list(languages),
        is_confidential=is_confidential,
        opened_at=clock.now(),
    )

    note(by, "enquiries.open_queue", queue, programme=programme)
    promise(by=by, queue=queue, answer_days=answer_days, solve_days=solve_days)
    return queue


@action
def promise(*, by: "Actor", queue: Queue, answer_days: int, solve_days: int) -> Promise:
    """Whoever asks from now on is promised this; cases that run keep what they were promised."""
    queue = Queue.objects.select_for_update().get(pk=queue.pk)
    require(policies.may_promise(by, queue, answer_days, solve_days))

    given = Promise.objects.create(
        queue=queue,
        number=queue.promises.count() + 1,
        answer_days=answer_days,
        solve_days=solve_days,
        promised_by=by.account,
        promised_at=clock.now(),
    )

    note(by, "enquiries.promise", queue, answer_days=answer_days, solve_days=solve_days)
    return given


@action
def name_topic(*, by: "Actor", programme: str, code: str, name_ja: str, name_en: str) -> Topic:
    """Questions to the programme can be about this; named again, it has its new name."""
    require(policies.may_name_topic(by, programme))

    names = {"name_ja": name_ja, "name_en": name_en}
    topic, _is_new = Topic.objects.update_or_create(programme=programme, code=code, defaults=names)

    note(by, "enquiries.name_topic", f"topic:{programme}:{code}", **names)
    return topic
