"""Writing about accounts and roles."""

import threading

import pytest
from django.db import connection

from hiroba.foundation import clock
from hiroba.foundation.accounts import actions, queries
from hiroba.foundation.accounts.examples import administrator, officer, somebody
from hiroba.foundation.accounts.models import User
from hiroba.foundation.accounts.states import EVERYWHERE, Role
from hiroba.foundation.actors import CLOCKWORK, GUEST
from hiroba.foundation.journal.queries import records_of
from hiroba.foundation.verdicts import Refused

pytestmark = pytest.mark.django_db


def told_about(user):
    return [(record.hand, record.verb) for record in records_of(user.ref)]


def test_an_account_that_was_opened_can_be_signed_in_to(client):
    user = actions.open_account(
        by=CLOCKWORK, email="Ren@Example.jp", name="鈴木 蓮", password="a-long-secret"
    )

    assert user.email == "ren@example.jp"
    assert client.login(username="ren@example.jp", password="a-long-secret")
    assert [(one.email, one.verified, one.primary) for one in user.emailaddress_set.all()] == [
        ("ren@example.jp", True, True)
    ]
    assert told_about(user) == [("clockwork", "accounts.open_account")]


def test_an_account_without_a_password_opens_by_code_only(client):
    user = actions.open_account(by=CLOCKWORK, email="ren@example.jp", name="鈴木 蓮")

    assert not user.has_usable_password()


def test_a_stranger_opens_no_account_for_others():
    with pytest.raises(Refused, match="管理者だけ"):
        actions.open_account(by=GUEST, email="ren@example.jp", name="鈴木 蓮")

    assert not User.objects.filter(email="ren@example.jp").exists()


def test_a_role_is_granted_and_stands_in_the_journal():
    akari, kanri = somebody("akari"), administrator()

    with clock.at("2023-11-01 10:00"):
        grant = actions.grant(by=kanri, user=akari, role=Role.GUIDE, scope="office:tokyo")

    assert (grant.role, grant.scope, grant.granted_by) == ("guide", "office:tokyo", kanri)
    assert grant.granted_at == clock.moment("2023-11-01 10:00")
    record = records_of(akari.ref).get(verb="accounts.grant")
    assert (record.actor, record.verb) == (kanri, "accounts.grant")
    assert record.details == {"role": "guide", "scope": "office:tokyo"}


def test_a_role_that_is_granted_twice_is_held_and_noted_once():
    akari, kanri = somebody("akari"), administrator()

    grants = {actions.grant(by=kanri, user=akari, role=Role.GUIDE).pk for _ in range(2)}

    assert len(grants) == 1
    assert told_about(akari).count(("管理 太郎(見本)", "accounts.grant")) == 1


def test_a_role_that_ended_is_held_no_more():
    sato, kanri = officer(), administrator()

    actions.end_grant(by=kanri, grant=sato.grants.get())

    assert not User.objects.get(pk=sato.pk).holds(Role.OFFICER)
    assert told_about(sato)[-1] == ("管理 太郎(見本)", "accounts.end_grant")


def test_a_role_does_not_end_twice():
    grant = officer().grants.get()
    actions.end_grant(by=administrator(), grant=grant)

    with pytest.raises(Refused, match="すでに終わっています"):
        actions.end_grant(by=administrator(), grant=grant)


def test_a_person_chooses_the_language_of_letters():
    akari = somebody("akari")

    chosen = actions.choose_language(by=akari, language="en")

    assert (chosen, chosen.language) == (akari, "en")
    assert told_about(akari)[-1] == ("中村 あかり(見本)", "accounts.choose_language")


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_two_administrators_who_grant_the_same_role_at_once_give_it_once():
    akari, kanri = somebody("akari"), administrator()
    together = threading.Barrier(2)

    def give():
        together.wait()
        try:
            actions.grant(by=kanri, user=akari, role=Role.GUIDE, scope=EVERYWHERE)
        finally:
            connection.close()

    threads = [threading.Thread(target=give) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert queries.grants_of(akari).count() == 1
