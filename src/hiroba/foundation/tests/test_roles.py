"""Roles and the parts of the house they hold for."""

import pytest

from hiroba.foundation.roles import STAFF_ROLES, Role, is_scope


@pytest.mark.parametrize(
    "scope", ["everywhere", "programme:cooperation", "office:tokyo", "queue:legacies"]
)
def test_a_scope_names_the_house_a_programme_an_office_or_a_queue(scope):
    assert is_scope(scope)


@pytest.mark.parametrize("scope", ["", "tokyo", "programme:", "office: ", "body:NPO", "everywher"])
def test_anything_else_is_no_scope(scope):
    assert not is_scope(scope)


def test_reviewers_and_guides_are_not_staff():
    assert set(Role) - STAFF_ROLES == {Role.REVIEWER, Role.GUIDE}
