"""Questions about disasters, and what is said about them in which language."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Case, IntegerField, Prefetch, QuerySet, Value, When
from django.utils.safestring import SafeString

from hiroba.foundation import clock
from hiroba.foundation.roles import Role
from hiroba.foundation.words import queries as words
from hiroba.foundation.words.queries import EASY_JAPANESE, JAPANESE
from hiroba.programmes.coexistence.models import (
    Disaster,
    DisasterArea,
    Notice,
    NoticeArea,
    NoticeQuerySet,
    SupportCentre,
)
from hiroba.programmes.coexistence.reading import Fault, faults_of, with_ruby, without_readings
from hiroba.programmes.coexistence.rules import limit_on
from hiroba.programmes.coexistence.states import NoticeState, Severity

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor
    from hiroba.foundation.words.models import Text

PROGRAMME = "coexistence"
KIND = "disasters"
FIELDS = ("title", "text")
MOST_URGENT_FIRST = Case(
    When(severity=Severity.URGENT, then=Value(0)),
    When(severity=Severity.IMPORTANT, then=Value(1)),
    default=Value(2),
    output_field=IntegerField(),
)


@dataclass(frozen=True)
class Shown:
    """A notice as somebody reads it: in which language, and how far it can be relied on."""

    notice: Notice
    title: SafeString
    text: SafeString
    language: str
    is_asked_language: bool
    is_machine: bool
    is_stale: bool


def disasters() -> QuerySet[Disaster]:
    """Disasters with their areas, the newest first."""
    areas = DisasterArea.objects.select_related("prefecture", "municipality")
    found = Disaster.objects.prefetch_related(Prefetch("areas", areas))
    return found.order_by("-happened_on", "-pk")


def centres_of(disaster: Disaster) -> QuerySet[SupportCentre]:
    """Where people are or were helped."""
    return disaster.centres.select_related("host").order_by("opened_on", "pk")


def notices() -> NoticeQuerySet:
    """Every notice with its disaster and areas."""
    found = Notice.objects.select_related("disaster", "supersedes", "written_by", "published_by")
    areas = NoticeArea.objects.select_related("prefecture", "municipality")
    return found.prefetch_related(Prefetch("areas", areas)).order_by("-pk")


def notices_seen_by(by: "Actor") -> NoticeQuerySet:
    """Published notices for everyone, all for officers."""
    return notices() if by.holds(Role.OFFICER, programme=PROGRAMME) else notices().published()


def notices_in_force(disaster: Disaster) -> NoticeQuerySet:
    """What holds now, the most urgent first."""
    found = notices().filter(disaster=disaster).in_force_at(clock.now())
    return found.annotate(urgency=MOST_URGENT_FIRST).order_by("urgency", "-valid_from", "pk")


def newer_than(notice: Notice) -> Notice | None:
    """The published notice that replaced this one."""
    return Notice.objects.published().filter(supersedes=notice).order_by("-pk").first()


def waiting_for(by: "Actor") -> NoticeQuerySet:
    """Notices that are not published yet, the oldest first; for officers."""
    found = notices().filter(state=NoticeState.DRAFT).order_by("pk")
    return found if by.holds(Role.OFFICER, programme=PROGRAMME) else found.none()


def shown(found: Iterable[Notice], language: str) -> list[Shown]:
    """The notices in one language, or what stands in for it; one question for all of them."""
    rows = list(found)
    texts = words.words_of_many([notice.ref for notice in rows], FIELDS, language)
    return [_shown(notice, texts, language) for notice in rows if (notice.ref, "title") in texts]


def _shown(notice: Notice, texts: "dict[tuple[str, str], words.Words]", language: str) -> Shown:
    title = texts[notice.ref, "title"]
    text = texts.get((notice.ref, "text"), title)
    return Shown(
        notice,
        with_ruby(title.text),
        with_ruby(text.text),
        text.language,
        text.language == language,
        title.is_machine or text.is_machine,
        title.is_stale or text.is_stale,
    )


def titles_of(found: Iterable[Notice], language: str = JAPANESE) -> dict[str, str]:
    """What notices are called, without readings."""
    texts = words.words_of_many([notice.ref for notice in found], ["title"], language)
    return {ref: without_readings(text.text) for (ref, _field), text in texts.items()}


def titled(found: Iterable[Notice]) -> list[Notice]:
    """The notices, each knowing what it is called in Japanese."""
    rows = list(found)
    titles = titles_of(rows)
    for notice in rows:
        notice.title = titles.get(notice.ref, notice.ref)
    return rows


def languages_for(disaster: Disaster) -> list[str]:
    """The languages in which something that holds now can be read."""
    refs = Notice.objects.filter(disaster=disaster).in_force_at(clock.now())
    return words.languages_of(refs.values_list("ref", flat=True))


def languages_of(notice: Notice) -> list[str]:
    """The languages in which a notice is written."""
    return words.languages_of([notice.ref])


def texts_of(notice: Notice) -> "list[Text]":
    """All texts of a notice, each with the mark whether it is older than its source."""
    found = list(words.texts_about(notice.ref))
    source = {text.field: text for text in found if text.language == JAPANESE}
    for text in found:
        text.is_stale = words.is_stale(text, source.get(text.field))  # type: ignore[attr-defined]
    return found


def text_of(notice: Notice, field: str, language: str) -> "Text | None":
    """One text of a notice."""
    return words.texts_about(notice.ref).filter(field=field, language=language).first()


def lacks_easy_japanese(notice: Notice) -> bool:
    """Whether title or text is not there in easy Japanese."""
    found = words.texts_about(notice.ref).filter(language=EASY_JAPANESE).exclude(text="")
    return set(FIELDS) - set(found.values_list("field", flat=True)) != set()


def hard_to_read(notice: Notice) -> list[Fault]:
    """What in the easy Japanese is not easy yet, by the limits of the phase."""
    limit = limit_on(clock.today(), notice.disaster.state)
    found = words.texts_about(notice.ref).filter(language=EASY_JAPANESE)
    return [
        fault
        for text in found.order_by("-field")
        for fault in faults_of(text.text, limit, is_title=text.field == "title")
    ]
