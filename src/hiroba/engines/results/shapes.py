"""What is told about a lesson, a practice and its spread."""

from typing import TYPE_CHECKING, Required, TypedDict

if TYPE_CHECKING:
    import datetime

    from hiroba.engines.registry.places.models import Country
    from hiroba.engines.results.models import Adoption


class LessonWords(TypedDict, total=False):
    """A lesson in words: what the situation was, what happened, what one should do, and when."""

    title_ja: Required[str]
    title_en: str
    situation_ja: Required[str]
    situation_en: str
    happened_ja: Required[str]
    happened_en: str
    advice_ja: Required[str]
    advice_en: str
    applies_when_ja: str
    applies_when_en: str
    field: str
    country: "Country | None"


class PracticeWords(TypedDict, total=False):
    """What others can take over: without the core it would not be the same practice."""

    title_ja: Required[str]
    title_en: str
    core_ja: Required[str]
    core_en: str
    is_sample: bool


class Spread(TypedDict, total=False):
    """Where a practice is taken up, by whom, and from where it came there."""

    place_ja: Required[str]
    place_en: str
    country: "Country | None"
    body_text: str
    direction: str
    parent: "Adoption | None"
    since: "datetime.date | None"
