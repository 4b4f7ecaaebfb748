"""How disasters and notices are found by the search of the whole house."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import override

from hiroba.foundation.search import actions as search
from hiroba.programmes.coexistence import queries
from hiroba.programmes.coexistence.models import Disaster, Notice

LANGUAGES = ("ja", "en")


def make_findable(disaster: Disaster) -> None:
    """The disaster is found by its name, in both languages."""
    search.put_many(_entries_of_disaster(disaster))


def make_notice_findable(notice: Notice) -> None:
    """The notice is found by its title, in both languages, also when it has expired."""
    search.put_many(_entries_of_notice(notice))


def _entries_of_disaster(disaster: Disaster) -> Iterator[search.Entry]:
    for language in LANGUAGES:
        with override(language):
            yield search.Entry(
                ref=disaster.ref,
                kind=queries.KIND,
                url=reverse("coexistence:disaster", args=[disaster.ref]),
                title=disaster.name_en if language == "en" else disaster.name_ja,
                text=f"{disaster.name_ja} {disaster.name_en}",
                language=language,
                day=disaster.happened_on,
            )


def _entries_of_notice(notice: Notice) -> Iterator[search.Entry]:
    for language in LANGUAGES:
        with override(language):
            yield search.Entry(
                ref=notice.ref,
                kind=queries.KIND,
                url=reverse("coexistence:notice", args=[notice.ref]),
                title=queries.titles_of([notice], language)[notice.ref],
                text=f"{notice.disaster.name_ja} {notice.disaster.name_en}",
                language=language,
                day=notice.valid_from.date(),
            )
