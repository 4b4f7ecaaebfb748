"""Bodies that stand in every way against the rules."""

from datetime import date
from itertools import count

from hiroba.engines.registry.people import actions as people
from hiroba.engines.registry.people.models import Body
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody

_numbers = count(1)


def body(*, verified: bool = True, personality: str = "npo", **days: str) -> Body:
    """A body that fits the small track, unless a day is told otherwise; "" is not known."""
    known = {
        "registered_on": "2012-06-01",
        "active_since": "2010-04-01",
        "active_abroad_since": "2013-04-01",
        **days,
    }
    with clock.at("2023-04-10 10:00"):
        made = people.register_body(
            by=somebody("ren"),
            name_ja=f"団体{next(_numbers)}(見本)",
            personality=personality,
            **{key: date.fromisoformat(day) if day else None for key, day in known.items()},
        )
        return people.verify(by=officer(), body=made) if verified else made
