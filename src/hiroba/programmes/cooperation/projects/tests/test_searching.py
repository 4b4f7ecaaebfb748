"""How projects are found by the search of the whole house."""

import pytest

from hiroba.engines.registry.people.examples import minato
from hiroba.engines.registry.themes import examples as themes
from hiroba.foundation.accounts.examples import officer
from hiroba.foundation.actors import GUEST
from hiroba.foundation.search.models import Findable
from hiroba.foundation.search.queries import found_by
from hiroba.programmes.cooperation.projects import actions
from hiroba.programmes.cooperation.projects.models import Project
from hiroba.programmes.cooperation.projects.tests.samples import adopted, bring_in, gardens

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def found(words, language="ja"):
    return [hit.ref for hit in found_by(GUEST, words, "projects", language)]


@pytest.mark.parametrize(
    "words",
    [
        "水道",
        "ラオス",
        "Lao",
        "みなと",
        "Minato",
        "直します",
        "repair",
        "Village",
        "village water",
        "𠮷野川",
    ],
)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_project_is_found_by_everything_one_may_remember(words, language):
    project = adopted(
        "村の水道と𠮷野川",
        title_en="Village water",
        summary_ja="村の人が水道を直します。",
        summary_en="Villagers repair their water pipes.",
        body=minato(),
    )

    assert found(words, language) == [project.ref]


def test_a_project_is_found_by_its_number():
    project = adopted()

    assert found(project.ref) == [project.ref]


def test_a_reported_project_is_found_by_its_identifier_sector_and_partner():
    themes.reference()
    bring_in(gardens())
    project = Project.objects.get()

    assert {words: found(words) for words in ("T-1", "Minato Association", "菜園", "Kenya")} == {
        words: [project.ref] for words in ("T-1", "Minato Association", "菜園", "Kenya")
    }
    assert found("初等教育") == [project.ref] or found("Primary education") == [project.ref]


def test_what_was_changed_is_found_by_its_new_words_only():
    bring_in(gardens())
    bring_in(gardens().replace("学校菜園", "屋上の畑").replace("School gardens", "Roof fields"))

    assert (len(found("屋上")), found("菜園")) == (1, [])


def test_a_hit_leads_to_the_page_in_the_readers_language():
    project = adopted(title_en="Village water")

    hits = Findable.objects.filter(ref=project.ref).order_by("language")
    assert [(hit.language, hit.title, hit.url) for hit in hits] == [
        ("en", "Village water", f"/en/projects/{project.ref}/"),
        ("ja", "村の水道", f"/projects/{project.ref}/"),
    ]


def test_without_english_the_japanese_title_stands_in():
    project = adopted()

    assert Findable.objects.get(ref=project.ref, language="en").title == "村の水道"


def test_a_stopped_project_can_still_be_found():
    project = actions.lapse(by=officer(), project=adopted(), because="同意なし。")

    assert found("水道") == [project.ref]
