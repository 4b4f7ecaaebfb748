"""Hands without an account."""

from dataclasses import FrozenInstanceError

import pytest

from hiroba.foundation.actors import CLOCKWORK, GUEST, IMPORTER, PAYMENTS, Hand
from hiroba.foundation.roles import Role

HANDS = (GUEST, PAYMENTS, CLOCKWORK, IMPORTER)


@pytest.mark.parametrize("hand", HANDS)
def test_a_hand_has_no_account_and_no_role(hand):
    assert (hand.account, hand.is_staff, hand.is_authenticated) == (None, False, False)
    assert not any(hand.holds(role, programme="cooperation") for role in Role)
    assert hand.scopes(*Role) == frozenset()


def test_hands_are_told_apart_by_their_names():
    assert len({hand.name for hand in HANDS}) == len(HANDS)
    assert Hand("guest") == GUEST


def test_a_hand_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        GUEST.is_staff = True
