"""Text cut into pairs of characters, so that 水道 is found inside 上下水道事業."""

import re
import unicodedata
from collections.abc import Iterator

import jaconv

# Kana, kanji and their repeaters; marks such as ・ and 、 part words.
JAPANESE = (
    r"\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    r"\u3400-\u9fff\uf900-\ufaff々〆〇\U00020000-\U0003ffff"
)
# A run of Japanese, or a run of letters and digits of other scripts: JICA東京 is two runs.
RUNS = re.compile(rf"(?P<japanese>[{JAPANESE}]+)|(?P<other>[^\W_{JAPANESE}]+)")
ACCENTS = re.compile(r"[\u0300-\u036f]")
# PostgreSQL knows the places of words up to 16,383, and phrases need them.
LONGEST_TEXT, LONGEST_WORD, LONGEST_QUESTION = 16_000, 100, 200


def normal(text: str) -> str:
    """Text as it is compared: one width, one case, hiragana and katakana alike, ô as o."""
    return jaconv.hira2kata(_bare(unicodedata.normalize("NFKC", text).lower()))


def _bare(text: str) -> str:
    """Latin letters without their accents."""
    parts = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", ACCENTS.sub("", parts))


def grams(text: str) -> list[str]:
    """The words of the index: pairs of characters, and the last character alone."""
    return list(_grams(normal(text[:LONGEST_TEXT])))


def phrases(words: str) -> list[list[str]]:
    """What is asked for: each run of characters as a row of pairs that must follow each other.

    A single character, and the last pair of letters, may go on: they are marked with *.
    """
    return [_asked(match) for match in RUNS.finditer(normal(words[:LONGEST_QUESTION]))]


def _grams(text: str) -> Iterator[str]:
    for match in RUNS.finditer(text):
        run = match.group()
        if match.lastgroup == "japanese":
            yield from (run[at : at + 2] for at in range(len(run) - 1))
            yield run[-1]
        else:
            yield run[:LONGEST_WORD]


def _asked(match: re.Match[str]) -> list[str]:
    run = match.group()
    if match.lastgroup == "other" or len(run) == 1:
        return [f"{run[:LONGEST_WORD]}*"]
    return [run[at : at + 2] for at in range(len(run) - 1)]
