"""On every day at most one office is responsible, however often it changed."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hiroba.engines.registry.places import actions, examples, queries
from hiroba.engines.registry.places.models import Territory
from hiroba.engines.registry.places.tests.support import journal, refused
from hiroba.foundation.accounts.examples import administrator, officer
from hiroba.foundation.actors import CLOCKWORK

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("places_standing", "in_november_2023"),
]

FIRST = datetime.date(2002, 4, 1)
DAYS = st.dates(FIRST, datetime.date(2040, 12, 31))
OFFICES = st.sampled_from(["chubu", "kansai", "hokuriku", "tokyo"])
TRIES = settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def nagano():
    return examples.prefecture("20")


def periods(place):
    found = place.territories.select_related("office").order_by("since", "pk")
    return [(one.office.ref, one.since, one.until) for one in found]


def takes_over(office, since, by=CLOCKWORK, **place):
    return actions.take_over(by=by, office=examples.office(office), since=since, **place)


def overlapping():
    """Pairs of territories of one place that hold on the same day."""
    rows = list(Territory.objects.order_by("prefecture", "country", "since", "pk"))
    last = datetime.date.max
    return [
        (one, other)
        for one, other in zip(rows, rows[1:], strict=False)
        if (one.prefecture_id, one.country_id) == (other.prefecture_id, other.country_id)
        if (one.until or last) >= other.since
    ]


@TRIES
@given(wishes=st.lists(st.tuples(OFFICES, DAYS), max_size=6), asked=DAYS)
def test_territories_never_overlap_and_leave_no_gap(nagano, wishes, asked):
    Territory.objects.filter(prefecture=nagano, since__gt=FIRST).delete()
    nagano.territories.update(until=None)
    holder = {FIRST: "tokyo"}
    for office, since in wishes:
        if since > max(holder):
            takes_over(office, since, prefecture=nagano)
            holder[since] = office
        else:
            refused(takes_over, office=office, since=since, prefecture=nagano)

    expected = holder[max(day for day in holder if day <= asked)]
    assert queries.office_responsible_for(nagano, asked).ref == expected
    assert overlapping() == []
    assert [until for _, _, until in periods(nagano)].count(None) == 1


def test_the_last_day_of_one_is_the_day_before_the_first_of_the_next(nagano):
    takes_over("chubu", datetime.date(2024, 3, 1), prefecture=nagano)

    assert periods(nagano) == [
        ("tokyo", FIRST, datetime.date(2024, 2, 29)),
        ("chubu", datetime.date(2024, 3, 1), None),
    ]


def test_a_country_changes_its_office_too():
    nepal = examples.country("NP")

    takes_over("india", datetime.date(2024, 4, 1), country=nepal)

    told = [
        queries.office_responsible_abroad(nepal, day).ref
        for day in (datetime.date(2024, 3, 31), datetime.date(2024, 4, 1))
    ]
    assert told == ["nepal", "india"]


def test_one_prefecture_changes_and_the_others_stay(nagano):
    before = list(Territory.objects.exclude(prefecture=nagano).order_by("pk").values())

    takes_over("chubu", datetime.date(2024, 4, 1), prefecture=nagano)

    assert (
        list(Territory.objects.exclude(prefecture=nagano).order_by("pk").values())[: len(before)]
        == before
    )


def test_the_journal_knows_who_gave_the_territory(nagano):
    takes_over("chubu", datetime.date(2024, 4, 1), by=administrator(), prefecture=nagano)

    assert journal("places.take_over") == [("管理 太郎(見本)", "chubu", {"since": "2024-04-01"})]


def test_a_refused_take_over_leaves_everything_as_it_was(nagano):
    before = periods(nagano)

    refused(
        takes_over, office="chubu", since=datetime.date(2024, 4, 1), by=officer(), prefecture=nagano
    )
    refused(takes_over, office="chubu", since=FIRST, prefecture=nagano)

    assert (periods(nagano), journal("places.take_over")) == (before, [])


def test_a_country_nobody_looks_after_has_no_office():
    assert (
        queries.office_responsible_abroad(examples.country("FR"), datetime.date(2023, 11, 1))
        is None
    )


def test_every_prefecture_has_its_office_on_any_day_of_the_sample():
    day = datetime.date(2023, 11, 1)

    told = {
        one.code: queries.office_responsible_for(one, day).kind for one in queries.prefectures()
    }

    assert (len(told), set(told.values())) == (47, {"domestic"})


def test_who_looks_after_what_is_told_for_a_day(nagano, django_assert_num_queries):
    takes_over("chubu", datetime.date(2024, 4, 1), prefecture=nagano)

    with django_assert_num_queries(1):
        told = {
            (one.prefecture or one.country).code: one.office.ref
            for one in queries.territories(datetime.date(2024, 4, 1))
        }

    assert len(told) == 60
    assert (told["20"], told["13"], told["BT"]) == ("chubu", "tokyo", "india")


def test_nobody_looked_after_anything_before_the_first_day():
    assert list(queries.territories(FIRST - datetime.timedelta(days=1))) == []
