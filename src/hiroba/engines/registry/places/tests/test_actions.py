"""Places are loaded once, and territories never overlap."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from hiroba.engines.registry.places import actions, examples, queries
from hiroba.engines.registry.places.models import Country, Municipality, Prefecture, Territory
from hiroba.foundation.accounts.examples import administrator, officer
from hiroba.foundation.actors import CLOCKWORK, GUEST
from hiroba.foundation.verdicts import Refused

pytestmark = pytest.mark.django_db

DAY = datetime.date(2023, 11, 1)


def test_loading_twice_changes_nothing():
    actions.load_reference(by=CLOCKWORK)
    before = list(Country.objects.order_by("pk").values()), list(Municipality.objects.values())

    actions.load_reference(by=CLOCKWORK)

    after = list(Country.objects.order_by("pk").values()), list(Municipality.objects.values())
    assert after == before
    assert (Country.objects.count(), Prefecture.objects.count()) == (250, 47)
    assert Municipality.objects.get(name_ja="札幌市中央区").part_of.name_ja == "札幌市"


def test_only_the_program_and_administrators_load_reference():
    with pytest.raises(Refused) as refusal:
        actions.load_reference(by=GUEST)

    assert refusal.value.reason == "基礎データは管理者が読み込みます。"


def test_an_office_looks_after_a_prefecture_until_another_takes_over():
    nagano, chubu = examples.prefecture("20"), examples.office("chubu")

    actions.take_over(
        by=administrator(), office=chubu, prefecture=nagano, since=datetime.date(2024, 4, 1)
    )

    told = [
        queries.office_responsible_for(nagano, day).ref
        for day in (DAY, datetime.date(2024, 3, 31), datetime.date(2024, 4, 1))
    ]
    assert told == ["tokyo", "tokyo", "chubu"]


def test_nobody_is_responsible_before_the_first_day():
    tokyo = examples.prefecture("13")
    examples.reference()

    assert queries.office_responsible_for(tokyo, datetime.date(2000, 1, 1)) is None


def test_an_overseas_office_may_look_after_two_countries():
    examples.reference()
    found = [
        queries.office_responsible_abroad(examples.country(code), DAY).ref for code in ("IN", "BT")
    ]

    assert found == ["india", "india"]


def test_territories_do_not_overlap():
    nagano, chubu = examples.prefecture("20"), examples.office("chubu")
    since = datetime.date(2024, 4, 1)
    actions.take_over(by=administrator(), office=chubu, prefecture=nagano, since=since)

    with pytest.raises(Refused) as refusal:
        actions.take_over(by=administrator(), office=chubu, prefecture=nagano, since=since)

    assert refusal.value.reason == (
        "この日より後に、すでに担当が決まっています。もっと後の日を選んでください。"
    )


def test_the_database_keeps_one_present_office_for_each_prefecture():
    nagano, chubu = examples.prefecture("20"), examples.office("chubu")

    with pytest.raises(IntegrityError), transaction.atomic():
        Territory.objects.create(office=chubu, prefecture=nagano, since=DAY)


def test_a_territory_is_a_prefecture_or_a_country():
    chubu = examples.office("chubu")

    with pytest.raises(Refused) as refusal:
        actions.take_over(by=administrator(), office=chubu, since=DAY)

    assert refusal.value.reason == "都道府県か国のどちらか一つを選んでください。"


def test_an_officer_does_not_decide_territories():
    with pytest.raises(Refused) as refusal:
        actions.take_over(
            by=officer(),
            office=examples.office("chubu"),
            prefecture=examples.prefecture("20"),
            since=DAY,
        )

    assert refusal.value.reason == "担当地域は管理者が決めます。"


def test_a_short_name_of_an_office_is_taken_once():
    examples.reference()

    with pytest.raises(Refused) as refusal:
        actions.open_office(
            by=administrator(),
            ref="tokyo",
            kind="domestic",
            name_ja="東京",
            name_en="Tokyo",
            country=examples.country("JP"),
        )

    assert refusal.value.reason == "この略号の拠点はすでにあります。別の略号をお使いください。"


def test_opening_a_site_again_brings_its_name_up_to_date():
    facts = {"name_en": "Global Plaza", "prefecture": examples.prefecture("13")}
    examples.reference()

    actions.open_site(by=administrator(), ref="ichigaya", name_ja="地球ひろば", **facts)

    assert [site.name_ja for site in queries.sites() if site.ref == "ichigaya"] == ["地球ひろば"]
