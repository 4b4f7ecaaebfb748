"""A verdict is yes, or no with a sentence."""

import pytest
from django.utils.translation import gettext_lazy, override

from hiroba.foundation.verdicts import YES, Refused, Verdict, all_of, any_of, no, require, unless

FULL = no("満席です。")
LATE = no("受付は終わりました。")


def test_yes_is_true_and_no_is_false_with_its_reason():
    assert YES
    assert not FULL
    assert FULL.reason == "満席です。"


def test_a_no_without_a_reason_would_be_a_yes_and_is_not_accepted():
    with pytest.raises(ValueError, match="reason"):
        no("")


def test_unless_answers_with_the_reason_only_when_the_condition_fails():
    assert unless(3 <= 8, "残り8名です。") == YES
    assert unless(9 <= 8, "残り8名です。") == no("残り8名です。")


def test_all_of_gives_the_first_no():
    assert all_of(YES, FULL, LATE) == FULL
    assert all_of(YES, YES) == YES
    assert all_of() == YES


def test_any_of_gives_yes_or_the_first_no():
    assert any_of(FULL, YES) == YES
    assert any_of(FULL, LATE) == FULL


def test_require_raises_the_sentence():
    require(YES)

    with pytest.raises(Refused, match="満席です。") as refusal:
        require(FULL)

    assert refusal.value.reason == "満席です。"


def test_a_reason_is_fixed_in_the_language_of_the_moment():
    with override("ja"):
        told = no(gettext_lazy("管理者"))

    with override("en"):
        assert told == Verdict("管理者")
