"""What happens in the lectures room during the story; all of it a sample."""

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from hiroba.engines.forms.edits import Edit, mark
from hiroba.engines.registry.people import examples as people
from hiroba.engines.registry.people.models import Body
from hiroba.engines.registry.places import examples as places
from hiroba.engines.registry.themes import examples as themes
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.programmes.lectures import actions, rankings
from hiroba.programmes.lectures.models import Lecture, Lecturer, LectureRules
from hiroba.programmes.lectures.states import Grade, Kind, Language

if TYPE_CHECKING:
    from hiroba.programmes.lectures.models import Offer

SCHOOL_DAYS = [0, 1, 2, 3, 4]
FIELDS = ("education", "health", "water", "environment", "agriculture")
BELLS = ["08:45", "09:40", "10:45", "11:40", "13:35", "14:30"]
# Handle, country, zone, fields, and how many lectures in a term.
VOLUNTEERS = (
    ("noy", "LA", "Asia/Vientiane", ("education", "water", "health"), 3),
    ("juma", "KE", "Africa/Nairobi", ("agriculture", "environment"), 2),
    ("rosa", "PE", "America/Lima", ("education", "environment"), 2),
    ("shiro", "JP", "Asia/Tokyo", FIELDS, 4),
)
THIRD_PERIOD = time(10, 45)


def rules() -> LectureRules:
    """The rules under which the house begins."""
    return LectureRules.objects.order_by("pk").first() or actions.change_rules(
        by=officer(),
        office=None,
        since=clock.today(),
        earliest=time(8),
        latest=time(21),
        lead_days=30,
        minimum_pupils=10,
        periods=BELLS,
        answer_days=5,
        link_minutes=30,
    )


def lecturer(handle: str = "noy", **facts: object) -> Lecturer:
    """One of the story's lecturers, who comes into being when first asked for."""
    user = somebody(handle)
    known = Lecturer.objects.filter(person__account=user).first()
    if known:
        return known
    people.person(user)
    row = {one[0]: one for one in VOLUNTEERS}.get(handle, VOLUNTEERS[0])
    told: dict[str, object] = {
        "country": places.country(row[1]),
        "zone": row[2],
        "themes": [themes.field(code) for code in row[3]],
        "since": date(2023, 4, 1),
        "until": None,
        "languages": [Language.JAPANESE, Language.ENGLISH],
        "grades": [grade.value for grade in Grade],
        "weekdays": SCHOOL_DAYS,
        "capacity": row[4],
        "trained_until": date(2030, 3, 31),
        "is_sample": True,
    }
    return actions.register_lecturer(by=officer(), name="", email=user.email, **(told | facts))  # type: ignore[arg-type]


def asked(
    days: tuple[date, date, date],
    at: time = THIRD_PERIOD,
    *,
    country: str = "LA",
    theme: str = "education",
    kind: str = Kind.ONLINE,
    body: Body | None = None,
    **facts: object,
) -> Lecture:
    """A request by Akari for her class."""
    rules()
    told: dict[str, object] = {
        "grade": Grade.JUNIOR_HIGH,
        "pupils": 34,
        "minutes": 50,
        "aim": "学校へ通う道のりや時間割をくらべ、学ぶことについて考えます(見本)。",
        "equipment": ["screen", "camera", "internet"],
        "is_sample": True,
    }
    return actions.ask(
        by=somebody("akari"),
        body=body or people.school_body(),
        kind=kind,
        wishes=[(day, at) for day in days],
        country=places.country(country) if country else None,
        theme=themes.field(theme),
        **(told | facts),  # type: ignore[arg-type]
    )


def offered(lecture: Lecture, who: Lecturer, rank: int = 1) -> "Offer":
    """The officer asks a lecturer for the time of a wish."""
    wish = lecture.wishes.get(rank=rank)
    return actions.offer(by=officer(), lecture=lecture, wish=wish, lecturer=who)


def confirmed(lecture: Lecture, who: Lecturer, rank: int = 1) -> Lecture:
    """The lecturer says yes, and the officer tells both sides."""
    offer = offered(lecture, who, rank)
    account = who.person.account
    assert account
    actions.accept(by=account, offer=offer)
    return actions.confirm(by=officer(), lecture=lecture)


def edits(**typed: str) -> tuple[Edit, ...]:
    """What the teacher types afterwards."""
    return tuple(Edit(key, text, mark("")) for key, text in typed.items())


def with_laos() -> Lecture:
    """Akari asks in September 2023; in November her class meets Laos."""
    known = Lecture.objects.filter(state="held", is_sample=True).order_by("pk").first()
    if known:
        return known
    with clock.at("2023-09-12 16:10"):
        lecture = asked((date(2023, 11, 15), date(2023, 11, 16), date(2023, 11, 21)))
    with clock.at("2023-09-20 10:00"):
        lecture = confirmed(lecture, lecturer("noy"))
        lecture = actions.set_link(
            by=officer(), lecture=lecture, link="https://meeting.example.jp/laos"
        )
    with clock.at("2023-11-15 11:50"):
        lecture = actions.record_held(by=somebody("akari"), lecture=lecture, attended=33)
    with clock.at("2023-11-16 17:00"):
        said = "市場の映像に歓声が上がりました。質問が時間いっぱいまで続きました(見本)。"
        actions.answer(
            by=somebody("akari"),
            lecture=lecture,
            edits=edits(satisfaction="5", again="yes", said=said),
        )
    return lecture


def now() -> None:
    """One request waits for a lecturer, one that nobody in reach can give, one for an answer."""
    if Lecture.objects.on_the_way().exists():
        return
    first = _schoolday(clock.today() + timedelta(days=42))
    days = (first, _schoolday(first, 1), _schoolday(first, 2))
    asked(days, theme="water", country="LA")
    asked(days, theme="health", country="GH", only_this_country=True)
    peru, rosa = asked(days, time(9, 40), theme="environment", country="PE"), lecturer("rosa")
    chances = rankings.candidate_for(peru, rosa).chances
    offered(peru, rosa, next(one.wished.rank for one in chances if not one.against))


def _schoolday(day: date, after: int = 0) -> date:
    """The first Wednesday from a day on, weeks later; the day before it is a Tuesday in Lima."""
    day += timedelta(days=(2 - day.weekday()) % 7 + 7 * after)
    return day


def tell() -> None:
    """The room's part of the story."""
    with clock.at("2023-04-03 10:00"):
        for volunteer in VOLUNTEERS:
            lecturer(volunteer[0])
    with_laos()
    now()
