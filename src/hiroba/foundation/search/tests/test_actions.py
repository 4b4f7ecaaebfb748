"""What is put into the index is found by its words, alike on both databases."""

from datetime import date

import pytest
from django.db import connection

from hiroba.foundation.actors import GUEST
from hiroba.foundation.search import actions, index, queries
from hiroba.foundation.search.actions import Entry
from hiroba.foundation.search.models import Findable

pytestmark = pytest.mark.django_db


def put(ref, title, text="", **more):
    actions.put(ref=ref, kind="project", url=f"/{ref}/", title=title, text=text, **more)


def found(words, **narrowed):
    return [thing.ref for thing in queries.found_by(GUEST, words, **narrowed)]


@pytest.fixture
def some_projects():
    put("P-1", "ケニアの上下水道", "安全な水を届ける。JICA東京とNGO港の協働。", on=date(2021, 4, 1))
    put("P-2", "ラオスの初等教育", "教員の研修、Côte d'Ivoire からの学び", on=date(2023, 4, 1))
    put("P-3", "𠮷野川と水辺の学校", "ユニセフ・アジア 💧 100% 'quoted' \"double\" star*")


@pytest.mark.parametrize(
    ("typed", "refs"),
    [
        ("教育", ["P-2"]),
        ("水道", ["P-1"]),
        ("上下水道", ["P-1"]),
        ("水", ["P-1", "P-3"]),
        ("道", ["P-1"]),
        ("道水", []),
        ("水道教育", []),
        ("JICA", ["P-1"]),
        ("jic", ["P-1"]),
        ("JICA東京", ["P-1"]),
        ("東京JICA", ["P-1"]),
        ("けにあ", ["P-1"]),
        ("ケニア", ["P-1"]),
        ("らおす 研修", ["P-2"]),
        ("ラオス 水道", []),
        ("cote d'ivoire", ["P-2"]),
        ("𠮷野", ["P-3"]),
        ("𠮷", ["P-3"]),
        ("ユニセフ・アジア", ["P-3"]),
        ("アジア", ["P-3"]),
        ("100%", ["P-3"]),
        ("'quoted'", ["P-3"]),
        ('"double"', ["P-3"]),
        ("star*", ["P-3"]),
        ("sta*r", []),
        ("💧", []),
        ("", []),
        ("* OR 1", []),
        ("') & !'x", []),
        ("NEAR(水 道)", []),
    ],
)
def test_words_find_what_holds_all_of_them(some_projects, typed, refs):
    assert sorted(found(typed)) == refs


def test_the_newest_thing_comes_first_and_the_undated_last(some_projects):
    assert found("の") == ["P-2", "P-1", "P-3"]
    assert found("学") == ["P-2", "P-3"]


def test_a_thing_that_is_put_again_is_found_by_its_new_words_only():
    put("P-1", "水道")
    put("P-1", "教育")

    assert found("水道") == []
    assert found("教育") == ["P-1"]
    assert Findable.objects.count() == 1


def test_a_thing_is_found_in_each_of_its_languages():
    put("P-1", "水道")
    put("P-1", "Water supply", language="en")

    assert found("水道", language="ja") == ["P-1"]
    assert found("water", language="en") == ["P-1"]
    assert found("water", language="ja") == []


def test_changing_one_language_leaves_the_other():
    put("P-1", "水道")
    put("P-1", "Water supply", language="en")
    put("P-1", "教育")

    assert (found("教育"), found("water"), found("水道")) == (["P-1"], ["P-1"], [])


def test_a_thing_that_was_removed_is_not_found_and_leaves_nothing_behind():
    put("P-1", "水道")
    put("P-1", "Water", language="en")
    actions.remove("P-1")

    assert (found("水道"), found("water")) == ([], [])
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM search_grams")
        assert cursor.fetchone() == (0,)


def test_removing_what_is_not_there_is_no_trouble():
    actions.remove("P-0")

    assert not Findable.objects.exists()


def test_what_is_not_for_everyone_is_not_found_by_a_guest():
    put("P-1", "水道", audience="staff")

    assert found("水道") == []
    assert list(queries.refs_matching("水道", "project")) == ["P-1"]


def test_kinds_narrow_what_is_found():
    put("P-1", "水道")
    actions.put(ref="B-1", kind="body", url="/b/", title="水道の会")

    assert found("水道", kind="body") == ["B-1"]
    assert list(queries.refs_matching("水道", "project")) == ["P-1"]


def test_refs_can_stand_inside_another_question(some_projects):
    inside = Findable.objects.filter(ref__in=queries.refs_matching("教育", "project"))

    assert [thing.ref for thing in inside] == ["P-2"]


def test_of_two_entries_about_the_same_thing_the_later_counts():
    same = [Entry("P-1", "project", "/", "水道"), Entry("P-1", "project", "/", "教育")]

    actions.put_many(same)

    assert (found("水道"), found("教育")) == ([], ["P-1"])


def test_many_things_are_put_with_few_statements(django_assert_max_num_queries):
    entries = [Entry(f"P-{n}", "project", "/", f"水道 {n}") for n in range(500)]

    with django_assert_max_num_queries(12):
        actions.put_many(entries)

    assert len(found("水道")) == 500


def test_very_long_titles_and_texts_are_no_trouble():
    put("P-1", "水" * 1000, "道" * 100_000 + " x" * 100_000)

    assert found("水水") == ["P-1"]


def test_rare_words_are_looked_up_by_key_and_frequent_ones_inside_the_question():
    actions.put_many(
        Entry(f"P-{n}", "project", "/", f"水道 {'珍事' if n == 7 else n}")
        for n in range(index.FEW + 1)
    )

    rare = str(queries.found_by(GUEST, "珍事").query)
    frequent = str(queries.found_by(GUEST, "水道").query)

    assert "search_grams" not in rare
    assert "search_grams" in frequent
    assert (found("珍事"), len(found("水道"))) == (["P-7"], index.FEW + 1)


def test_asking_takes_two_questions_to_the_database(django_assert_num_queries):
    put("P-1", "水道")

    with django_assert_num_queries(2):
        assert found("水道") == ["P-1"]
    with django_assert_num_queries(0):
        assert found("") == []
