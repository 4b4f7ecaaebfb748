"""The first of thirteen digits checks the others."""

import pytest

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
