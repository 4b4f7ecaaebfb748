"""What an essay answers, how readers score it, and who may send it in, as versioned data."""

from typing import Any

LONGEST = {"junior": 1200, "senior": 1600}
# Only schools send in; the contest asks for nothing that costs money or takes months.
RULES = {"yen_ceiling": 1, "months_ceiling": 1, "personalities": ["school", "school_corporation"]}
PRIZE_RULES = {"school_prize_entries": 60}


def form(division: str, characters: int) -> dict[str, Any]:
    """Title and text; the length is counted on manuscript paper and stays with the version."""
    return {
        "dsl": 1,
        "id": f"essay-{division}",
        "title": _words("エッセイ", "Essay"),
        "pages": [
            {
                "key": "essay",
                "title": _words("作品", "Essay"),
                "items": [
                    _item("title", "short_text", "題名", "Title", 60),
                    _item("text", "long_text", "本文", "Text", characters),
                ],
            }
        ],
    }


def rubric() -> dict[str, Any]:
    """What was lived or learned, what was thought of it, and how it is told."""
    return {
        "criteria": [
            _criterion("experience", 30, "体験と学び", "What was lived and learned"),
            _criterion("thought", 40, "考えの深さ", "What was thought of it"),
            _criterion("expression", 30, "伝え方", "How it is told"),
        ]
    }


def _item(key: str, kind: str, ja: str, en: str, most: int) -> dict[str, Any]:
    return {
        "key": key,
        "type": kind,
        "label": _words(ja, en),
        "require": True,
        "max_chars": most,
    }


def _criterion(key: str, weight: int, ja: str, en: str) -> dict[str, Any]:
    levels = [{"score": n, "text": _words(f"{n}点", f"{n} of 5")} for n in range(1, 6)]
    return {"key": key, "label": _words(ja, en), "weight": weight, "levels": levels}


def _words(ja: str, en: str) -> dict[str, str]:
    return {"ja": ja, "en": en}
