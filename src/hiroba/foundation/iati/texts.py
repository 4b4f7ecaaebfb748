"""Words in their languages, as a publisher wrote them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """Words in one language."""

    language: str
    words: str


Texts = tuple[Text, ...]


def said_in(texts: Texts, *languages: str) -> str:
    """The words in the first of these languages that is there, else the first of all."""
    for language in languages:
        for text in texts:
            if text.language == language:
                return text.words
    return texts[0].words if texts else ""


def only_in(texts: Texts, language: str) -> str:
    """The words in exactly this language, or nothing."""
    return next((text.words for text in texts if text.language == language), "")
