"""What the database promises about people and roles."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import administrator, officer, somebody
from hiroba.foundation.accounts.models import Grant, User
from hiroba.foundation.accounts.states import EVERYWHERE, Role

pytestmark = pytest.mark.django_db


def refuses(name):
    return pytest.raises(IntegrityError, match=name)


def a_grant(user, **changed):
    row = {"user": user, "role": Role.OFFICER, "scope": EVERYWHERE, "granted_at": clock.now()}
    return Grant(**{**row, **changed})


def test_an_address_is_kept_in_small_letters_and_found_however_it_is_typed():
    user = User(email="Akari@Example.JP", name="中村 あかり")
    user.save()

    assert user.email == "akari@example.jp"
    assert User.objects.get_by_natural_key("AKARI@example.jp") == user


def test_an_address_with_capitals_is_refused_by_the_database():
    akari = somebody("akari")

    with refuses("address_is_lower_case"), transaction.atomic():
        User.objects.filter(pk=akari.pk).update(email="Akari@example.jp")


def test_a_role_is_held_once_at_a_time():
    sato = officer()

    with refuses("a_role_is_held_once|UNIQUE constraint"), transaction.atomic():
        a_grant(sato).save()


def test_a_role_that_ended_can_be_held_again():
    sato = officer()
    sato.grants.update(ended_at=clock.now())

    a_grant(sato).save()

    assert sato.grants.count() == 2


def test_a_grant_ends_after_it_began():
    with refuses("a_grant_ends_after_it_began"), transaction.atomic():
        a_grant(somebody("akari"), ended_at=clock.now() - timedelta(days=1)).save()


def test_a_role_for_the_whole_house_holds_for_each_part_of_it():
    sato = officer()

    assert sato.holds(Role.OFFICER)
    assert sato.holds(Role.OFFICER, programme="cooperation")
    assert sato.holds(Role.AUDITOR, Role.OFFICER, office="tokyo")
    assert not sato.holds(Role.AUDITOR)


def test_a_role_for_one_programme_does_not_hold_for_another():
    mori = somebody("mori")

    assert mori.holds(Role.REVIEWER, programme="cooperation")
    assert mori.holds(Role.REVIEWER)
    assert not mori.holds(Role.REVIEWER, programme="contest")
    assert not mori.holds(Role.REVIEWER, office="tokyo")


def test_staff_are_those_who_hold_a_role_of_the_agency():
    people = [officer(), administrator(), somebody("mori"), somebody("akari")]

    assert [person.is_staff for person in people] == [True, True, False, False]
    assert [person.has_roles for person in people] == [True, True, True, False]


def test_a_person_is_the_own_account_and_has_a_public_name():
    akari = somebody("akari")

    assert akari.account is akari
    assert akari.ref == f"user-{akari.pk}"
    assert str(akari) == "中村 あかり(見本)"
    assert str(User(email="x@example.jp")) == "x@example.jp"


def test_roles_are_asked_once_for_each_person(django_assert_num_queries):
    sato = officer()

    with django_assert_num_queries(1):
        assert sato.holds(Role.OFFICER) and sato.is_staff and not sato.holds(Role.CHAIR)


def test_the_parts_for_which_a_role_was_granted_are_known_by_their_names():
    aoi = somebody("aoi")
    a_grant(aoi, scope="queue:legacies").save()

    assert aoi.scopes(Role.OFFICER) == {"queue:legacies"}
    assert aoi.scopes(Role.AUDITOR) == frozenset()
