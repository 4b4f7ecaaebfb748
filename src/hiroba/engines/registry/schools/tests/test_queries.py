"""Which schools are found, and what loading them again does."""

import datetime

import pytest

from hiroba.engines.registry.places import examples as places
from hiroba.engines.registry.places.tests.support import broken, journal, refused
from hiroba.engines.registry.schools import actions, examples, policies, queries
from hiroba.engines.registry.schools.models import School
from hiroba.foundation.accounts.examples import administrator, auditor, officer, somebody
from hiroba.foundation.actors import CLOCKWORK, GUEST
from hiroba.foundation.verdicts import YES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

DAY = datetime.date(2023, 11, 1)
HEADINGS = "学校コード,学校種,都道府県番号,設置区分,学校名\n"
LINE = "B113900000011,B1,13,2,見本小学校\n"
CODES = ["B113900000011", "C113900000022", "C113900000044", "D140900000033"]


def load(*lines, by=CLOCKWORK):
    return actions.load_schools(by=by, content=(HEADINGS + "".join(lines)).encode())


def codes(found):
    return [school.code for school in found]


@pytest.mark.parametrize("by", [administrator, lambda: CLOCKWORK])
def test_administrators_and_the_clock_load_schools(by):
    assert policies.may_load_schools(by()) == YES


@pytest.mark.parametrize("by", [officer, auditor, lambda: somebody("akari"), lambda: GUEST])
def test_nobody_else_loads_schools_and_nothing_is_left(by):
    assert refused(load, by=by()) == "学校一覧は管理者が読み込みます。"
    assert (School.objects.count(), journal("schools.load_schools")) == (0, [])


def test_without_a_list_no_school_is_known():
    assert codes(queries.schools()) == []
    assert queries.school(CODES[0]) is None


def test_schools_stand_in_the_order_of_their_codes():
    examples.schools()

    assert codes(queries.schools()) == CODES


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"words": "ひろば"}, CODES[:2]),
        ({"words": " みなと "}, CODES[3:]),
        ({"words": "b113900000011"}, CODES[:1]),
        ({"words": "B1139"}, []),
        ({"words": "%"}, []),
        ({"kind": "C1"}, CODES[1:3]),
        ({"kind": "C1", "on": DAY}, CODES[1:2]),
        ({"kind": "Z9"}, []),
        ({"words": "ひろば", "kind": "B1"}, CODES[:1]),
    ],
)
def test_schools_are_narrowed(asked, found):
    examples.schools()

    assert codes(queries.schools(**asked)) == found


def test_schools_of_a_prefecture():
    examples.schools()

    assert codes(queries.schools(prefecture=places.prefecture("40"))) == CODES[3:]
    assert codes(queries.schools(prefecture=places.prefecture("01"))) == []


@pytest.mark.parametrize(
    ("day", "is_open"),
    [
        ("1980-03-31", False),
        ("1980-04-01", True),
        ("2021-03-30", True),
        ("2021-03-31", False),
        ("2023-11-01", False),
    ],
)
def test_a_school_is_open_from_its_first_day_until_the_day_it_closes(day, is_open):
    examples.schools()

    found = codes(queries.schools(on=datetime.date.fromisoformat(day)))

    assert ("C113900000044" in found) == is_open


def test_a_school_whose_beginning_nobody_knows_is_open():
    load(LINE)

    assert codes(queries.schools(on=datetime.date(1900, 1, 1))) == CODES[:1]


def test_many_schools_are_one_question(django_assert_num_queries):
    examples.schools()

    with django_assert_num_queries(1):
        told = [(school.prefecture.name_ja, school.municipality) for school in queries.schools()]

    assert told[3] == ("福岡県", None)


@pytest.mark.parametrize("code", ["C113900000022", "c113900000022"])
def test_a_school_is_known_by_its_code(code):
    examples.schools()

    school = queries.school(code)

    assert (str(school), school.ref, school.get_kind_display()) == (
        "見本市立ひろば中学校",
        "C113900000022",
        "中学校",
    )


def test_a_school_that_changed_is_brought_up_to_date():
    load(LINE)
    before = School.objects.get()

    load(LINE.replace("見本小学校", "新見本小学校").replace(",13,", ",14,"))

    after = School.objects.get()
    assert (after.pk, after.name, after.prefecture.code) == (before.pk, "新見本小学校", "14")


def test_a_school_that_is_missing_from_the_next_list_stays():
    load(LINE)

    load("C113900000022,C1,13,2,見本中学校\n")

    assert School.objects.count() == 2


def test_the_last_line_of_a_code_counts():
    load(LINE, LINE.replace("見本小学校", "二度目の小学校"))

    assert [school.name for school in queries.schools()] == ["二度目の小学校"]


def test_loading_is_noted_with_what_came_in_and_what_did_not():
    load(LINE, "x,B1,13,2,短い\n", by=administrator())

    assert journal("schools.load_schools") == [
        ("管理 太郎(見本)", "schools", {"schools": 1, "problems": 1})
    ]


def test_a_list_in_which_nothing_can_be_read_changes_nothing():
    load(LINE)
    before = list(School.objects.values())

    found = load("x,B1,13,2,短い\n")

    assert (list(School.objects.values()), len(found.problems)) == (before, 1)


def test_a_long_list_is_loaded_in_few_questions(django_assert_max_num_queries):
    lines = [f"B1139{number:08},B1,13,2,第{number}小学校\n" for number in range(2_500)]

    with django_assert_max_num_queries(40):
        load(*lines)

    assert School.objects.count() == 2_500


def test_the_database_gives_a_code_once():
    examples.schools()

    assert "code" in broken(lambda: School.objects.filter(code=CODES[1]).update(code=CODES[0]))
