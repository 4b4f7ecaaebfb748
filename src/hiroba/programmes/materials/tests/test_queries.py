"""What is found by grade, theme, country, kind and words, and how downloads are counted."""

from datetime import date

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import GUEST
from hiroba.programmes.materials import actions, examples, figures, queries
from hiroba.programmes.materials.queries import Wanted

pytestmark = pytest.mark.django_db

KENYA, WATER, CARDS = (row[1] for row in examples.TOLD)


@pytest.fixture(scope="module", autouse=True)
def story(reference, django_db_blocker):
    with django_db_blocker.unblock():
        examples.tell()


def found(**wanted):
    return [heading.material.title_ja for heading in queries.listed(Wanted(**wanted))]


@pytest.mark.parametrize(
    ("wanted", "titles"),
    [
        ({}, [CARDS, WATER, KENYA]),
        ({"grade": "junior_high"}, [CARDS, KENYA]),
        ({"theme": "6"}, [WATER]),
        ({"country": "ke"}, [KENYA]),
        ({"kind": "worksheet"}, [WATER]),
        ({"grade": "junior_high", "theme": "16", "country": "UG"}, [CARDS]),
        ({"words": "ケニア"}, [KENYA]),
        ({"words": "village"}, [WATER]),
        ({"words": "ラオス", "grade": "junior_high"}, []),
        ({"country": "no such country"}, []),
    ],
)
def test_materials_are_found_by_what_one_looks_for(wanted, titles):
    assert found(**wanted) == titles


def test_the_story_told_twice_is_told_once():
    before = list(queries.materials_seen_by(officer()).values_list("ref", flat=True))

    examples.tell()

    assert list(queries.materials_seen_by(officer()).values_list("ref", flat=True)) == before
    assert len(before) == 4


def test_an_officer_finds_what_waits_and_others_do_not():
    assert [draft.title_ja for draft in queries.drafts_kept_by(officer())] == ["くらしと世界(見本)"]
    assert list(queries.drafts_kept_by(somebody("ren"))) == []


def test_downloads_of_a_year_are_counted_by_kind_and_lead_to_the_materials():
    counted = figures.downloads_between(date(2023, 4, 1), date(2024, 3, 31))

    assert counted.value == 6
    assert counted.parts == {"指導案": 2, "写真教材": 2, "ワークシート": 2}
    assert [material.title_ja for material in counted.records] == [KENYA, WATER, CARDS]


def test_a_download_counts_in_the_year_of_its_day():
    with clock.at("2024-04-01 00:00"):
        actions.download(by=GUEST, file=examples.kenya().files.get())

    counted = figures.downloads_between(date(2024, 4, 1), date(2025, 3, 31))

    assert (counted.value, counted.parts) == (1, {"指導案": 1})
