"""A small subject to write letters about: Akari books a lesson."""

import copy
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from hiroba.foundation.letters.actions import send
from hiroba.foundation.letters.models import Letter

WORDINGS = Path(__file__).parent / "wordings"


@dataclass(frozen=True)
class Booking:
    ref: str


def with_wordings(settings: Any) -> None:
    """The wordings of this folder are found among the templates."""
    templates = copy.deepcopy(settings.TEMPLATES)
    templates[0]["DIRS"] = [*templates[0]["DIRS"], WORDINGS]
    settings.TEMPLATES = templates


def booked(to: str = "akari@example.jp", ref: str = "B-7K3QX2MN", **known: Any) -> Letter:
    """The letter that tells Akari about her booking."""
    facts = {"lesson": "水のはなし", "name": "中村 あかり", "on": date(2023, 11, 20), **known}
    return send("lessons/booked", to=to, about=Booking(ref), **facts)
