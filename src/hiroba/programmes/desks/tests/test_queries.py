"""Which desks stand on a day, what grew old, and what the figure counts."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import auditor, officer
from hiroba.foundation.actors import CLOCKWORK
from hiroba.programmes.desks import actions, examples, queries
from hiroba.programmes.desks.examples import desk
from hiroba.programmes.desks.figures import countries_with_a_desk_on
from hiroba.programmes.desks.models import Desk
from hiroba.programmes.desks.tests.samples import known_body

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def day(text):
    return datetime.date.fromisoformat(text)


def counted(text):
    return countries_with_a_desk_on(day(text), day(text))


@pytest.fixture
def two_desks():
    """Kenya stands; Nicaragua closed in October 2022."""
    standing, closed = desk("KE"), desk("NI")
    with clock.at("2022-10-01 10:00"):
        return standing, actions.close_desk(by=officer(), desk=closed, closed_on=clock.today())


def test_a_desk_stands_from_its_first_day_until_the_day_it_closes(two_desks):
    days = ("2003-03-31", "2003-04-01", "2022-09-30", "2022-10-01")

    found = {one: [desk.country.code for desk in queries.desks(day(one))] for one in days}
    assert found == {
        "2003-03-31": [],
        "2003-04-01": ["KE", "NI"],
        "2022-09-30": ["KE", "NI"],
        "2022-10-01": ["KE"],
    }


def test_the_figure_counts_countries_and_says_what_it_left_out(two_desks):
    standing, closed = two_desks

    before, after = counted("2022-03-31"), counted("2024-03-31")
    assert (before.value, list(before.records), before.excluded) == (2, [standing, closed], ())
    assert (after.value, list(after.records)) == (1, [standing])
    assert after.excluded == ((closed, "2022年10月1日(土)に終了しました。"),)
    assert sum(after.parts.values()) == 1


def test_samples_are_not_counted_in_production(two_desks, settings):
    settings.HIROBA_ENV = "production"

    found = counted("2024-03-31")
    assert (found.value, found.excluded) == (0, ())


def test_the_story_has_as_many_desks_as_were_published():
    codes = {*examples.STANDING, *examples.CLOSED}

    assert (len(codes), len(examples.STANDING), examples.CLOSED) == (27, 25, ("NI", "SB"))


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({"closed_on": day("2003-04-01")}, "desk_closes_after_it_opened"),
        ({"closed_on": None}, "country_has_one_desk_now|UNIQUE constraint"),
    ],
)
def test_the_database_keeps_what_a_desk_is(changed, name):
    with clock.at("2023-10-01 10:00"):
        first = actions.close_desk(by=officer(), desk=desk(), closed_on=clock.today())
    desk()

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Desk.objects.filter(pk=first.pk).update(**changed)


def test_what_was_checked_long_ago_is_marked_and_waits_for_officers():
    with clock.at("2021-04-01 10:00"):
        actions.set_checking_rule(by=CLOCKWORK, fresh_days=365)
    with clock.at("2022-10-31 10:00"):
        old = known_body(name_en="Old")
    with clock.at("2022-11-01 10:00"):
        known_body(name_en="Young")

    marks = [(body.name_en, body.is_stale) for body in queries.local_bodies(desk().country)]
    assert marks == [("Old", True), ("Young", False)]
    assert list(queries.bodies_to_check(officer())) == [old]
    assert list(queries.bodies_to_check(auditor())) == []


def test_without_a_rule_nothing_grows_old():
    with clock.at("2003-05-10 10:00"):
        known_body()

    assert [body.is_stale for body in queries.local_bodies(desk().country)] == [False]
    assert list(queries.bodies_to_check(officer())) == []


def test_the_story_is_told_once():
    for _ in range(2):
        examples.local_bodies()
        case = examples.asked_in_june()

    assert (case.ref, case.state) == ("DESK-KE-2023-0001", "resolved")
    assert queries.local_bodies(desk().country).count() == 2
    assert queries.guide_to(desk().country).count() == 1
    assert queries.cases_kept_by(officer()).count() == 1
