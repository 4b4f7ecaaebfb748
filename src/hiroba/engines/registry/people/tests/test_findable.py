"""Which bodies the search of the house finds, in which language, and when no longer."""

import pytest

from hiroba.engines.registry.people import actions, examples
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import GUEST
from hiroba.foundation.search import queries as search
from hiroba.foundation.search.queries import refs_matching

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


@pytest.fixture
def minato():
    return examples.minato()


def found(words):
    return set(refs_matching(words, "bodies"))


@pytest.mark.parametrize(
    "words", ["みなと", "NPO Minato", "ミナト", "子どもの学び", "learning and water"]
)
def test_a_verified_body_is_found_by_names_readings_and_what_it_says(minato, words):
    assert found(words) == {minato.ref}


def test_a_body_that_waits_is_not_found():
    examples.waiting()

    assert found("虹のかけはし") == set()


def test_a_body_of_open_data_is_found_at_once():
    foreign = examples.foreign_body()

    assert found("Sample Children") == {foreign.ref}


def test_a_suspended_body_is_not_found_until_the_suspension_is_lifted(minato):
    minato = actions.suspend(by=officer(), body=minato, reason="確認中")
    during = found("みなと")

    actions.lift(by=officer(), body=minato)

    assert (during, found("みなと")) == (set(), {minato.ref})


def test_what_a_body_says_anew_is_found_and_the_old_is_not(minato):
    actions.revise_body(by=somebody("ren"), body=minato, about_ja="井戸を掘ります。")

    assert (found("井戸"), found("子どもの学び")) == ({minato.ref}, set())


def test_revising_a_body_that_waits_does_not_make_it_findable():
    waiting = examples.waiting()

    actions.revise_body(by=somebody("hana"), body=waiting, about_ja="虹をかけます。")

    assert found("虹をかけます") == set()


def test_the_survivor_of_a_merge_is_found_and_the_other_is_not(minato):
    school = examples.school_body()

    actions.merge(by=officer(), absorbed=school, survivor=minato, reason="同じ団体")

    assert (found("ひろば中学校"), found("みなと")) == (set(), {minato.ref})


def test_each_language_leads_to_its_own_page(minato):
    told = {
        language: [
            (entry.title, entry.url)
            for entry in search.found_by(GUEST, "Minato", "bodies", language)
        ]
        for language in ("ja", "en")
    }

    assert told == {
        "ja": [("特定非営利活動法人みなと", f"/bodies/{minato.ref}/")],
        "en": [("NPO Minato", f"/en/bodies/{minato.ref}/")],
    }


def test_rare_letters_are_found():
    body = actions.register_body(by=somebody("hana"), name_ja="𠮷野🌏の会", personality="npo")
    actions.verify(by=officer(), body=body)

    assert found("𠮷野") == {body.ref}
