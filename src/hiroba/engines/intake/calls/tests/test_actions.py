"""A call is prepared, gets tracks and rules, and is published once."""

import pytest
from django.db import DatabaseError, transaction

from hiroba.engines.intake.calls import actions, policies, queries
from hiroba.engines.intake.calls.examples import PROGRAMME, prepared, rules, track, with_track
from hiroba.engines.intake.calls.models import TrackRules
from hiroba.engines.registry.people.examples import company, minato
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import GUEST
from hiroba.foundation.journal.models import Record
from hiroba.foundation.verdicts import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_august_2023():
    with clock.at("2023-08-21 10:00"):
        yield


def test_a_call_is_read_by_everybody_once_it_is_published():
    made = with_track()
    assert list(queries.calls_seen_by(GUEST, PROGRAMME)) == []
    assert list(queries.calls_seen_by(officer(), PROGRAMME)) == [made.call]

    actions.publish(by=officer(), call=made.call)

    assert list(queries.calls_seen_by(GUEST, PROGRAMME)) == [made.call]
    verbs = Record.objects.filter(verb__startswith="calls.").order_by("pk")
    assert [record.verb for record in verbs] == [
        "calls.prepare",
        "calls.add_track",
        "calls.publish",
    ]


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2023-08-22 09:59:59", False),
        ("2023-08-22 10:00:00", True),
        ("2023-10-02 16:59:59", True),
        ("2023-10-02 17:00:00", False),
    ],
)
def test_the_window_holds_its_first_moment_and_not_its_last(moment, is_open):
    made = track()

    with clock.at(moment):
        assert made.open() is is_open
        assert bool(policies.may_answer(made, clock.now())) is is_open
        assert [call.ref for call in queries.open_calls(PROGRAMME)] == (
            [made.call.ref] if is_open else []
        )


def test_new_rules_are_a_new_version_and_old_ones_stay():
    made = track()

    actions.amend_rules(by=officer(), track=made, rules=rules(yen_ceiling=5), why="誤記")

    assert [(each.no, each.rules.yen_ceiling) for each in made.rules.all()] == [
        (1, 10_000_000),
        (2, 5),
    ]
    assert queries.rules_in_force(made).no == 2
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        TrackRules.objects.update(why="")


@pytest.mark.parametrize("who", [somebody, officer])
def test_only_officers_prepare_and_each_name_once(who):
    by = who("ren") if who is somebody else who()
    prepared("taken")

    verdicts = [policies.may_prepare(by, PROGRAMME, ref) for ref in ("free", "taken")]

    if who is officer:
        assert [bool(each) for each in verdicts] == [True, False]
        assert verdicts[1].reason == "この名前の公募はもうあります。"
    else:
        assert {each.reason for each in verdicts} == {"公募の準備と公開は担当の職員が行います。"}


def test_tracks_are_added_before_publication_and_in_order():
    call, opens, closes = prepared(), clock.moment("2023-09-01"), clock.moment("2023-10-01")

    def ask(opening=opens, closing=closes, content=None, of=call):
        return policies.may_add_track(
            officer(), of, "small", opening, closing, content or rules()
        ).reason

    assert ask() == ""
    assert ask(closes, opens) == "締切は、受付の始まりより後にしてください。"
    assert "この決まりは使えません" in ask(content={"yen_ceiling": 1})
    assert ask(of=track("other-2023").call) == "公開した公募には枠を足せません。"


def test_a_call_without_tracks_or_with_an_old_one_is_not_published():
    assert policies.may_publish(officer(), prepared()).reason == (
        "枠を一つ以上足すと公開できます。"
    )
    late = with_track(prepared("late"))
    with clock.at("2023-10-02 17:00"):
        assert "締切を過ぎた枠" in policies.may_publish(officer(), late.call).reason
    with pytest.raises(Refused, match="もう公開されています"):
        actions.publish(by=officer(), call=track("other-2023").call)


def test_rules_rest_after_the_deadline():
    made = track()

    with clock.at("2023-10-02 17:00"):
        verdict = policies.may_amend_rules(officer(), made, rules(), "誤記")

    assert verdict.reason == "締切を過ぎた枠の決まりは変えられません。"


def test_a_body_takes_part_when_it_meets_every_rule():
    made = track()
    now = queries.rules_in_force(made)

    assert policies.may_take_part(minato(), made, now)
    assert "団体の種類" in policies.may_take_part(company(), made, now).reason
