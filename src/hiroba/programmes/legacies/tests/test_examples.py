"""The room's part of the story, and what waits for whom on the shared pages."""

import pytest

from hiroba.faces.doorways.legacies import TOOLS
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import auditor, officer, somebody
from hiroba.foundation.journal.models import Record
from hiroba.programmes.legacies import examples, queries
from hiroba.programmes.legacies.models import Legacy
from hiroba.programmes.legacies.tests.samples import asked, done, in_state


def story():
    return list(Legacy.objects.order_by("opened_on").values_list("state", "opened_on", "is_sample"))


def test_the_story_tells_of_two_banks_and_two_enquiries():
    examples.tell()

    names = [partner.body.name_ja for partner in queries.partners_on(clock.today())]
    assert names == ["ひろば信託銀行(見本)", "みのり信託銀行(見本)"]
    assert [(state, f"{day}", is_sample) for state, day, is_sample in story()] == [
        ("consulting", "2023-06-12", True),
        ("enquiry", "2023-11-01", True),
    ]


def test_one_was_introduced_with_a_written_consent():
    examples.tell()

    consent = Legacy.objects.get(state="consulting").consents.get()
    assert (f"{consent.given_on}", consent.words) == ("2023-07-03", examples.WORDS)


def test_told_again_it_changes_nothing():
    examples.tell()
    before = story(), Record.objects.count()

    with clock.at("2023-12-01 10:00"):
        examples.tell()

    assert (story(), Record.objects.count()) == before


def test_every_text_of_the_story_is_labelled():
    examples.tell()

    for legacy in Legacy.objects.select_related("personal"):
        assert "見本" in legacy.personal.name
        assert "見本" in legacy.personal.words


def test_what_waits_is_ours_and_the_oldest_comes_first():
    with clock.at("2023-10-02 10:00"):
        older = in_state("noticed")
    in_state("consulting")
    newer = asked()

    assert list(queries.waiting_for(legacy_officer := examples.legacy_officer())) == [older, newer]
    assert [queries.sees(person) for person in (legacy_officer, officer(), auditor())] == [
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("person", [officer, auditor, lambda: somebody("hana")])
def test_for_others_nothing_waits_and_nothing_is_there(person):
    asked()

    assert list(queries.waiting_for(person())) == []
    assert list(queries.legacies_seen_by(person())) == []


def test_the_workbench_of_those_named_shows_what_waits(client):
    legacy = asked()
    client.force_login(examples.legacy_officer())

    piles = client.get("/workbench/").context["piles"]

    (pile,) = [pile for pile in piles if pile.code == "legacies"]
    (thing,) = pile.things
    assert (pile.title, pile.count, thing.title, thing.hint) == (
        "次の対応を待つ遺贈",
        1,
        legacy.ref,
        "ご相談",
    )
    assert thing.url == f"/staff/legacies/{legacy.ref}/"


def test_the_workbench_of_other_officers_does_not(client):
    asked()
    client.force_login(officer())

    piles = client.get("/workbench/").context["piles"]
    assert [pile for pile in piles if pile.code == "legacies"] == []


@pytest.mark.parametrize(
    ("person", "found"),
    [
        (examples.legacy_officer, ["遺贈のご相談", "遺贈の提携先"]),
        (officer, []),
        (auditor, []),
        (lambda: somebody("hana"), []),
    ],
)
def test_the_tools_are_for_those_named(person, found):
    assert [str(tool.label) for tool in TOOLS if tool.is_for(person())] == found


def test_a_legacy_that_waits_for_others_waits_for_nobody_here():
    done(asked(), "refer")

    assert list(queries.waiting_for(examples.legacy_officer())) == []
