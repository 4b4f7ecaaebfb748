"""Questions about texts in several languages."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from hiroba.foundation.words.models import Text
from hiroba.foundation.words.states import TextState

JAPANESE = "ja"
EASY_JAPANESE = "ja-x-easy"


@dataclass(frozen=True)
class Words:
    """A text as it can be shown: its language, who stands behind it, whether it is out of date."""

    text: str
    language: str
    state: str
    is_stale: bool

    @property
    def is_machine(self) -> bool:
        return self.state == TextState.MACHINE


def words_of(about: str, field: str, language: str) -> Words | None:
    """The text in the language asked for; else in easy Japanese, else in Japanese, else nothing."""
    return _chosen(
        {text.language: text for text in Text.objects.filter(about=about, field=field)}, language
    )


def _chosen(found: dict[str, Text], language: str) -> Words | None:
    source = found.get(JAPANESE)
    for wanted in (language, EASY_JAPANESE, JAPANESE):
        if (text := found.get(wanted)) and text.text.strip():
            return Words(text.text, wanted, text.state, is_stale(text, source))
    return None


def words_of_many(
    abouts: Iterable[str], fields: Iterable[str], language: str
) -> dict[tuple[str, str], Words]:
    """The texts of many things by thing and field, chosen as `words_of` does; in one question."""
    rows = Text.objects.filter(about__in=list(abouts), field__in=list(fields)).order_by("pk")
    found: dict[tuple[str, str], dict[str, Text]] = {}
    for text in rows:
        found.setdefault((text.about, text.field), {})[text.language] = text
    chosen = {key: _chosen(texts, language) for key, texts in found.items()}
    return {key: words for key, words in chosen.items() if words}


def texts_about(ref: str) -> QuerySet[Text]:
    """Every text of a thing, with who stands behind it; the source first."""
    found = Text.objects.filter(about=ref).select_related("written_by", "confirmed_by")
    return found.order_by("language", "field", "pk")


def languages_of(abouts: Iterable[str]) -> list[str]:
    """The languages in which something is said about these things."""
    found = Text.objects.filter(about__in=list(abouts)).order_by("language")
    return list(found.values_list("language", flat=True).distinct())


def is_stale(text: Text, source: Text | None) -> bool:
    """Whether the Japanese source was changed after this text was translated from it."""
    return text.language != JAPANESE and (
        source is None or text.source_hash != fingerprint(source.text)
    )


def fingerprint(text: str) -> str:
    """What a translation remembers of its source."""
    return hashlib.sha256(text.encode()).hexdigest()
