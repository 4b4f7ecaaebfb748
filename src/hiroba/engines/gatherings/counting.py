"""Everything that is written about how many people were counted."""

import datetime
from typing import TYPE_CHECKING

from hiroba.engines.gatherings import policies, queries
from hiroba.engines.gatherings.models import Count
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User


@action
def count(
    *,
    by: "User",
    programme: str,
    about_ref: str,
    kind: str,
    day: datetime.date,
    people: int,
    is_sample: bool = False,
) -> Count:
    """So many people came on a day."""
    require(policies.may_count(by, programme, day, queries.count_on(about_ref, kind, day)))

    counted = Count.objects.create(
        about_ref=about_ref,
        kind=kind,
        day=day,
        people=people,
        is_sample=is_sample,
        counted_by=by,
        counted_at=clock.now(),
    )

    note(by, "gatherings.count", about_ref, kind=kind, day=day, people=people)
    return counted


@action
def correct_count(*, by: "User", programme: str, wrong: Count, people: int, because: str) -> Count:
    """Another number holds for the day; the first one stays readable."""
    wrong = Count.objects.select_for_update(of=("self",)).get(pk=wrong.pk)
    require(policies.may_correct_count(by, programme, wrong, because))

    counted = Count.objects.create(
        about_ref=wrong.about_ref,
        kind=wrong.kind,
        day=wrong.day,
        people=people,
        corrects=wrong,
        because=because.strip(),
        is_sample=wrong.is_sample,
        counted_by=by,
        counted_at=clock.now(),
    )

    told = {"day": wrong.day, "before": wrong.people, "now": people}
    note(by, "gatherings.correct_count", wrong.about_ref, **told)
    return counted
