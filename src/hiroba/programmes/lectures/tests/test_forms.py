"""What people type about lectures, and what becomes of it."""

from datetime import date, time

import pytest

from hiroba.engines.registry.people import examples as people
from hiroba.engines.registry.themes import examples as themes
from hiroba.programmes.lectures import examples
from hiroba.programmes.lectures.forms import (
    AskForm,
    LecturerForm,
    LinkForm,
    NewLecturerForm,
    RulesForm,
)
from hiroba.programmes.lectures.tests import world

pytestmark = [pytest.mark.usefixtures("in_september")]


def typed(**more):
    """A request as the browser sends it."""
    told = {
        "kind": "online",
        "body": str(people.school_body().pk),
        "grade": "junior_high",
        "pupils": "34",
        "minutes": "50",
        "language": "ja",
        "theme": str(themes.field("education").pk),
        "country": str(examples.places.country("LA").pk),
        "aim": "学校の道のりをくらべます。",
        "equipment": ["screen"],
        "on_1": "2023-11-15",
        "period_1": "10:45",
        "on_2": "2023-11-16",
        "period_2": "13:35",
        "on_3": "2023-11-21",
        "at_3": "16:00",
    }
    return told | more


def form(**more):
    return AskForm(world.akari(), examples.rules(), typed(**more))


def lecturer_typed(**more):
    told = {
        "name": "小川 海(見本)",
        "email": "umi@example.jp",
        "country": str(examples.places.country("GH").pk),
        "zone": "Africa/Accra",
        "since": "2023-07-01",
        "languages": ["ja", "en"],
        "themes": [str(themes.field("health").pk)],
        "grades": ["high"],
        "weekdays": ["0", "2"],
        "earliest": "06:00",
        "latest": "22:00",
        "capacity": "2",
    }
    return told | more


def test_nine_fields_become_three_wishes():
    filled = form()

    assert filled.is_valid(), filled.errors
    assert filled.cleaned_data["wishes"] == [
        (date(2023, 11, 15), time(10, 45)),
        (date(2023, 11, 16), time(13, 35)),
        (date(2023, 11, 21), time(16)),
    ]
    assert not [name for name in filled.cleaned_data if name[-2:] in ("_1", "_2", "_3")]


def test_a_chosen_period_goes_before_a_typed_time():
    filled = form(at_1="09:00")

    assert filled.is_valid()
    assert filled.cleaned_data["wishes"][0] == (date(2023, 11, 15), time(10, 45))


def test_a_day_without_a_time_is_pointed_at():
    filled = form(period_2="")

    assert not filled.is_valid()
    assert filled.errors == {"period_2": ["時限を選ぶか、時刻を入れてください。"]}


def test_a_time_that_is_none_is_pointed_at_once():
    filled = form(at_3="25:00")

    assert not filled.is_valid()
    assert list(filled.errors) == ["at_3"]


def test_periods_are_those_of_the_rules():
    offered = [value for value, _label in form().fields["period_1"].choices]

    assert offered == ["", *examples.BELLS]


def test_without_rules_there_are_no_periods():
    empty = AskForm(world.akari(), None)

    assert [value for value, _label in empty.fields["period_1"].choices] == [""]


def test_a_school_code_may_be_empty_and_must_be_known():
    assert form().is_valid()
    wrong = form(school_code="C1139999")
    assert not wrong.is_valid()
    assert wrong.errors == {
        "school_code": ["この学校コードは見つかりません。空けたままでも申し込めます。"]
    }


def test_nobody_asks_for_a_school_of_others():
    filled = AskForm(examples.somebody("ren"), examples.rules(), typed())

    assert not filled.is_valid()
    assert list(filled.errors) == ["body"]


@pytest.mark.parametrize("zone", ["Africa/Nowhere", "+09:00", "東京"])
def test_a_zone_must_exist(zone):
    filled = NewLecturerForm(lecturer_typed(zone=zone))

    assert not filled.is_valid()
    assert filled.errors == {"zone": ["この時間帯は見つかりません。"]}


def test_a_lecturer_is_typed_with_name_and_address_first():
    filled = NewLecturerForm(lecturer_typed())

    assert filled.is_valid(), filled.errors
    assert list(filled.fields)[:2] == ["name", "email"]
    assert filled.cleaned_data["weekdays"] == [0, 2]


@pytest.mark.parametrize(
    ("wrong", "field"), [({"until": "2023-06-01"}, "until"), ({"latest": "05:00"}, "latest")]
)
def test_ends_come_after_beginnings(wrong, field):
    filled = NewLecturerForm(lecturer_typed(**wrong))

    assert not filled.is_valid()
    assert filled.errors == {field: ["始まりより後にしてください。"]}


def test_what_is_known_of_a_lecturer_stands_in_the_form():
    filled = LecturerForm(None, world.laos())

    assert filled.initial["zone"] == "Asia/Vientiane"
    assert {theme.code for theme in filled.initial["themes"]} == {"education", "water", "health"}


def test_a_new_lecturer_begins_with_school_days_and_japanese():
    assert NewLecturerForm().initial == {"weekdays": [0, 1, 2, 3, 4], "languages": ["ja"]}


def rules_typed(**more):
    told = {
        "since": "2023-10-01",
        "lead_days": "14",
        "minimum_pupils": "20",
        "earliest": "09:00",
        "latest": "17:00",
        "periods": "10:45、 08:45,09:40",
        "answer_days": "3",
        "link_minutes": "30",
    }
    return told | more


def test_periods_are_typed_in_a_row_and_put_in_order():
    filled = RulesForm(rules_typed())

    assert filled.is_valid(), filled.errors
    assert filled.cleaned_data["periods"] == ["08:45", "09:40", "10:45"]


@pytest.mark.parametrize("periods", ["一時限", "08:45,", "25:00"])
def test_periods_that_are_no_times_are_explained(periods):
    filled = RulesForm(rules_typed(periods=periods))

    assert not filled.is_valid()
    assert filled.errors == {"periods": ["時刻を「08:45, 09:40」のように書いてください。"]}


def test_new_rules_begin_with_those_that_stand():
    assert RulesForm(None, examples.rules()).initial == {
        "office": None,
        "lead_days": 30,
        "minimum_pupils": 10,
        "earliest": time(8),
        "latest": time(21),
        "answer_days": 5,
        "link_minutes": 30,
        "periods": "08:45, 09:40, 10:45, 11:40, 13:35, 14:30",
    }


@pytest.mark.parametrize("link", ["javascript:alert(1)", "meeting", "ftp:/x"])
def test_a_link_leads_into_the_web(link):
    assert not LinkForm({"link": link}).is_valid()
