"""Deadlines are extended and rules amended in public, with a reason, and never in silence."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from hiroba.engines.intake.calls import actions, policies, queries
from hiroba.engines.intake.calls.examples import prepared, rules, track, with_track
from hiroba.engines.intake.calls.models import Call, Extension, Track, TrackRules
from hiroba.engines.intake.calls.tests.bodies import body
from hiroba.foundation import clock
from hiroba.foundation.accounts.actions import grant
from hiroba.foundation.accounts.examples import auditor, chair, officer, somebody
from hiroba.foundation.actors import CLOCKWORK, GUEST
from hiroba.foundation.journal.models import Record
from hiroba.foundation.verdicts import Refused
from hiroba.tests.racing import at_once

pytestmark = pytest.mark.django_db

CLOSES, LATER = clock.moment("2023-10-02 17:00"), clock.moment("2023-10-10 17:00")
TICK = timedelta(microseconds=1)


@pytest.fixture(autouse=True)
def in_september_2023():
    with clock.at("2023-09-20 10:00"):
        yield


def extended(made, closes_at=LATER, why="台風のため"):
    return actions.extend(by=officer(), track=made, closes_at=closes_at, why=why)


def why_not(closes_at=LATER, why="台風のため", by=None, of=None):
    return policies.may_extend(by or officer(), of or track(), closes_at, why).reason


def test_an_extended_track_is_open_longer():
    made = track()

    extension = extended(made, why=" 台風のため ")

    made.refresh_from_db()
    assert made.closes_at == LATER
    assert (extension.closed_at, extension.closes_at, extension.why, extension.extended_by) == (
        CLOSES,
        LATER,
        "台風のため",
        officer(),
    )
    assert [made.open(moment) for moment in (CLOSES, LATER - TICK, LATER)] == [True, True, False]


def test_the_journal_tells_who_extended_and_why():
    made = track()

    extended(made)

    told = Record.objects.get(verb="calls.extend")
    assert (told.subject, told.hand, told.details) == (
        made.call.ref,
        officer().name,
        {"track": "small", "closes_at": LATER.isoformat(), "why": "台風のため"},
    )


def test_a_deadline_is_never_moved_forward_or_left_where_it_is():
    sentence = "新しい締切は、いまの締切より後にしてください。"

    assert [why_not(moment) for moment in (CLOSES - TICK, CLOSES, CLOSES + TICK)] == [
        sentence,
        sentence,
        "",
    ]


def test_a_deadline_that_has_passed_stays():
    made = track()

    with clock.at(CLOSES - TICK):
        assert why_not(of=made) == ""
    with clock.at(CLOSES):
        assert why_not(of=made) == "締切を過ぎた枠の決まりは変えられません。"


@pytest.mark.parametrize(
    ("why", "sentence"),
    [
        ("", "変える理由を書いてください。公募の頁に載ります。"),
        (" \n", "変える理由を書いてください。公募の頁に載ります。"),
        ("字" * 400, ""),
        ("字" * 401, "理由は400字までで書いてください。"),
    ],
)
def test_every_change_has_a_reason_of_readable_length(why, sentence):
    assert why_not(why=why) == sentence
    assert policies.may_amend_rules(officer(), track(), rules(), why).reason == sentence


@pytest.mark.parametrize("who", [auditor, chair, lambda: somebody("ren"), lambda: GUEST])
def test_only_officers_of_the_programme_change_anything(who):
    sentence = "公募の準備と公開は担当の職員が行います。"

    assert why_not(by=who()) == sentence
    assert policies.may_amend_rules(who(), track(), rules(), "誤記").reason == sentence
    assert policies.may_publish(who(), track().call).reason == sentence


def test_an_officer_of_another_programme_changes_nothing_here():
    other = somebody("yama")
    grant(by=CLOCKWORK, user=other, role="officer", scope="programme:giving")

    assert why_not(by=other) == "公募の準備と公開は担当の職員が行います。"


def test_a_refused_change_changes_nothing():
    made = track()
    officer()
    told = Record.objects.count()

    with pytest.raises(Refused):
        extended(made, CLOSES)
    with pytest.raises(Refused):
        actions.amend_rules(by=officer(), track=made, rules={"yen_ceiling": 1}, why="誤記")

    made.refresh_from_db()
    assert (made.closes_at, made.rules.count(), Extension.objects.count()) == (CLOSES, 1, 0)
    assert Record.objects.count() == told


def test_what_changed_before_publication_is_nobodys_news():
    made = with_track()
    extended(made)
    actions.amend_rules(by=officer(), track=made, rules=rules(yen_ceiling=5), why="誤記")
    actions.publish(by=officer(), call=made.call)

    assert list(queries.extensions_since_publication(made.call)) == []
    assert list(queries.rules_since_publication(made.call)) == []


def test_what_changed_since_publication_is_told_the_newest_first():
    made = track()
    first = extended(made)
    with clock.at("2023-09-21 10:00"):
        second = extended(made, LATER + timedelta(days=1), "停電のため")
        amended = actions.amend_rules(by=officer(), track=made, rules=rules(), why="誤記")

    assert list(queries.extensions_since_publication(made.call)) == [second, first]
    assert list(queries.rules_since_publication(made.call)) == [amended]
    assert [each.closed_at for each in (first, second)] == [CLOSES, LATER]


def test_eligibility_is_counted_on_the_day_on_which_the_track_closes_now():
    made = track()
    before = queries.standings_of(
        body(registered_on="2021-10-10"), queries.rules_in_force(made), made
    )
    extended(made)
    made.refresh_from_db()
    after = queries.standings_of(
        body(registered_on="2021-10-10"), queries.rules_in_force(made), made
    )

    assert [each.met for each in (before[2], after[2])] == [False, True]


@pytest.mark.parametrize("sql", ["UPDATE {table} SET why = 'x'", "DELETE FROM {table}"])
@pytest.mark.parametrize("kept", [Extension, TrackRules])
def test_not_even_raw_sql_changes_what_was_told(kept, sql):
    extended(track())

    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql.format(table=kept._meta.db_table))


def past_the_actions(rows, **change):
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        rows.update(**change)
    return str(caught.value)


def test_the_database_keeps_windows_in_order():
    made = track()

    told = past_the_actions(Track.objects.filter(pk=made.pk), closes_at=made.opens_at)

    assert "track_closes_after_it_opens" in told


@pytest.mark.parametrize("lost", ["published_at", "published_by"])
def test_the_database_wants_somebody_and_a_moment_behind_a_publication(lost):
    made = track()

    told = past_the_actions(Call.objects.filter(pk=made.call.pk), **{lost: None})

    assert "call_is_published_by_somebody_at_a_moment" in told


def test_the_database_refuses_an_extension_that_leads_back():
    with pytest.raises(IntegrityError), transaction.atomic():
        Extension.objects.create(
            track=track(),
            closed_at=CLOSES,
            closes_at=CLOSES,
            why="x",
            extended_by=officer(),
            extended_at=clock.now(),
        )


def test_the_database_names_calls_tracks_and_rules_once():
    made, other = track(), prepared("other")

    assert past_the_actions(Call.objects.filter(pk=other.pk), ref=made.call.ref)
    second = with_track(other, "big")
    assert past_the_actions(Track.objects.filter(pk=second.pk), call=made.call, code="small")
    with pytest.raises(IntegrityError), transaction.atomic():
        TrackRules.objects.create(
            track=made, no=1, content=rules(), why="", laid_down_at=clock.now()
        )


def test_a_call_published_twice_is_refused_and_keeps_its_first_moment():
    made = track()
    first = made.call.published_at

    with pytest.raises(Refused, match="この公募はもう公開されています。"):
        actions.publish(by=officer(), call=made.call)

    made.call.refresh_from_db()
    assert made.call.published_at == first


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_a_call_published_by_two_at_once_is_published_once():
    sato, call = officer(), with_track().call

    brought = at_once(*[lambda: actions.publish(by=sato, call=call)] * 2)

    assert [each for each in brought if isinstance(each, str)] == [
        "この公募はもう公開されています。"
    ]
    assert Record.objects.filter(verb="calls.publish").count() == 1


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_a_name_taken_by_two_at_once_goes_to_one():
    officer()

    brought = at_once(*[lambda: prepared("twice")] * 3)

    refused = [each for each in brought if isinstance(each, str)]
    assert refused == ["この名前の公募はもうあります。"] * 2
    assert Call.objects.filter(ref="twice").count() == 1


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_rules_amended_by_two_at_once_are_two_versions():
    sato, made = officer(), track()

    at_once(
        *(
            lambda yen=yen: actions.amend_rules(
                by=sato, track=made, rules=rules(yen_ceiling=yen), why="改定"
            )
            for yen in (1, 2, 3)
        )
    )

    numbers = [each.no for each in made.rules.all()]
    assert numbers == [1, 2, 3, 4]
    assert {each.rules.yen_ceiling for each in made.rules.all()} == {10_000_000, 1, 2, 3}


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_a_deadline_extended_by_two_at_once_to_one_moment_moves_once():
    sato, made = officer(), track()

    brought = at_once(
        *[lambda: actions.extend(by=sato, track=made, closes_at=LATER, why="台風")] * 2
    )

    assert [each for each in brought if isinstance(each, str)] == [
        "新しい締切は、いまの締切より後にしてください。"
    ]
    assert Extension.objects.count() == 1
