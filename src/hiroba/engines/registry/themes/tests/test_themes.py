"""Themes carry the codes of their lists in both languages."""

import pytest
from django.utils import translation

from hiroba.engines.registry.themes import actions, examples, queries
from hiroba.engines.registry.themes.models import Theme
from hiroba.foundation.accounts.examples import officer
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.verdicts import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def themes():
    examples.reference()


def test_the_17_goals_stand_in_their_order_with_their_official_titles():
    told = [(goal.code, goal.name_ja) for goal in queries.goals()]

    assert [code for code, _ in told] == [str(number) for number in range(1, 18)]
    assert told[3] == ("4", "質の高い教育をみんなに")


def test_every_sector_belongs_to_a_category_and_every_category_has_both_names():
    orphans = queries.sectors().filter(parent=None)
    nameless = Theme.objects.filter(name_ja="") | Theme.objects.filter(name_en="")

    assert (queries.categories().count(), queries.sectors().count()) == (44, 325)
    assert not orphans.exists()
    assert not nameless.exists()


def test_a_sector_is_said_in_the_readers_language():
    with translation.override("en"):
        english = queries.sector_name("11220")

    assert queries.sector_name("11220") == "初等教育"
    assert english == "Primary education"
    assert queries.sector_name("14030", "en") == "Basic drinking water supply and basic sanitation"
    assert queries.sector_name("112") == "基礎教育"


def test_an_unknown_sector_has_no_name():
    assert queries.sector_name("00000") == ""


def test_a_field_reaches_down_to_its_sectors():
    under = queries.themes_under(examples.field("water"))

    codes = set(under.values_list("code", flat=True))

    assert {"water", "140", "14030"} <= codes
    assert "11220" not in codes


def test_a_theme_is_found_by_list_and_code():
    assert queries.theme_by_code("sdg", "6").name_en == "Clean water and sanitation"
    assert queries.theme_by_code("sdg", "18") is None


def test_loading_twice_changes_nothing():
    before = list(Theme.objects.order_by("pk").values())

    actions.load_reference(by=CLOCKWORK)

    assert list(Theme.objects.order_by("pk").values()) == before


def test_only_the_program_and_administrators_load_reference():
    with pytest.raises(Refused) as refusal:
        actions.load_reference(by=officer())

    assert refusal.value.reason == "基礎データは管理者が読み込みます。"
