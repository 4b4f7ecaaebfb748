"""What a body was called on which day."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hiroba.engines.registry.people import actions, examples, queries
from hiroba.engines.registry.people.models import Body, BodyName
from hiroba.engines.registry.people.queries import Name
from hiroba.engines.registry.places.tests.support import refused
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.search.queries import refs_matching

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

TODAY = datetime.date(2023, 11, 1)
FOUNDED = datetime.date(2012, 6, 1)
ONE_DAY = datetime.timedelta(days=1)
DAYS = st.dates(FOUNDED + ONE_DAY, TODAY)
TRIES = settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def minato():
    return examples.minato()


def renamed(body, name, since):
    return actions.rename_body(
        by=officer(), body=body, name_ja=name, since=since, name_en=f"{name} (en)", kana="カナ"
    )


def periods(body):
    found = body.names.order_by("since", "pk")
    return [(name.name_ja, name.since, name.until) for name in found]


@TRIES
@given(days=st.lists(DAYS, min_size=1, max_size=5, unique=True), asked=DAYS)
def test_on_every_day_there_is_exactly_one_name(minato, days, asked):
    days.sort()
    BodyName.objects.filter(body=minato, since__gt=FOUNDED).delete()
    minato.names.update(until=None)
    for day in days:
        renamed(minato, f"{day}からの名", day)

    named = [day for day in days if day <= asked]
    expected = f"{named[-1]}からの名" if named else "特定非営利活動法人みなと"
    running = [name for name, since, until in periods(minato) if since <= asked <= (until or TODAY)]

    assert queries.name_on(minato, asked).name_ja == expected
    assert running == [expected]


def test_a_name_ends_on_the_day_before_the_next_begins(minato):
    renamed(minato, "みなと会", datetime.date(2020, 3, 1))

    assert periods(minato) == [
        ("特定非営利活動法人みなと", FOUNDED, datetime.date(2020, 2, 29)),
        ("みなと会", datetime.date(2020, 3, 1), None),
    ]


def test_both_languages_and_the_reading_change_with_the_name(minato):
    renamed(minato, "みなと会", TODAY)

    body = Body.objects.get(pk=minato.pk)
    assert (body.name_ja, body.name_en, body.kana) == ("みなと会", "みなと会 (en)", "カナ")
    assert queries.name_on(body, TODAY) == Name("みなと会", "みなと会 (en)")
    assert queries.name_on(body, TODAY - ONE_DAY) == Name("特定非営利活動法人みなと", "NPO Minato")


def test_names_are_told_from_the_present_back(minato):
    renamed(minato, "二つ目", datetime.date(2015, 1, 1))
    renamed(minato, "三つ目", datetime.date(2020, 1, 1))

    told = [name.name_ja for name in queries.names_of(minato)]

    assert told == ["三つ目", "二つ目", "特定非営利活動法人みなと"]


def test_before_its_first_name_a_body_is_called_by_it(minato):
    renamed(minato, "みなと会", TODAY)

    assert queries.name_on(minato, datetime.date(1990, 1, 1)).name_ja == "特定非営利活動法人みなと"


def test_a_name_whose_beginning_nobody_knows_holds_until_the_next():
    waiting = examples.waiting()
    renamed(waiting, "虹の会", datetime.date(2023, 6, 1))

    told = [
        queries.name_on(waiting, day).name_ja
        for day in (datetime.date(1900, 1, 1), datetime.date(2023, 5, 31), TODAY)
    ]

    assert told == ["虹のかけはし(見本)", "虹のかけはし(見本)", "虹の会"]
    assert [name.name_ja for name in queries.names_of(waiting)] == ["虹の会", "虹のかけはし(見本)"]


def test_a_body_without_recorded_names_is_called_as_it_is_called_now(minato):
    minato.names.all().delete()

    assert queries.name_on(minato, TODAY) == Name("特定非営利活動法人みなと", "NPO Minato")


def test_a_body_takes_an_old_name_again(minato):
    renamed(minato, "みなと会", datetime.date(2020, 1, 1))
    renamed(minato, "特定非営利活動法人みなと", datetime.date(2022, 1, 1))

    assert [name for name, _, _ in periods(minato)] == [
        "特定非営利活動法人みなと",
        "みなと会",
        "特定非営利活動法人みなと",
    ]


def test_two_names_do_not_begin_on_the_same_day(minato):
    renamed(minato, "みなと会", datetime.date(2020, 1, 1))
    before = periods(minato)

    told = refused(renamed, body=minato, name="港の会", since=datetime.date(2020, 1, 1))

    assert told == "いまの名称の始まりより後の日を入れてください。"
    assert periods(minato) == before


def test_a_suspended_body_is_renamed_by_an_officer_only(minato):
    actions.suspend(by=officer(), body=minato, reason="確認中")

    told = refused(
        actions.rename_body, by=somebody("ren"), body=minato, name_ja="みなと会", since=TODAY
    )

    assert told == "この団体は停止中です。担当職員へご連絡ください。"
    assert renamed(minato, "みなと会", TODAY).name_ja == "みなと会"


def test_the_search_of_the_house_finds_a_body_by_its_former_name(minato):
    renamed(minato, "港の風", TODAY)

    found = [
        set(refs_matching(words, "bodies")) for words in ("港の風", "特定非営利活動法人みなと")
    ]

    assert found == [{minato.ref}, {minato.ref}]


@pytest.mark.parametrize("name", ["🌏地球の会", "𠮷野家の会", "あ" * 120, "A & B <会>"])
def test_a_body_may_have_any_name(minato, name):
    renamed(minato, name, TODAY)

    assert queries.name_on(minato, TODAY).name_ja == name
    assert list(queries.directory(name.split()[0])) == [minato]
