"""Questions about people who can sign in."""

import pytest

from hiroba.foundation.accounts import actions, queries
from hiroba.foundation.accounts.examples import (
    PEOPLE,
    administrator,
    officer,
    reviewers,
    somebody,
    tell,
)
from hiroba.foundation.accounts.models import User
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import GUEST

pytestmark = pytest.mark.django_db


def emails(found):
    return [user.email.split("@")[0] for user in found]


def test_administrators_see_everybody_and_others_nobody():
    kanri, sato = administrator(), officer()

    assert set(emails(queries.users_seen_by(kanri))) == {"kanri", "sato"}
    assert emails(queries.users_seen_by(sato)) == []
    assert emails(queries.users_seen_by(GUEST)) == []


def test_people_are_found_by_name_and_by_address():
    kanri = administrator()
    somebody("akari")
    somebody("ren")

    assert emails(queries.users_matching(kanri, "あかり")) == ["akari"]
    assert emails(queries.users_matching(kanri, "REN@")) == ["ren"]
    assert emails(queries.users_matching(kanri, "%")) == []


def test_holders_of_a_role_for_a_programme_include_those_who_hold_it_everywhere():
    mori, hayashi = reviewers()
    actions.grant(by=administrator(), user=somebody("ren"), role=Role.REVIEWER)

    assert set(emails(queries.holders(Role.REVIEWER, "cooperation"))) == {"mori", "hayashi", "ren"}
    assert emails(queries.holders(Role.REVIEWER, "contest")) == ["ren"]


def test_holders_do_not_include_those_who_left():
    mori, hayashi = reviewers()
    actions.end_grant(by=administrator(), grant=mori.grants.get())
    User.objects.filter(pk=hayashi.pk).update(is_active=False)

    assert emails(queries.holders(Role.REVIEWER, "cooperation")) == []


def test_grants_of_a_person_are_those_held_now():
    sato, kanri = officer(), administrator()
    actions.grant(by=kanri, user=sato, role=Role.CHAIR, scope="programme:cooperation")
    actions.end_grant(by=kanri, grant=sato.grants.get(role=Role.OFFICER))

    assert [grant.role for grant in queries.grants_of(sato)] == ["chair"]


def test_a_person_is_found_by_address_however_it_is_typed():
    akari = somebody("akari")

    assert queries.user_by_email("Akari@Example.jp") == akari
    assert queries.user_by_email("nobody@example.jp") is None


def test_the_story_has_all_its_people_once():
    tell()
    tell()

    assert User.objects.count() == len(PEOPLE)


def test_those_named_for_a_programme_are_not_those_who_hold_a_role_everywhere():
    officer()
    somebody("sumire")

    assert set(emails(queries.holders(Role.OFFICER, "legacies"))) == {"sato", "sumire"}
    assert emails(queries.holders_by_name(Role.OFFICER, "legacies")) == ["sumire"]
    assert emails(queries.holders_by_name(Role.OFFICER, "giving")) == []
