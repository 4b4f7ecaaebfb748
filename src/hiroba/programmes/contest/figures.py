"""Numbers about the contest."""

from collections.abc import Callable
from datetime import date

from django.conf import settings
from django.db.models import QuerySet

from hiroba.engines.intake.submissions.states import RECEIVED
from hiroba.foundation.figures import Counted, FigureDefinition
from hiroba.programmes.contest.models import Essay
from hiroba.programmes.contest.states import Division

RECORDS_SINCE = date(2024, 4, 1)


def entries_between(first: date, last: date, division: str = "") -> Counted:
    """Essays that came in on these days, by division; samples count outside production only."""
    found = _received(first, last)
    found = found.filter(division=division) if division else found
    parts = {
        str(each.label): found.filter(division=each).count()
        for each in Division
        if not division or each == division
    }
    return Counted(value=sum(parts.values()), parts=parts, records=found.order_by("pk"))


def _received(first: date, last: date) -> QuerySet[Essay]:
    found = Essay.objects.select_related("submission").filter(
        submission__state__in=RECEIVED, submission__submitted_at__date__range=(first, last)
    )
    real = found.filter(contest__call__is_sample=False)
    return real if settings.HIROBA_ENV == "production" else found


def _of(division: str) -> Callable[[date, date], Counted]:
    def counted(first: date, last: date) -> Counted:
        return entries_between(first, last, division)

    return counted


def _figure(
    code: str, names: tuple[str, str], whose: tuple[str, str], division: str
) -> FigureDefinition:
    return FigureDefinition(
        code=code,
        name_ja=names[0],
        name_en=names[1],
        unit_ja="点",
        unit_en="entries",
        kind="year",
        style="man",
        definition_ja=f"その年度に届いた{whose[0]}の作品の数です。取り下げられた作品は数えません。",
        definition_en=f"Essays of {whose[1]} that came in during the fiscal year; "
        "those withdrawn are not counted.",
        counted=_of(division),
        records_since=RECORDS_SINCE,
    )


FIGURES = (
    _figure(
        "essay_entries",
        ("国際協力エッセイコンテストの応募数", "Entries to the essay contest"),
        ("中学生・高校生", "junior and senior high school students"),
        "",
    ),
    _figure(
        "essay_entries_junior",
        (
            "国際協力エッセイコンテストの応募数(中学生の部)",
            "Entries to the essay contest, junior high school",
        ),
        ("中学生の部", "junior high school students"),
        Division.JUNIOR,
    ),
    _figure(
        "essay_entries_senior",
        (
            "国際協力エッセイコンテストの応募数(高校生の部)",
            "Entries to the essay contest, senior high school",
        ),
        ("高校生の部", "senior high school students"),
        Division.SENIOR,
    ),
)
