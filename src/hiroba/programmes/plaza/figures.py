"""Numbers about who comes to the plaza."""

from collections import Counter
from collections.abc import Callable
from datetime import date

from django.conf import settings
from django.db.models import QuerySet

from hiroba.engines.gatherings.states import BookingState, DutyState
from hiroba.foundation.figures import Counted, FigureDefinition
from hiroba.programmes.plaza import queries
from hiroba.programmes.plaza.models import Visit
from hiroba.programmes.plaza.states import CountKind

RECORDS_SINCE = date(2024, 4, 1)
GROUPS = "groups"


def _real(found: QuerySet, mark: str) -> QuerySet:  # type: ignore[type-arg]
    """In production samples are none; elsewhere they show how one counts."""
    return found.filter(**{mark: False}) if settings.HIROBA_ENV == "production" else found


def visitors_of(ref: str) -> Callable[[date, date], Counted]:
    """How many people came to a site on some days: day counts, and groups as they were welcomed."""

    def counted(first: date, last: date) -> Counted:
        counts = list(_real(queries.counts_between(ref, first, last), "is_sample"))
        visits = list(_welcomed(ref, first, last))
        parts = Counter[str]()
        for row in counts:
            parts[str(CountKind(row.kind).label)] += row.people
        groups = sum(visit.adds for visit in visits)
        return Counted(
            value=sum(parts.values()) + groups,
            parts=dict(parts) | ({GROUPS: groups} if groups else {}),
            records=[*counts, *visits],
        )

    return counted


def _welcomed(ref: str, first: date, last: date) -> QuerySet[Visit]:
    found = queries.visits().filter(site__ref=ref, booking__state=BookingState.CAME)
    found = found.filter(booking__slot__starts_at__date__range=(first, last))
    return _real(found, "booking__slot__gathering__is_sample")


def _guided(first: date, last: date) -> list[Visit]:
    guided = DutyState.ACCEPTED
    found = _welcomed("ichigaya", first, last).filter(booking__slot__duties__state=guided)
    return list(found.distinct())


def group_visits(first: date, last: date) -> Counted:
    """Groups that came to Ichigaya on some days and had a guide."""
    visits = _guided(first, last)
    return Counted(value=len(visits), records=visits)


def group_visitors(first: date, last: date) -> Counted:
    """People who came to Ichigaya on some days in groups that had a guide."""
    visits = _guided(first, last)
    return Counted(value=sum(visit.adds for visit in visits), records=visits)


FIGURES = (
    FigureDefinition(
        code="plaza_ichigaya_visitors",
        name_ja="JICA地球ひろば(市ヶ谷)の来館者数",
        name_en="Visitors to the JICA Global Plaza in Ichigaya",
        unit_ja="人",
        unit_en="visitors",
        kind="cumulative",
        style="man",
        definition_ja=(
            "開館以来の来館者の累計。展示を見た人だけでなく、催し、貸しルーム、カフェなど、ひろばを"
            "使ったすべての人を数える。2024年度からは、日ごとの人数と、迎えた団体の人数を足す。"
        ),
        definition_en=(
            "Running total of visitors since the opening. Everybody who used the plaza is counted: "
            "exhibitions, events, rooms and café alike. From FY2024 on the counts of each day and "
            "the groups that were welcomed are added."
        ),
        counted=visitors_of("ichigaya"),
        records_since=RECORDS_SINCE,
    ),
    FigureDefinition(
        code="plaza_nagoya_visitors",
        name_ja="なごや地球ひろばの来館者数",
        name_en="Visitors to the Nagoya Global Plaza",
        unit_ja="人",
        unit_en="visitors",
        kind="cumulative",
        style="man",
        definition_ja="開館以来の来館者の累計。2024年度からは、日ごとの人数と、迎えた団体の人数を足す。",
        definition_en=(
            "Running total of visitors since the opening. From FY2024 on the counts of each day "
            "and the groups that were welcomed are added."
        ),
        counted=visitors_of("nagoya"),
        records_since=RECORDS_SINCE,
    ),
    FigureDefinition(
        code="plaza_ichigaya_exhibition_group_visits",
        name_ja="地球ひろば(市ヶ谷)の展示を団体で訪れた数",
        name_en="Groups that visited the exhibition in Ichigaya",
        unit_ja="団体",
        unit_en="groups",
        kind="event",
        style="plain",
        definition_ja="地球案内人の説明つきで展示を訪れた団体の数。",
        definition_en="Groups that visited the exhibition with a global guide.",
        counted=group_visits,
        records_since=RECORDS_SINCE,
    ),
    FigureDefinition(
        code="plaza_ichigaya_exhibition_group_visitors",
        name_ja="地球ひろば(市ヶ谷)の展示を団体で訪れた人数",
        name_en="People who visited the exhibition in Ichigaya in groups",
        unit_ja="人",
        unit_en="visitors",
        kind="event",
        style="plain",
        definition_ja="展示を団体で訪れた人の数。来館者数の一部であり、来館者数とは別の数え方である。",
        definition_en=(
            "People who visited the exhibition in a group. They are a part of all visitors."
        ),
        counted=group_visitors,
        records_since=RECORDS_SINCE,
    ),
)
