"""Schools come in as the ministry writes them."""

import datetime

import pytest

from hiroba.engines.registry.places import examples as places
from hiroba.engines.registry.schools import actions, examples, queries
from hiroba.engines.registry.schools.models import School
from hiroba.foundation.accounts.examples import administrator, officer
from hiroba.foundation.verdicts import Refused

pytestmark = pytest.mark.django_db

DAY = datetime.date(2023, 11, 1)
HEADINGS = "学校コード,学校種,都道府県番号,設置区分,学校名\n"


def load(text, encoding="utf-8"):
    places.reference()
    return actions.load_schools(by=administrator(), content=text.encode(encoding))


def test_the_sample_schools_are_known_and_the_closed_one_only_on_its_days():
    examples.schools()

    now = [school.name for school in queries.schools(on=DAY)]
    then = [school.name for school in queries.schools(on=datetime.date(2021, 3, 30))]

    assert len(now) == 3
    assert "見本市立むかし中学校" in then
    assert "見本市立むかし中学校" not in now


def test_schools_are_narrowed_by_kind_prefecture_and_words():
    examples.schools()

    found = queries.schools("みなと", kind="D1", prefecture=places.prefecture("40"), on=DAY)

    assert [school.code for school in found] == ["D140900000033"]
    assert queries.school("d140900000033").get_founder_display() == "私立"


def test_loading_twice_changes_nothing():
    examples.schools()
    before = list(School.objects.order_by("pk").values())

    examples.schools()

    assert list(School.objects.order_by("pk").values()) == before


def test_a_file_in_shift_jis_is_read():
    found = load(HEADINGS + "B113900000011,B1,13,2,見本小学校\n", "cp932")

    assert [row.name for row in found.rows] == ["見本小学校"]
    assert found.problems == []


def test_lines_that_cannot_be_read_are_named_and_the_others_come_in():
    found = load(HEADINGS + "B1139,B1,13,2,短い\nZ9,Z9,13,2,\nB113900000011,B1,13,2,見本小学校\n")

    assert [school.name for school in queries.schools()] == ["見本小学校"]
    assert found.problems == [
        "2行目を読み取れません(学校コードは13文字、学校名は必須です)。",
        "3行目を読み取れません(学校コードは13文字、学校名は必須です)。",
    ]


def test_a_file_without_headings_says_which_columns_it_needs():
    found = load("これは,学校の,一覧では,ない\n")

    assert found.problems == [
        "見出しの行が見つかりません。「学校コード」「学校種」「都道府県番号」「設置区分」「学校名」の列が要ります。"
    ]


def test_an_officer_does_not_load_schools():
    with pytest.raises(Refused) as refusal:
        actions.load_schools(by=officer(), content=b"")

    assert refusal.value.reason == "学校一覧は管理者が読み込みます。"
