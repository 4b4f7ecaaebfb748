"""A small world for tests of lectures: five countries, one school, a few lecturers."""

from datetime import date, time

from hiroba.engines.registry.people import examples as people
from hiroba.engines.registry.places import examples as places
from hiroba.engines.registry.themes import examples as themes
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.programmes.lectures import examples
from hiroba.programmes.lectures.matching import Able, Need, Wished

NOW = "2023-09-12 16:10"
DAYS = (date(2023, 11, 15), date(2023, 11, 16), date(2023, 11, 21))


def build():
    """What every request needs stands already: real countries, prefectures and fields."""
    places.reference()
    themes.reference()
    with clock.at("2023-04-03 10:00"):
        officer()
        people.school_body()
        for handle in ("noy", "juma", "rosa", "shiro"):
            examples.lecturer(handle)


def akari():
    """The teacher."""
    return somebody("akari")


def noy():
    """The volunteer in Laos, who can sign in."""
    return somebody("noy")


def laos():
    """The lecturer behind Noy."""
    return examples.lecturer("noy")


def requested(**facts):
    """A class that waits for a lecturer."""
    days = facts.pop("days", DAYS)
    return examples.asked(days, **facts)


def offered(**facts):
    """An offer that waits for Noy's word."""
    return examples.offered(requested(**facts), laos())


def accepted(**facts):
    """A lecture whose lecturer said yes."""
    offer = offered(**facts)
    examples.actions.accept(by=noy(), offer=offer)
    offer.lecture.refresh_from_db()
    return offer.lecture


def confirmed(**facts):
    """A lecture that is settled."""
    return examples.confirmed(requested(**facts), laos())


def held(attended=33, **facts):
    """A lecture that took place on its first wish."""
    lecture = confirmed(**facts)
    with clock.at("2023-11-15 11:50"):
        return examples.actions.record_held(by=akari(), lecture=lecture, attended=attended)


def need(*wishes, **facts):
    """What the matcher is told about a class."""
    told = {
        "is_online": True,
        "grade": "junior_high",
        "language": "ja",
        "theme": 1,
        "country": "LA",
        "only_this_country": False,
        "minutes": 50,
    } | facts
    spans = [
        Wished(rank, clock.moment(begins), clock.moment(ends))
        for rank, (begins, ends) in enumerate(wishes or [MORNING], start=1)
    ]
    return Need(wishes=tuple(spans), **told)


MORNING = ("2023-11-15 10:45", "2023-11-15 11:35")


def able(**facts):
    """What the matcher is told about a lecturer: by default one in Laos who fits."""
    told = {
        "ref": "V-1",
        "name": "野井",
        "country": "LA",
        "country_name": "ラオス",
        "zone": "Asia/Vientiane",
        "since": date(2023, 4, 1),
        "until": None,
        "languages": frozenset({"ja"}),
        "themes": frozenset({1}),
        "grades": frozenset({"junior_high"}),
        "weekdays": frozenset(range(5)),
        "earliest": time(6),
        "latest": time(22),
        "capacity": 2,
        "trained_until": date(2030, 3, 31),
    } | facts
    return Able(**told)


def held_again(attended=30):
    """A second lecture, on another afternoon."""
    lecture = confirmed(at=time(13, 35))
    with clock.at("2023-11-15 14:40"):
        return examples.actions.record_held(by=akari(), lecture=lecture, attended=attended)
