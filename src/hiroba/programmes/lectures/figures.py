"""Numbers about lectures."""

from collections import Counter
from datetime import date

from django.conf import settings
from django.db.models import Sum

from hiroba.foundation.calendar import fiscal_year, fiscal_year_text
from hiroba.foundation.figures import Counted, FigureDefinition
from hiroba.programmes.lectures.models import Lecture
from hiroba.programmes.lectures.models.lectures import LectureQuerySet
from hiroba.programmes.lectures.states import Kind

RECORDS_SINCE = date(2024, 4, 1)


def lectures_between(first: date, last: date) -> Counted:
    """Lectures that took place on these days, in the classroom or over a line."""
    found = _held(first, last)
    kinds = Counter(found.order_by().values_list("kind", flat=True))
    parts = {str(Kind(kind).label): number for kind, number in sorted(kinds.items())}
    return Counted(sum(kinds.values()), parts, found)


def participants_between(first: date, last: date) -> Counted:
    """Everybody who heard these lectures, as the teachers counted them."""
    found = _held(first, last)
    total = found.order_by().aggregate(total=Sum("attended"))["total"] or 0
    return Counted(total, {}, found)


def online_classes_between(first: date, last: date) -> Counted:
    """Online classes that took place on these days, by fiscal year."""
    found = _held(first, last).filter(kind=Kind.ONLINE)
    days = found.order_by().values_list("held_on", flat=True)
    years = Counter(fiscal_year(day) for day in days if day)
    parts = {fiscal_year_text(year): number for year, number in sorted(years.items())}
    return Counted(sum(years.values()), parts, found)


def _held(first: date, last: date) -> LectureQuerySet:
    """In production samples are none; elsewhere they show how one counts."""
    found = Lecture.objects.held().filter(held_on__range=(first, last))
    found = found.select_related("body", "theme").order_by("held_on", "pk")
    return found.filter(is_sample=False) if settings.HIROBA_ENV == "production" else found


FIGURES = (
    FigureDefinition(
        code="outreach_lectures",
        name_ja="国際協力出前講座の回数",
        name_en="Outreach lectures",
        unit_ja="回",
        unit_en="lectures",
        kind="year",
        style="plain",
        definition_ja=(
            "その年度に、学校や地域に講師を送って、またはオンラインで海外と結んで開いた講座の回数。"
            "開けなかった講座は数えません。"
        ),
        definition_en=(
            "Lectures held in the fiscal year, by lecturers sent to schools and communities or "
            "online with people abroad. Lectures that could not take place are not counted."
        ),
        counted=lectures_between,
        records_since=RECORDS_SINCE,
    ),
    FigureDefinition(
        code="outreach_lecture_participants",
        name_ja="国際協力出前講座の参加者数",
        name_en="Participants in outreach lectures",
        unit_ja="人",
        unit_en="people",
        kind="year",
        style="man",
        definition_ja="出前講座を聞いた人の延べ数。同じ人が二度聞けば二人と数えます。",
        definition_en="People who attended outreach lectures; who attends twice is counted twice.",
        counted=participants_between,
        records_since=RECORDS_SINCE,
    ),
    FigureDefinition(
        code="online_classes_held",
        name_ja="オンライン出前講座の回数",
        name_en="Online classes held",
        unit_ja="回",
        unit_en="classes",
        kind="year",
        style="plain",
        definition_ja=(
            "その年度に、教室と海外にいる講師をオンラインで結んで開いた講座の回数。"
            "「国際協力出前講座の回数」の内数です。"
        ),
        definition_en=(
            "Classes held in the fiscal year that joined a classroom with a lecturer abroad. "
            "They are part of the outreach lectures."
        ),
        counted=online_classes_between,
        records_since=RECORDS_SINCE,
    ),
)
