"""How editions are found by the search of the whole house."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hiroba.foundation import clock
from hiroba.foundation.calendar import fiscal_year_text
from hiroba.foundation.search.actions import Entry
from hiroba.reports.editions.marks import without_marks

if TYPE_CHECKING:
    from hiroba.reports.editions.models import Edition

KIND = "editions"


def entries(edition: "Edition") -> Iterator[Entry]:
    """The published texts, each in its language."""
    day = edition.published_at.astimezone(clock.JAPAN).date() if edition.published_at else None
    for text in edition.texts.all():
        path = f"/editions/{edition.fiscal_year}/"
        year = fiscal_year_text(edition.fiscal_year, text.language)
        yield Entry(
            ref=edition.ref,
            kind=KIND,
            url=path if text.language == "ja" else f"/{text.language}{path}",
            title=f"{text.title} ({year})",
            text=without_marks(f"{text.lead}\n{text.body}"),
            language=text.language,
            day=day,
        )
