"""Lecturers and rules: what must stand before anybody can ask."""

from datetime import date, time

import pytest

from hiroba.engines.registry.people.models import Person
from hiroba.engines.registry.places.tests.support import broken, journal, refused
from hiroba.engines.registry.themes import examples as themes
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer
from hiroba.programmes.lectures import actions, examples
from hiroba.programmes.lectures.models import Lecturer, LectureRules
from hiroba.programmes.lectures.tests import world

pytestmark = [pytest.mark.usefixtures("in_september")]


def entered(**facts):
    """Somebody in Ghana who gives lectures."""
    told = {
        "name": "小川 海(見本)",
        "email": "umi@example.jp",
        "themes": [themes.field("health")],
        "country": examples.places.country("GH"),
        "zone": "Africa/Accra",
        "since": date(2023, 7, 1),
        "capacity": 1,
    } | facts
    return actions.register_lecturer(by=officer(), **told)


def test_a_new_lecturer_is_a_person_with_hours_of_their_own():
    lecturer = entered()

    assert (lecturer.person.name, lecturer.person.email) == ("小川 海(見本)", "umi@example.jp")
    lecturer.refresh_from_db()
    assert (lecturer.earliest, lecturer.latest) == (time(6), time(22))
    assert [theme.code for theme in lecturer.themes.all()] == ["health"]
    assert journal("lectures.register_lecturer") == [
        (officer().name, world.laos().ref, {}),
        *[
            (officer().name, examples.lecturer(handle).ref, {})
            for handle in ("juma", "rosa", "shiro")
        ],
        (officer().name, lecturer.ref, {}),
    ]


def test_who_is_known_by_the_address_stays_one_person():
    before = Person.objects.count()

    lecturer = entered(email="AKARI@example.jp")

    assert lecturer.person.account == world.akari()
    assert Person.objects.count() == before


def test_what_is_known_is_put_right():
    lecturer = actions.revise_lecturer(
        by=officer(),
        lecturer=world.laos(),
        themes=[themes.field("water")],
        capacity=5,
        until=date(2024, 3, 31),
    )

    lecturer.refresh_from_db()
    assert (lecturer.capacity, lecturer.until) == (5, date(2024, 3, 31))
    assert [theme.code for theme in lecturer.themes.all()] == ["water"]
    assert journal("lectures.revise_lecturer") == [
        (officer().name, lecturer.ref, {"changed": ["capacity", "until"]})
    ]


def test_a_lecturer_who_is_away_is_away():
    actions.add_absence(
        by=world.noy(),
        lecturer=world.laos(),
        since=date(2023, 11, 15),
        until=date(2023, 11, 16),
    )

    reason = refused(examples.offered, lecture=world.requested(), who=world.laos())

    assert reason == "この講師には打診できません。本人の都合がつかない日です。"
    assert journal("lectures.add_absence") == [
        (world.noy().name, world.laos().ref, {"since": "2023-11-15", "until": "2023-11-16"})
    ]


def test_rules_are_added_and_never_changed():
    rules = examples.rules()

    def change():
        LectureRules.objects.filter(pk=rules.pk).update(lead_days=1)

    with pytest.raises(Exception, match="append-only"):
        change()


def test_the_house_begins_with_rules():
    rules = LectureRules.objects.get()

    assert (rules.since, rules.lead_days, rules.minimum_pupils) == (date(2023, 4, 1), 30, 10)
    assert (rules.earliest, rules.latest) == (time(8), time(21))
    assert rules.periods == examples.BELLS
    assert (rules.answer_days, rules.link_minutes, rules.office) == (5, 30, None)


def test_only_officers_register():
    reason = refused(actions.register_lecturer, by=world.akari(), name="", email="", themes=[])

    assert reason == "この操作は、出前講座の担当職員が行います。"


@pytest.mark.parametrize(
    ("facts", "promise"),
    [
        ({"until": date(2023, 3, 31)}, "lecturer_leaves_after_arriving"),
        ({"latest": time(6)}, "lecturer_hours_end_after_they_begin"),
        ({"capacity": 0}, "lecturer_can_give_a_lecture"),
    ],
)
def test_the_database_keeps_what_makes_sense(facts, promise):
    lecturer = world.laos()

    assert promise in broken(lambda: Lecturer.objects.filter(pk=lecturer.pk).update(**facts))


def test_who_has_left_before_the_days_wished_is_not_even_judged():
    actions.revise_lecturer(
        by=officer(), lecturer=world.laos(), themes=[], until=date(2023, 10, 31)
    )

    with clock.at("2023-09-12 17:00"):
        found = examples.rankings.match_for(world.requested())

    names = {one.able.ref for one in (*found.fitting, *found.others)}
    assert world.laos().ref not in names
