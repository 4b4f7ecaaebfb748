"""Putting things where they can be found; other actions call these in their own transaction."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date

from hiroba.foundation.search import index
from hiroba.foundation.search.models import Findable

AT_ONCE = 500


@dataclass(frozen=True)
class Entry:
    """How a thing shall be found in one language."""

    ref: str
    kind: str
    url: str
    title: str
    text: str = ""
    language: str = "ja"
    day: date | None = None
    audience: str = "everyone"


def put(
    *,
    ref: str,
    kind: str,
    url: str,
    title: str,
    text: str = "",
    language: str = "ja",
    on: date | None = None,
    audience: str = "everyone",
) -> None:
    """The thing is found by its words from now on; a second time replaces the first."""
    put_many([Entry(ref, kind, url, title, text, language, on, audience)])


def put_many(entries: Iterable[Entry]) -> None:
    """Many things at once, with few statements; of two about the same thing the later counts."""
    waiting = list({(entry.ref, entry.language): entry for entry in entries}.values())
    for start in range(0, len(waiting), AT_ONCE):
        part = waiting[start : start + AT_ONCE]
        Findable.objects.bulk_create(
            [Findable(**_row(entry)) for entry in part],
            update_conflicts=True,
            unique_fields=["ref", "language"],
            update_fields=["kind", "audience", "url", "title", "text", "day"],
        )
        index.write(list(Findable.objects.filter(ref__in={entry.ref for entry in part})))


def remove(ref: str) -> None:
    """The thing is no longer found."""
    gone = Findable.objects.filter(ref=ref)
    index.erase(list(gone.values_list("pk", flat=True)))
    gone.delete()


def _row(entry: Entry) -> dict[str, object]:
    return {**asdict(entry), "title": entry.title[:400]}
