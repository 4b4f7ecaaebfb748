"""The schemes, the form and the rubric with which the house begins, as they lie in `data/`."""

import json
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"


def schemes() -> list[dict[str, Any]]:
    """The schemes and their limits by the day from which they hold."""
    return list(_read("schemes.json"))


def form() -> dict[str, Any]:
    """The proposal form, first version."""
    return dict(_read("grassroots-proposal-1.json"))


def rubric() -> dict[str, Any]:
    """What reviewers score, first version."""
    return dict(_read("grassroots-rubric-1.json"))


def sample_answers() -> dict[str, str]:
    """How NPO Minato fills in the form; all of it is a sample."""
    return dict(_read("sample-answers.json"))


@cache
def _read(name: str) -> Any:
    return json.loads((DATA / name).read_text(encoding="utf-8"))
