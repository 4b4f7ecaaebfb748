"""Questions about texts in several languages."""

import hashlib
from dataclasses import dataclass

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
    found = {text.language: text for text in Text.objects.filter(about=about, field=field)}
    source = found.get(JAPANESE)
    for wanted in (language, EASY_JAPANESE, JAPANESE):
        if (text := found.get(wanted)) and text.text.strip():
            return Words(text.text, wanted, text.state, is_stale(text, source))
    return None


def is_stale(text: Text, source: Text | None) -> bool:
    """Whether the Japanese source was changed after this text was translated from it."""
    return text.language != JAPANESE and (
        source is None or text.source_hash != fingerprint(source.text)
    )


def fingerprint(text: str) -> str:
    """What a translation remembers of its source."""
    return hashlib.sha256(text.encode()).hexdigest()
