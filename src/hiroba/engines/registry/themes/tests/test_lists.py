"""The lists of themes hang together, in both languages."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import translation

from hiroba.engines.registry.themes import actions, examples, policies, queries
from hiroba.engines.registry.themes.models import Theme
from hiroba.foundation.accounts.examples import administrator, auditor, officer, somebody
from hiroba.foundation.actors import CLOCKWORK, GUEST
from hiroba.foundation.journal.models import Record
from hiroba.foundation.verdicts import YES

pytestmark = pytest.mark.django_db

# Budget support, commodity aid, debt, administration, refugees at home, unspecified.
WITHOUT_A_SUBJECT = ["510", "530", "600", "910", "920", "998"]


@pytest.fixture(autouse=True)
def themes():
    examples.reference()


@pytest.mark.parametrize("by", [administrator, lambda: CLOCKWORK])
def test_administrators_and_the_clock_load_reference(by):
    assert policies.may_load_reference(by()) == YES


@pytest.mark.parametrize("by", [officer, auditor, lambda: somebody("ren"), lambda: GUEST])
def test_nobody_else_loads_reference(by):
    assert policies.may_load_reference(by()).reason == "基礎データは管理者が読み込みます。"


def test_loading_is_noted_with_how_many_themes_there_are():
    actions.load_reference(by=administrator())

    last = Record.objects.filter(verb="themes.load_reference").latest("pk")
    assert (last.hand, last.subject, last.details) == (
        "管理 太郎(見本)",
        "themes",
        {"themes": Theme.objects.count()},
    )


def test_a_theme_that_was_changed_by_hand_is_brought_back():
    Theme.objects.filter(kind="sdg", code="6").update(name_ja="水", place=99)

    actions.load_reference(by=CLOCKWORK)

    goal = queries.theme_by_code("sdg", "6")
    assert (goal.name_ja, goal.place) == ("安全な水とトイレを世界中に", 6)


def test_a_category_belongs_to_a_field_unless_it_is_money_without_a_subject():
    categories = list(queries.categories())

    told = {category.parent.kind for category in categories if category.parent}
    without = [category.code for category in categories if category.parent is None]

    assert (told, without) == ({"field"}, WITHOUT_A_SUBJECT)


def test_every_sector_begins_with_the_digits_of_its_category():
    wrong = [sector.code for sector in queries.sectors() if sector.code[:3] != sector.parent.code]

    assert wrong == []


def test_goals_and_fields_stand_at_the_top():
    parents = {theme.parent for theme in [*queries.goals(), *queries.fields()]}

    assert parents == {None}


@pytest.mark.parametrize(
    "ask", [queries.goals, queries.fields, queries.categories, queries.sectors]
)
def test_every_list_stands_in_its_own_order_and_is_one_question(ask, django_assert_num_queries):
    with django_assert_num_queries(1):
        told = [(theme.place, theme.parent and theme.parent.code) for theme in ask()]

    assert [place for place, _ in told] == list(range(1, len(told) + 1))


def test_no_name_is_written_twice_in_a_list_of_ours():
    names = [theme.name_ja for theme in [*queries.goals(), *queries.fields()]]

    assert len(names) == len(set(names))


def test_everything_with_a_subject_hangs_below_a_field_exactly_once():
    under = [theme.pk for field in queries.fields() for theme in queries.themes_under(field)]

    subjects = Theme.objects.exclude(kind="sdg").exclude(code__in=WITHOUT_A_SUBJECT)
    subjects = subjects.exclude(parent__code__in=WITHOUT_A_SUBJECT)
    assert sorted(under) == sorted(subjects.values_list("pk", flat=True))


def test_a_category_reaches_down_to_its_sectors():
    category = queries.sector("140")

    codes = {theme.code for theme in queries.themes_under(category)}

    assert {"140", "14030"} <= codes
    assert {code[:3] for code in codes} == {"140"}


def test_a_sector_has_nothing_below_it():
    assert list(queries.themes_under(examples.sector("14030"))) == [examples.sector("14030")]


@pytest.mark.parametrize(
    ("kind", "code", "name"),
    [
        ("sdg", "17", "Partnerships for the goals"),
        ("sdg", " 1 ", "No poverty"),
        ("sdg", 4, "Quality education"),
        ("dac_sector", "11220", "Primary education"),
        ("sdg", "0", None),
        ("sdg", "", None),
        ("none", "1", None),
    ],
)
def test_a_theme_is_known_by_its_list_and_code(kind, code, name):
    found = queries.theme_by_code(kind, code)

    assert (found and found.name_en) == name


@pytest.mark.parametrize("code", ["", "1", "1122", "999", "99999", "112200"])
def test_what_is_no_sector_has_no_name(code):
    assert queries.sector_name(code) == ""


@pytest.mark.parametrize(
    ("reader", "asked", "name"),
    [
        ("ja", "", "初等教育"),
        ("en", "", "Primary education"),
        ("en", "ja", "初等教育"),
        ("ja", "en", "Primary education"),
        ("ja", "fr", "初等教育"),
    ],
)
def test_the_language_that_is_asked_for_comes_before_the_readers(reader, asked, name):
    with translation.override(reader):
        assert queries.sector_name("11220", asked) == name


def test_the_database_lists_a_theme_once():
    with pytest.raises(IntegrityError) as trouble, transaction.atomic():
        Theme.objects.create(kind="sdg", code="1", name_ja="x", name_en="x")

    assert "code" in str(trouble.value)


def test_the_same_code_stands_in_two_lists():
    assert Theme.objects.create(kind="field", code="1", name_ja="x", name_en="x").pk


def test_a_theme_with_others_below_it_is_not_deleted():
    with pytest.raises(ProtectedError):
        queries.sector("140").delete()


def test_a_theme_is_called_by_its_japanese_name():
    assert str(examples.goal(13)) == "気候変動に具体的な対策を"
