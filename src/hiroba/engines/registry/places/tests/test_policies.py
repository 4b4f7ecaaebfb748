"""Every policy of places: one yes, and each no by its sentence."""

import datetime

import pytest

from hiroba.engines.registry.places import examples, policies
from hiroba.engines.registry.places.models import Office, Territory
from hiroba.foundation.accounts.examples import administrator, auditor, officer, somebody
from hiroba.foundation.actors import CLOCKWORK, GUEST, IMPORTER
from hiroba.foundation.verdicts import YES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places_standing")]

DAY = datetime.date(2024, 4, 1)
HANDS = [administrator, lambda: CLOCKWORK]
OTHERS = [officer, auditor, lambda: somebody("ren"), lambda: GUEST, lambda: IMPORTER]


def may_take_over(by=CLOCKWORK, office="chubu", since=DAY, prefecture="20", country=""):
    return policies.may_take_over(
        by,
        examples.office(office),
        since,
        examples.prefecture(prefecture) if prefecture else None,
        examples.country(country) if country else None,
    )


@pytest.mark.parametrize("by", HANDS)
def test_administrators_and_the_clock_decide_on_places(by):
    by = by()

    assert policies.may_load_reference(by) == YES
    assert policies.may_load_sample_network(by) == YES
    assert policies.may_open_office(by, "new") == YES
    assert policies.may_open_site(by, "new") == YES
    assert may_take_over(by) == YES


@pytest.mark.parametrize("by", OTHERS)
def test_nobody_else_decides_on_places(by):
    by = by()

    told = [
        policies.may_load_reference(by).reason,
        policies.may_load_sample_network(by).reason,
        policies.may_open_office(by, "new").reason,
        policies.may_open_site(by, "new").reason,
        may_take_over(by).reason,
    ]

    assert told == [
        "基礎データは管理者が読み込みます。",
        "基礎データは管理者が読み込みます。",
        "拠点は管理者が登録します。",
        "施設は管理者が登録します。",
        "担当地域は管理者が決めます。",
    ]


def test_a_short_name_that_is_taken_opens_no_second_office():
    assert policies.may_open_office(CLOCKWORK, "tokyo").reason == (
        "この略号の拠点はすでにあります。別の略号をお使いください。"
    )


def test_a_site_may_be_opened_again():
    assert policies.may_open_site(CLOCKWORK, "ichigaya") == YES


@pytest.mark.parametrize(("prefecture", "country"), [("", ""), ("20", "KE")])
def test_a_territory_is_one_prefecture_or_one_country(prefecture, country):
    told = may_take_over(prefecture=prefecture, country=country)

    assert told.reason == "都道府県か国のどちらか一つを選んでください。"


def test_a_country_is_taken_over_like_a_prefecture():
    assert may_take_over(office="india", prefecture="", country="NP") == YES


@pytest.mark.parametrize("since", [datetime.date(2002, 4, 1), datetime.date(1999, 1, 1)])
def test_nothing_is_taken_over_before_the_last_time(since):
    assert may_take_over(since=since).reason == (
        "この日より後に、すでに担当が決まっています。もっと後の日を選んでください。"
    )


def test_nothing_is_taken_over_by_an_office_that_has_closed():
    Office.objects.filter(ref="chubu").update(until=DAY - datetime.timedelta(days=1))

    assert may_take_over().reason == "この拠点は、その日には閉じています。"


def test_nothing_is_taken_over_by_an_office_that_is_not_open_yet():
    Office.objects.filter(ref="chubu").update(since=DAY + datetime.timedelta(days=1))

    assert may_take_over().reason == "この拠点は、その日にはまだ開いていません。"


def test_an_office_takes_over_on_its_first_and_on_its_last_day():
    Office.objects.filter(ref="chubu").update(since=DAY, until=DAY)

    assert may_take_over() == YES


def test_a_prefecture_that_nobody_ever_had_is_taken_over_on_any_day():
    Territory.objects.all().delete()

    assert may_take_over(since=datetime.date(1990, 1, 1)) == YES
