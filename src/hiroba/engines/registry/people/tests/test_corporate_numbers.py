"""The first of thirteen digits checks the others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiroba.engines.registry.people.corporate_numbers import completed, is_valid, plain


@pytest.mark.parametrize("number", ["7000012050002", "8700110005901", "1180301018771"])
def test_real_numbers_are_right(number):
    assert is_valid(number)


@pytest.mark.parametrize("number", ["", "123", "7000012050003", "70000120500020", "700001205000x"])
def test_anything_else_is_wrong(number):
    assert not is_valid(number)


def test_two_digits_that_changed_places_are_noticed():
    assert not is_valid("7000012500002")


def test_however_it_is_typed_the_digits_remain():
    assert plain(" ７-0000-1205-0002 ") == "7000012050002"
    assert plain("T7000012050002") == "7000012050002"


def test_twelve_digits_are_completed():
    assert completed("000012050002") == "7000012050002"


DIGITS = st.text("0123456789", min_size=12, max_size=12)


@given(DIGITS)
def test_every_completed_number_is_right(base):
    number = completed(base)

    assert is_valid(number)
    assert (len(number), number[1:]) == (13, base)
    assert number[0] in "123456789"


@given(DIGITS, st.integers(1, 12), st.integers(1, 9))
def test_one_wrong_digit_is_noticed_unless_it_weighs_nine(base, place, step):
    number = completed(base)
    digit = str((int(number[place]) + step) % 10)
    changed = number[:place] + digit + number[place + 1 :]
    weight = 2 if place % 2 == 1 else 1

    is_noticed = (weight * (int(digit) - int(number[place]))) % 9 != 0
    assert is_valid(changed) == (not is_noticed)


@given(DIGITS, st.sampled_from("0123456789"))
def test_only_one_check_digit_is_right(base, digit):
    number = completed(base)

    assert is_valid(digit + base) == (digit == number[0])


@given(st.text(max_size=20))
def test_any_text_has_an_answer(text):
    assert is_valid(plain(text)) in (True, False)


@given(DIGITS, st.sampled_from(["-", " ", "\u3000", "‐", "−"]), st.integers(1, 12))
def test_separators_do_not_matter(base, separator, place):
    number = completed(base)

    assert plain(number[:place] + separator + number[place:]) == number


@given(DIGITS)
def test_full_width_digits_are_digits(base):
    number = completed(base)
    wide = number.translate(str.maketrans("0123456789", "０１２３４５６７８９"))

    assert plain(wide) == number
    assert not is_valid(wide)


@pytest.mark.parametrize("number", ["²000012050002", "٧000012050002", "７０００１２０５０００２０"])
def test_other_digits_than_ours_are_no_digits(number):
    assert not is_valid(number)
