"""Who may do what with a contest and its essays, each no by its sentence."""

import pytest

from hiroba.engines.registry.people.examples import minato, school_body
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import (
    approver,
    auditor,
    chair,
    officer,
    reviewers,
    somebody,
)
from hiroba.foundation.actors import GUEST
from hiroba.foundation.verdicts import YES, no
from hiroba.programmes.contest import actions, examples, policies

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_june_2023")]

NOT_AN_OFFICER = no("コンテストの準備と確認は担当の職員が行います。")
NOT_OF_THE_SCHOOL = no("見本市立ひろば中学校の代表管理者か編集者だけができます。")
OTHERS = {
    "guest": lambda: GUEST,
    "teacher": examples.teacher,
    "reviewer": lambda: reviewers()[0],
    "chair": chair,
    "approver": approver,
    "auditor": auditor,
}


@pytest.mark.parametrize("name", OTHERS)
def test_only_officers_open_settle_and_announce(name):
    by, contest = OTHERS[name](), examples.contest()

    assert [
        policies.may_open_contest(by, "essay-2030"),
        policies.may_settle(by, contest),
        policies.may_announce(by, contest),
    ] == [NOT_AN_OFFICER] * 3


def test_an_officer_opens_a_contest_under_a_free_name():
    assert policies.may_open_contest(officer(), "essay-2030") == YES
    assert policies.may_open_contest(officer(), "essay-2023") == no(
        "この名前の公募はもうあります。"
    )


def test_a_list_is_sent_in_by_the_school_while_the_contest_is_open():
    contest, school = examples.contest(), school_body()

    assert policies.may_upload(examples.teacher(), contest, school) == YES
    assert policies.may_upload(officer(), contest, school) == NOT_OF_THE_SCHOOL
    with clock.at("2023-05-31 23:59"):
        assert policies.may_upload(examples.teacher(), contest, school) == no(
            "このコンテストは、いま作品を受け付けていません。"
        )


def test_a_body_that_is_no_school_does_not_enter_pupils():
    verdict = policies.may_enter(
        somebody("ren"), examples.contest(), minato(), "junior", 1, "名", "な", "題", "文", True
    )

    assert "団体の種類" in verdict.reason


@pytest.mark.parametrize("name", ["guest", "reviewer", "chair", "approver", "auditor"])
def test_only_the_school_withdraws(name):
    essay = examples.entered(examples.contest())

    assert policies.may_withdraw(OTHERS[name](), essay) == NOT_OF_THE_SCHOOL
    assert policies.may_withdraw(examples.teacher(), essay) == YES


def test_an_essay_is_checked_once():
    essay = examples.entered(examples.contest())
    before = policies.may_accept(officer(), essay), policies.may_disqualify(officer(), essay)

    essay = examples.accepted(essay)

    assert before == (YES, YES)
    assert policies.may_accept(officer(), essay) == no(
        "いまは「審査中」のため、この操作はできません。"
    )


def test_an_essay_waits_when_too_few_can_read_it():
    essay = examples.entered(examples.contest())
    for reader in reviewers():
        for grant in reader.grants.filter(scope="programme:contest"):
            grant.delete()

    assert policies.may_accept(officer(), essay) == no(
        "この作品を読める審査員が足りません。審査員の役割を確かめてください。"
    )


def test_what_was_withdrawn_is_not_withdrawn_again():
    essay = examples.entered(examples.contest())
    essay = actions.withdraw(by=examples.teacher(), essay=essay)

    assert policies.may_withdraw(examples.teacher(), essay) == no(
        "いまは「取り下げ」のため、この操作はできません。"
    )
