"""A lifecycle is a table that is checked when it is written."""

from types import SimpleNamespace

import pytest
from django.db.models import TextChoices

from hiroba.foundation.lifecycles import Lifecycle, Move
from hiroba.foundation.verdicts import YES, Refused, no


class Door(TextChoices):
    OPEN = "open", "開いている"
    SHUT = "shut", "閉まっている"
    LOCKED = "locked", "鍵がかかっている"


TABLE = Lifecycle(
    Door,
    Door.OPEN,
    Move("shut", "閉める", (Door.OPEN,), Door.SHUT),
    Move("open", "開ける", (Door.SHUT,), Door.OPEN),
    Move("lock", "鍵をかける", (Door.OPEN, Door.SHUT), Door.LOCKED),
)


def test_a_verb_is_allowed_in_its_sources_and_refused_elsewhere_by_the_name_of_the_state():
    assert TABLE.allows("shut", "open") == YES
    assert TABLE.allows("shut", "locked") == no(
        "いまは「鍵がかかっている」のため、この操作はできません。"
    )


def test_a_move_changes_the_state():
    door = SimpleNamespace(state=Door.OPEN)

    TABLE.move(door, "lock")

    assert door.state == Door.LOCKED


def test_a_move_that_is_not_allowed_changes_nothing():
    door = SimpleNamespace(state=Door.LOCKED)

    with pytest.raises(Refused, match="鍵がかかっている"):
        TABLE.move(door, "open")

    assert door.state == Door.LOCKED


def test_verbs_from_a_state():
    assert TABLE.verbs_from("open") == ["shut", "lock"]
    assert TABLE.verbs_from("locked") == []


def test_a_lifecycle_refuses_a_verb_that_is_written_twice():
    with pytest.raises(ValueError, match="twice"):
        Lifecycle(Door, Door.OPEN, *TABLE.moves.values(), Move("lock", "", (Door.OPEN,), Door.SHUT))


def test_a_lifecycle_refuses_a_state_that_nothing_leads_to():
    with pytest.raises(ValueError, match="no move leads to"):
        Lifecycle(Door, Door.OPEN, Move("shut", "閉める", (Door.OPEN,), Door.SHUT))


def test_a_lifecycle_refuses_a_state_that_does_not_exist():
    with pytest.raises(ValueError, match="no such state"):
        Lifecycle(Door, Door.OPEN, *TABLE.moves.values(), Move("burn", "", ("ajar",), Door.SHUT))


def test_a_lifecycle_draws_itself():
    assert TABLE.as_mermaid() == "\n".join(
        [
            "stateDiagram-v2",
            "    [*] --> open",
            "    open --> shut: shut",
            "    shut --> open: open",
            "    open --> locked: lock",
            "    shut --> locked: lock",
        ]
    )
