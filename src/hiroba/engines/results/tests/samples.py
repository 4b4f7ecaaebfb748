"""Small worlds for the tests of this room; none of their words names a programme of the house."""

import datetime
from typing import Any

from hiroba.engines.results import actions
from hiroba.engines.results.models import Adoption, Lesson, Practice
from hiroba.foundation.accounts.examples import approver, officer

PROGRAMME = "cooperation"
TODAY = datetime.date(2023, 11, 1)
WORDS: dict[str, Any] = {
    "title_ja": "水番を先に決める",
    "title_en": "Name a keeper first",
    "situation_ja": "井戸ができても、直す人がいなかった。",
    "happened_ja": "水番を選んだ村では、井戸が止まらなかった。",
    "advice_ja": "掘る前に、水番を二人決める。",
    "field": "water",
}
CORE = {"title_ja": "二人の水番", "title_en": "Two keepers", "core_ja": "村が自分で二人選ぶ。"}


def day(text: str) -> datetime.date:
    """A day as it is written."""
    return datetime.date.fromisoformat(text)


def written(about_ref: str = "P-1", **words: Any) -> Lesson:
    """A draft by officer Sato."""
    told = {**WORDS, **words}
    return actions.write_lesson(by=officer(), programme=PROGRAMME, about_ref=about_ref, **told)


def reviewed(**words: Any) -> Lesson:
    """A lesson that Ono has checked."""
    return actions.review_lesson(by=approver(), lesson=written(**words))


def published(**words: Any) -> Lesson:
    """A lesson everybody can read."""
    return actions.publish_lesson(by=officer(), lesson=reviewed(**words))


def practice(origin_ref: str = "P-1") -> Practice:
    """Something others can do as well."""
    return actions.describe_practice(
        by=officer(), programme=PROGRAMME, origin_ref=origin_ref, **CORE
    )


def interested(place_ja: str = "となり村", **told: Any) -> Adoption:
    """Somebody elsewhere is interested."""
    known = told.pop("practice", None) or practice()
    return actions.record_adoption(by=officer(), practice=known, place_ja=place_ja, **told)


def adopted(since: str = "2021-04-01", **told: Any) -> Adoption:
    """A practice that was taken up."""
    return actions.adopt_practice(
        by=officer(), adoption=interested(**told), since=day(since), evidence="村の年報"
    )
