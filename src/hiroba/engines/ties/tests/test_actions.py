"""Things are tied once, ties end with a reason, and names follow."""

from dataclasses import replace

import pytest

from hiroba.engines.registry.places.tests.support import broken, journal, refused
from hiroba.engines.ties import actions, queries
from hiroba.engines.ties.models import Thing, Tie
from hiroba.engines.ties.states import Relation, ThingKind
from hiroba.engines.ties.tests.samples import GIFT, LESSON, MATERIAL, PROJECT, tied
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer
from hiroba.foundation.actors import GUEST, PAYMENTS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def test_a_tie_is_remembered_with_who_made_it_and_when():
    tie = tied(PROJECT, Relation.TEACHES, LESSON)

    told = (tie.source.ref, tie.relation, tie.target.ref, tie.made_by, tie.made_at)
    assert told == ("P-1", "teaches", "LN-1", officer(), clock.now())
    assert journal("ties.tie") == [
        ("佐藤 職員(見本)", "P-1", {"target": "LN-1", "relation": "teaches"})
    ]


def test_tying_twice_ties_once():
    first = tied(PROJECT, Relation.TEACHES, LESSON)

    again = tied(PROJECT, Relation.TEACHES, LESSON)

    assert (again, Tie.objects.count(), len(journal("ties.tie"))) == (first, 1, 1)


def test_two_things_are_tied_in_several_ways():
    tied(PROJECT, Relation.TEACHES, MATERIAL)
    tied(PROJECT, Relation.MADE_INTO, MATERIAL)

    assert [tie.relation for tie in queries.ties_of("P-1")] == ["teaches", "made_into"]


def test_a_hand_of_the_house_ties_without_an_account():
    tie = actions.tie(by=PAYMENTS, source=GIFT, target=PROJECT, relation=Relation.FUNDS)

    assert (tie.made_by, journal("ties.tie")[0][0]) == (None, "payments")


def test_a_later_tie_tells_anew_what_a_thing_is_called():
    tied(PROJECT, Relation.TEACHES, LESSON)

    tied(replace(LESSON, title_ja="水番は二人", path="/x/"), Relation.MADE_INTO, MATERIAL)

    kept = Thing.objects.get(ref="LN-1")
    assert (kept.title_ja, kept.path, Thing.objects.count()) == ("水番は二人", "/x/", 3)


def test_a_thing_that_is_renamed_is_shown_by_its_new_name():
    tied(PROJECT, Relation.TEACHES, LESSON)

    is_known = actions.rename(by=officer(), thing=replace(LESSON, title_ja="水番は二人"))

    assert (is_known, queries.ties_of("P-1")[0].thing.title_ja) == (True, "水番は二人")
    assert journal("ties.rename") == [("佐藤 職員(見本)", "LN-1", {})]


def test_a_thing_that_is_hidden_loses_its_name_at_both_ends():
    tied(PROJECT, Relation.TEACHES, LESSON)

    actions.rename(by=officer(), thing=replace(LESSON, is_public=False))

    seen = queries.ties_of("P-1")[0].thing
    assert (seen.ref, seen.title_ja, seen.url) == ("", "", "")


def test_renaming_what_nobody_tied_changes_nothing():
    assert actions.rename(by=officer(), thing=LESSON) is False
    assert (Thing.objects.count(), journal("ties.rename")) == (0, [])


def test_a_tie_ends_with_a_reason_and_is_kept():
    tie = tied(PROJECT, Relation.TEACHES, LESSON)

    ended = actions.untie(by=officer(), tie=tie, because=" 別の事業でした ")

    assert (ended.ended_at, ended.ended_because) == (clock.now(), "別の事業でした")
    assert (queries.ties_of("P-1"), Tie.objects.count()) == ([], 1)
    told = {"target": "LN-1", "relation": "teaches", "because": "別の事業でした"}
    assert journal("ties.untie") == [("佐藤 職員(見本)", "P-1", told)]


def test_what_was_untied_can_be_tied_again():
    actions.untie(by=officer(), tie=tied(PROJECT, Relation.TEACHES, LESSON), because="誤り")

    tied(PROJECT, Relation.TEACHES, LESSON)

    assert (Tie.objects.count(), Tie.objects.holding().count()) == (2, 1)


def test_a_refusal_leaves_no_trace():
    told = refused(actions.tie, by=GUEST, source=PROJECT, target=LESSON, relation="teaches")

    assert told == "つながりを記録するには、サインインしてください。"
    assert (Thing.objects.count(), Tie.objects.count(), journal("ties.tie")) == (0, 0, [])


def test_the_database_ties_two_things_once_in_a_way():
    tie = tied(PROJECT, Relation.TEACHES, LESSON)
    same = {"source": tie.source, "target": tie.target, "made_at": clock.now()}

    broken(lambda: Tie.objects.create(relation="teaches", **same))

    assert Tie.objects.count() == 1


def test_the_database_keeps_two_ends_and_a_reason():
    tie = tied(PROJECT, Relation.TEACHES, LESSON)

    told = broken(lambda: Tie.objects.filter(pk=tie.pk).update(target=tie.source))
    assert "tie_joins_two_things" in told
    told = broken(lambda: Tie.objects.filter(pk=tie.pk).update(ended_because="x"))
    assert "tie_is_ended_iff_reasoned" in told


def test_the_database_keeps_a_title_for_what_is_public():
    kind = ThingKind.LESSON

    assert "public_thing_has_a_title" in broken(lambda: Thing.objects.create(ref="x", kind=kind))
    assert "thing_has_a_ref" in broken(lambda: Thing.objects.create(title_ja="x", kind=kind))


def test_things_and_ties_are_called_by_what_they_join():
    tie = tied(PROJECT, Relation.TEACHES, LESSON)

    assert str(tie.source) == "P-1"
    assert str(tie) == f"{tie.source_id} teaches {tie.target_id}"
