"""Who may give and take roles."""

import pytest

from hiroba.foundation.accounts import actions, policies
from hiroba.foundation.accounts.examples import administrator, officer, somebody
from hiroba.foundation.accounts.states import EVERYWHERE, Role
from hiroba.foundation.actors import CLOCKWORK, GUEST
from hiroba.foundation.verdicts import YES, no

pytestmark = pytest.mark.django_db

ONLY_ADMINISTRATORS = no("役割は管理者だけが変えられます。")
NOT_ONES_OWN = no("自分の役割は、ほかの管理者が変えます。")


def may_grant(by, user, role=Role.GUIDE, scope=EVERYWHERE):
    return policies.may_grant(by, user, role, scope)


def test_an_administrator_may_grant():
    assert may_grant(administrator(), somebody("akari")) == YES
    assert may_grant(CLOCKWORK, somebody("akari"), scope="office:tokyo") == YES


def test_others_may_not_grant():
    assert may_grant(officer(), somebody("akari")) == ONLY_ADMINISTRATORS
    assert may_grant(GUEST, somebody("akari")) == ONLY_ADMINISTRATORS


def test_nobody_grants_to_oneself():
    assert may_grant(administrator(), administrator()) == NOT_ONES_OWN


def test_only_roles_that_exist_are_granted():
    assert may_grant(administrator(), somebody("akari"), role="king") == no(
        "その役割はありません。"
    )


@pytest.mark.parametrize("scope", ["", "tokyo", "programme:", "body:NPO"])
def test_only_parts_of_the_house_are_scopes(scope):
    assert may_grant(administrator(), somebody("akari"), scope=scope) == no(
        "範囲は「everywhere」「programme:…」「office:…」のどれかで入れてください。"
    )


def test_an_administrator_may_end_a_grant_of_another():
    grant = officer().grants.get()

    assert policies.may_end_grant(administrator(), grant) == YES
    assert policies.may_end_grant(officer(), grant) == ONLY_ADMINISTRATORS


def test_nobody_ends_the_own_grant():
    assert policies.may_end_grant(administrator(), administrator().grants.get()) == NOT_ONES_OWN


def test_a_grant_ends_once():
    grant = actions.end_grant(by=administrator(), grant=officer().grants.get())

    assert policies.may_end_grant(administrator(), grant) == no("この役割はすでに終わっています。")


def test_who_opens_accounts_for_others():
    assert policies.may_open_account(CLOCKWORK) == YES
    assert policies.may_open_account(administrator()) == YES
    assert policies.may_open_account(officer()) == ONLY_ADMINISTRATORS


def test_whoever_signed_in_chooses_a_language_of_the_house():
    assert policies.may_choose_language(somebody("akari"), "en") == YES
    assert policies.may_choose_language(GUEST, "en") == no(
        "ことばを覚えておくにはログインしてください。"
    )
    assert policies.may_choose_language(somebody("akari"), "tlh") == no(
        "そのことばはまだ選べません。"
    )
