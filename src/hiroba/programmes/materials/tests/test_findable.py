"""How materials are found by the search of the whole house, and under which headings they stand."""

import datetime

import pytest

from hiroba.engines.registry.places import examples as places
from hiroba.engines.registry.themes import examples as themes
from hiroba.foundation.accounts.examples import officer
from hiroba.foundation.actors import GUEST
from hiroba.foundation.search.models import Findable
from hiroba.foundation.search.queries import found_by
from hiroba.programmes.materials import actions, examples, headings, queries
from hiroba.programmes.materials.queries import Wanted

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def wells():
    """A public material about wells in Laos."""
    material = actions.make(
        by=officer(),
        title_ja="村の井戸",
        title_en="The wells of a village",
        summary_ja="井戸を掘る人びとの話です。",
        summary_en="People who dig wells.",
        kind="reading",
        grades=["adults", "senior_high"],
        themes=[themes.goal(6), themes.goal(4)],
        countries=[places.country("LA")],
        licence=examples.licence(),
        authors="井戸の会(見本)",
    )
    examples.with_file(material)
    return actions.publish(by=officer(), material=material)


def found(words, language="ja"):
    return [hit.ref for hit in found_by(GUEST, words, "materials", language)]


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    "words",
    ["井戸", "wells", "ラオス", "Lao", "掘る", "dig", "井戸の会", "安全な水", "village 井戸"],
)
def test_a_material_is_found_by_everything_one_may_remember(words, language):
    material = wells()

    assert found(words, language) == [material.ref]


def test_a_material_is_found_by_its_number():
    material = wells()

    assert found(material.ref) == [material.ref]


def test_a_hit_leads_to_the_page_in_the_readers_language():
    ref = wells().ref

    hits = Findable.objects.filter(ref=ref).order_by("language")
    assert [(hit.language, hit.title, hit.url, hit.kind, hit.day) for hit in hits] == [
        (
            "en",
            "The wells of a village",
            f"/en/materials/{ref}/",
            "materials",
            datetime.date(2023, 11, 1),
        ),
        (
            "ja",
            "村の井戸",
            f"/materials/{ref}/",
            "materials",
            datetime.date(2023, 11, 1),
        ),
    ]


def test_a_draft_is_found_by_nobody_until_it_is_published():
    material = examples.draft()
    examples.with_file(material)
    before = found("くらし")

    actions.publish(by=officer(), material=material)

    assert (before, found("くらし")) == ([], [material.ref])


def test_a_material_stands_under_everything_it_is_about():
    material = wells()

    assert sorted(headings.names_of(material)) == [
        "all",
        "country:LA",
        "grade:adults",
        "grade:senior_high",
        "kind:reading",
        "theme:4",
        "theme:6",
    ]
    assert sorted(material.headings.values_list("name", flat=True)) == sorted(
        headings.names_of(material)
    )


def test_headings_carry_the_day_by_which_the_list_is_ordered():
    days = wells().headings.order_by().values_list("published_on", flat=True).distinct()

    assert list(days) == [datetime.date(2023, 11, 1)]


def test_two_materials_are_told_apart_by_their_headings():
    well, life = wells(), examples.published()

    assert {
        name: [row.material for row in queries.listed(wanted)]
        for name, wanted in {
            "all": Wanted(),
            "both grades": Wanted(grade="senior_high"),
            "slides": Wanted(kind="slides"),
            "water": Wanted(theme="6"),
            "water for junior high": Wanted(theme="6", grade="junior_high"),
            "words": Wanted(words="くらし"),
        }.items()
    } == {
        "all": [life, well],
        "both grades": [well],
        "slides": [life],
        "water": [well],
        "water for junior high": [],
        "words": [life],
    }
