"""Yen as people type them and as people read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hiroba.foundation import money


@pytest.mark.parametrize(
    ("typed", "yen"),
    [
        ("3000", 3000),
        ("3,000円", 3000),
        ("¥3,000", 3000),
        ("¥3,000", 3000),
        ("3,000", 3000),
        (" 3 000 ", 3000),
        ("3、000 円", 3000),
        ("−500", -500),
        ("-500", -500),
        ("0", 0),
    ],
)
def test_yen_are_understood_as_they_are_typed(typed, yen):
    assert money.parse_yen(typed) == yen


@pytest.mark.parametrize(
    "typed", ["", "円", "三千円", "3,000.5", "3.000", "1e3", "3000ドル", "--5", "5-", "9" * 5000]
)
def test_what_is_no_whole_number_of_yen_is_refused(typed):
    with pytest.raises(ValueError, match="."):
        money.parse_yen(typed)


@given(some.integers(min_value=-(10**15), max_value=10**15))
def test_what_is_written_can_be_read_again(yen):
    assert money.parse_yen(money.yen_text(yen)) == yen


@given(some.text())
def test_no_text_breaks_the_reading_of_yen(text):
    try:
        assert isinstance(money.parse_yen(text), int)
    except ValueError as refusal:
        assert "yen" in str(refusal) or "digits" in str(refusal)


def test_yen_are_written_in_both_languages():
    assert money.yen_text(3000) == "3,000円"
    assert money.yen_text(3000, "en") == "JPY 3,000"


def test_public_accounts_cut_off_below():
    assert money.thousand_yen_text(1_234_999) == "1,234千円"
    assert money.million_yen_text(1_999_999) == "1百万円"
    assert money.thousand_yen_text(-1_999) == "-1千円"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (9_999, "9,999"),
        (10_000, "1万"),
        (2_499_622, "249万9,622"),
        (11_469, "1万1,469"),
        (100_000_005, "1億5"),
        (1_234_567_890_123, "1兆2,345億6,789万123"),
        (-20_000, "-2万"),
    ],
)
def test_great_numbers_are_read_in_groups(number, text):
    assert money.great_number(number) == text
