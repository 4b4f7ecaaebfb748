"""What stands in the books, in the letters and in the search after each verb."""

import datetime
from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import F

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import GUEST
from hiroba.foundation.journal.models import Record
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.search import queries as search
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.dialogue import actions, examples, queries
from hiroba.programmes.dialogue.models import (
    AgendaItem,
    Approval,
    Commitment,
    Meeting,
    Minutes,
    Registration,
)
from hiroba.programmes.dialogue.states import Side

DUE = datetime.date(2024, 3, 29)


def letters():
    found = Letter.objects.filter(kind__startswith="dialogue/").order_by("pk")
    return list(found.values_list("kind", "to"))


def agreed(held, text="発言"):
    minutes = actions.write_minutes(by=officer(), meeting=held, text=text)
    for by in (officer(), somebody("ren")):
        actions.approve_minutes(by=by, minutes=minutes)
    return minutes


def promised(held, side=Side.HOUSE):
    told = {"owner": "担当", "text": "案内を見直す", "due_on": DUE}
    return actions.promise(by=officer(), meeting=held, side=side, **told)


def test_meetings_are_numbered_in_their_year(coming):
    with clock.at("2024-04-10 10:00"):
        later = examples.meeting("2024-06-12")

    assert (coming.title_ja, later.title_en) == (
        "NGO-JICA協議会(見本) 2023年度 第1回",
        "NGO-JICA council (sample), meeting 1 of FY2024",
    )
    assert coming.agenda_until == datetime.date(2023, 11, 22)


def test_a_proposal_is_told_to_the_coordinators_of_both_sides(coming):
    examples.item(coming, "知らせ方", "hana")

    assert sorted(letters()) == [
        ("dialogue/proposed", "ren@example.jp"),
        ("dialogue/proposed", "sato@example.jp"),
    ]


def test_who_proposed_reads_the_decision_and_its_reason(coming):
    item = examples.item(coming, "知らせ方", "hana")

    item = actions.decline_item(by=somebody("ren"), item=item, reason=" 次回に話します ")

    letter = Letter.objects.filter(kind="dialogue/decided").get()
    assert (item.state, item.reason, letter.to) == (
        "declined",
        "次回に話します",
        "hana@example.jp",
    )
    assert "理由: 次回に話します" in letter.body


def test_everybody_reads_what_is_taken_up_and_others_wait(coming):
    taken, waiting = examples.item(coming, "取り上げた"), examples.item(coming, "待つ", "hana")
    actions.accept_item(by=officer(), item=taken)
    taken.refresh_from_db()

    def seen(by):
        return [item.title for item in queries.items_seen_by(by, coming)]

    assert seen(GUEST) == ["取り上げた"]
    assert seen(somebody("hana")) == ["取り上げた", "待つ"]
    assert seen(somebody("akari")) == ["取り上げた"]
    assert seen(somebody("ren")) == seen(officer()) == ["取り上げた", "待つ"]
    assert waiting.state == "proposed"


def test_a_registration_takes_a_seat_and_has_a_letter(coming):
    registration = examples.registration(coming)

    coming.slot.refresh_from_db()
    letter = Letter.objects.get(kind="dialogue/registered")
    assert (registration.side, registration.place, coming.slot.taken) == ("ngo", "online", 1)
    assert "日時: 2023年12月13日(水)14:00" in letter.body
    assert "参加のしかた: オンラインで" in letter.body


def test_a_cancelled_seat_is_free(coming):
    registration = examples.registration(coming)

    actions.cancel_registration(by=somebody("hana"), registration=registration)

    coming.slot.refresh_from_db()
    assert (coming.slot.taken, queries.registered_to(coming)) == (0, [])


def test_who_comes_is_told_by_side_and_place(coming):
    examples.registration(coming)
    examples.registration(coming, "akari")
    examples.registration(coming, "ren", "room")

    assert queries.registered_to(coming) == [("ngo", "online", 2), ("ngo", "room", 1)]


def test_a_full_meeting_takes_nobody_more():
    series = examples.series("study")
    begins = clock.moment("2023-12-01 14:00")
    times = {"starts_at": begins, "ends_at": begins + datetime.timedelta(hours=1)}
    small = actions.plan_meeting(
        by=officer(), series=series, capacity=1, chair=Side.NGO, place_ja="部屋", **times
    )
    examples.registration(small)

    with pytest.raises(Refused, match="満員です。"):
        actions.register(
            by=somebody("akari"),
            meeting=Meeting.objects.get(pk=small.pk),
            side="ngo",
            place="room",
            body="学校",
            key=uuid4(),
        )

    assert Registration.objects.count() == 1


def test_minutes_are_public_when_both_sides_agree(held):
    minutes = actions.write_minutes(by=officer(), meeting=held, text="発言")
    seen = [queries.minutes_seen_by(by, held) for by in (GUEST, somebody("ren"))]
    actions.approve_minutes(by=officer(), minutes=minutes)
    one = queries.minutes_seen_by(GUEST, held)
    actions.approve_minutes(by=somebody("ren"), minutes=minutes)

    assert seen == [None, minutes]
    assert (one, queries.minutes_seen_by(GUEST, held)) == (None, minutes)


def test_a_new_version_is_looked_at_anew(held):
    agreed(held)

    actions.write_minutes(by=officer(), meeting=held, text="直した発言")

    assert queries.minutes_seen_by(GUEST, held) is None
    assert Minutes.objects.count() == 2


def test_agreed_minutes_are_found_and_others_are_not(held):
    def found():
        return [row.title for row in search.found_by(GUEST, "井戸端", language="ja")]

    actions.write_minutes(by=officer(), meeting=held, text="井戸端の話")
    before = found()
    agreed(held, "井戸端の話")

    assert (before, found()) == ([], [held.title_ja])


def test_what_was_promised_is_late_the_day_after(held):
    commitment = promised(held)

    with clock.at("2024-03-29 23:00"):
        on_the_day = commitment.is_late
    with clock.at("2024-03-30 00:00"):
        after = commitment.is_late

    assert (on_the_day, after) == (False, True)


def test_a_kept_promise_says_how_and_when(held):
    done = actions.fulfil(by=officer(), commitment=promised(held), how=" 公開しました ")

    assert (done.state, done.fulfilled_on, done.how, done.is_late) == (
        "fulfilled",
        datetime.date(2023, 11, 1),
        "公開しました",
        False,
    )


def test_what_waits_for_whom(coming, held):
    ren, sato, hana = somebody("ren"), officer(), somebody("hana")
    item = examples.item(coming, "知らせ方", "hana")
    minutes = actions.write_minutes(by=sato, meeting=held, text="発言")
    actions.approve_minutes(by=sato, minutes=minutes)
    commitment = promised(held)

    assert [list(queries.items_to_decide(who)) for who in (ren, sato, hana)] == [
        [item],
        [item],
        [],
    ]
    assert [list(queries.minutes_to_approve(who)) for who in (ren, sato, hana)] == [
        [minutes],
        [],
        [],
    ]
    assert [list(queries.commitments_of_side(who)) for who in (ren, sato, hana)] == [
        [],
        [commitment],
        [],
    ]


def test_the_journal_tells_the_whole_meeting(held):
    before = Record.objects.count()
    agreed(held)
    actions.fulfil(by=officer(), commitment=promised(held), how="公開しました")

    assert [each.verb for each in Record.objects.order_by("pk")[before:]] == [
        "dialogue.write_minutes",
        "dialogue.approve_minutes",
        "dialogue.approve_minutes",
        "dialogue.promise",
        "dialogue.fulfil",
    ]


@pytest.mark.parametrize("model", [Minutes, Approval], ids=["minutes", "approval"])
@pytest.mark.parametrize("change", ["update", "delete"])
def test_what_was_said_and_agreed_is_never_changed(held, model, change):
    agreed(held)
    rows = model.objects.all()

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        rows.update(id=F("id")) if change == "update" else rows._raw_delete(rows.db)


@pytest.mark.parametrize(
    ("model", "changed", "name"),
    [
        (AgendaItem, {"state": "declined"}, "item_is_de"),
        (AgendaItem, {"state": "accepted"}, "item_is_decided_by_somebody"),
        (Commitment, {"state": "fulfilled"}, "commitment_is_fulfilled_iff"),
        (Meeting, {"number": 1, "fiscal_year": 2023}, ""),
    ],
    ids=["reason", "decider", "date", "number"],
)
def test_the_database_keeps_its_promises(held, coming, model, changed, name):
    examples.item(coming, "議題")
    promised(held)

    with pytest.raises(IntegrityError, match=name or "(?i)unique"), transaction.atomic():
        model.objects.update(**changed)


def test_the_story_told_twice_is_the_same_story():
    examples.tell()
    before = (Meeting.objects.count(), AgendaItem.objects.count(), Minutes.objects.count())

    examples.tell()

    assert (
        Meeting.objects.count(),
        AgendaItem.objects.count(),
        Minutes.objects.count(),
    ) == before
