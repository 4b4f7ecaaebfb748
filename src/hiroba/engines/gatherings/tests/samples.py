"""A visit with two times, and who comes to it."""

import datetime
from uuid import uuid4

from hiroba.engines.gatherings import actions
from hiroba.engines.gatherings.models import Slot
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody

PROGRAMME, KIND = "plaza", "visit"
MORNING = "2023-11-08 10:00"


def moment(text):
    return clock.moment(text)


def hour(start, hours=2):
    begins = moment(start)
    return {"starts_at": begins, "ends_at": begins + datetime.timedelta(hours=hours)}


def planned(**facts):
    told = {"title_ja": "団体見学(見本)", "title_en": "Group visit (sample)", **facts}
    return actions.plan(by=officer(), programme=PROGRAMME, kind=KIND, **told)


def opened(capacity=40, start=MORNING):
    """The one time of a gathering for which one can book."""
    gathering = planned()
    actions.add_slot(by=officer(), gathering=gathering, capacity=capacity, **hour(start))
    actions.open_gathering(by=officer(), gathering=gathering)
    return Slot.objects.select_related("gathering").get(gathering=gathering)


def booked(slot=None, people=30, who="akari", **facts):
    told = {"party": "見本小学校 6年生", "key": uuid4(), **facts}
    return actions.book(by=somebody(who), slot=slot or opened(), people=people, **told)


def asked(slot=None, who="aoi"):
    return actions.ask_for_duty(by=officer(), slot=slot or opened(), person=somebody(who))


def counted(people=320, day=datetime.date(2023, 10, 31), about="site:ichigaya", kind="visitors"):
    return actions.count(
        by=officer(), programme=PROGRAMME, about_ref=about, kind=kind, day=day, people=people
    )
