"""Text cut into pairs of characters, so that 水道 is found inside 上下水道事業."""

import re
import unicodedata
from collections.abc import Iterator

import jaconv

# A run of kana and kanji, or a run of letters and digits of other scripts.
RUNS = re.compile(
    r"(?P<japanese>[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff々〆ヶー\U00020000-\U0003ffff]+)"
    r"|(?P<other>[^\W_]+)"
)
LONGEST = 20_000


def normal(text: str) -> str:
    """Text as it is compared: one width, one case, hiragana and katakana alike."""
    return jaconv.hira2kata(unicodedata.normalize("NFKC", text).lower())


def grams(text: str) -> str:
    """The words of the index: pairs of characters, and the last character alone."""
    return " ".join(_grams(normal(text[:LONGEST])))


def phrases(words: str) -> list[list[str]]:
    """What is asked for: each run of characters as a row of pairs that must follow each other.

    A single character, and the last pair of letters, may go on: they are marked with *.
    """
    return [_asked(match) for match in RUNS.finditer(normal(words))]


def _grams(text: str) -> Iterator[str]:
    for match in RUNS.finditer(text):
        run = match.group()
        if match.lastgroup == "japanese":
            yield from (run[at : at + 2] for at in range(len(run) - 1))
            yield run[-1]
        else:
            yield run


def _asked(match: re.Match[str]) -> list[str]:
    run = match.group()
    if match.lastgroup == "other" or len(run) == 1:
        return [f"{run}*"]
    return [run[at : at + 2] for at in range(len(run) - 1)]
