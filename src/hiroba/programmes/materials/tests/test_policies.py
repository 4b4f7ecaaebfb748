"""Every yes and every no about materials, each no by its sentence."""

import pytest

from hiroba.foundation.accounts import actions as accounts
from hiroba.foundation.accounts.examples import (
    administrator,
    approver,
    auditor,
    chair,
    officer,
    reviewers,
    somebody,
)
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import CLOCKWORK, GUEST, IMPORTER
from hiroba.foundation.verdicts import YES, no
from hiroba.programmes.materials import actions, examples, policies

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

NOT_AN_OFFICER = no("教材の作成と公開は担当の職員が行います。")
WITHDRAWN = no("公開を終えた教材は変えられません。")
FOR_NOBODY = no("対象の学年を一つ以上選んでください。")
OTHERS = {
    "guest": lambda: GUEST,
    "clockwork": lambda: CLOCKWORK,
    "importer": lambda: IMPORTER,
    "ngo": lambda: somebody("ren"),
    "teacher": lambda: somebody("akari"),
    "reviewer": lambda: reviewers()[0],
    "chair": chair,
    "approver": approver,
    "auditor": auditor,
    "administrator": administrator,
}


def officer_of(programme):
    """An officer who looks after one part of the house only."""
    user = somebody(f"officer-{programme}")
    accounts.grant(by=CLOCKWORK, user=user, role=Role.OFFICER, scope=f"programme:{programme}")
    return user


def withdrawn():
    return actions.withdraw(by=officer(), material=examples.published(), because="古い。")


@pytest.mark.parametrize("name", OTHERS)
def test_nobody_but_an_officer_changes_anything(name):
    by, draft, public = OTHERS[name](), examples.draft(), examples.published("公開")

    assert [
        policies.may_enter_licence(by),
        policies.may_make(by),
        policies.may_revise(by, draft),
        policies.may_add_file(by, draft),
        policies.may_publish(by, draft),
        policies.may_withdraw(by, public),
    ] == [NOT_AN_OFFICER] * 6


def test_an_officer_of_materials_may_and_one_of_giving_may_not():
    assert policies.may_make(officer_of("materials")) == YES
    assert policies.may_make(officer_of("giving")) == NOT_AN_OFFICER


@pytest.mark.parametrize(
    ("grades", "verdict"),
    [
        (None, YES),
        (["adults"], YES),
        (["junior_high", "senior_high"], YES),
        ([], FOR_NOBODY),
        (["kindergarten"], FOR_NOBODY),
        (["adults", "kindergarten"], FOR_NOBODY),
    ],
)
def test_a_material_is_made_and_revised_for_grades_we_know(grades, verdict):
    assert policies.may_make(officer(), grades) == verdict
    assert policies.may_revise(officer(), examples.draft(), grades) == verdict


def test_a_public_material_is_revised_and_a_withdrawn_one_is_not():
    assert policies.may_revise(officer(), examples.published()) == YES
    assert policies.may_revise(officer(), withdrawn()) == WITHDRAWN


@pytest.mark.parametrize(
    ("count", "verdict"),
    [
        (0, YES),
        (19, YES),
        (20, no("一つの教材に付けられるのは20点までです。別の教材に分けてください。")),
    ],
)
def test_files_are_added_up_to_twenty(count, verdict):
    assert policies.may_add_file(officer(), examples.draft(), count) == verdict


def test_no_file_is_added_to_what_is_withdrawn():
    assert policies.may_add_file(officer(), withdrawn()) == WITHDRAWN


def test_what_is_missing_for_publication_is_said_one_by_one():
    japanese, empty, ready = examples.draft(english=""), examples.draft("空"), examples.draft("本")
    examples.with_file(ready)

    assert [policies.may_publish(officer(), each) for each in (japanese, empty, ready)] == [
        no("英語の題名と紹介を書くと公開できます。"),
        no("ファイルを一つ以上付けると公開できます。"),
        YES,
    ]


def test_what_is_withdrawn_is_never_published_again():
    assert policies.may_publish(officer(), withdrawn()) == no(
        "いまは「公開終了」のため、この操作はできません。"
    )


@pytest.mark.parametrize(
    ("because", "verdict"),
    [
        (None, YES),
        ("統計が古くなりました。", YES),
        ("", no("理由を書いてください。")),
        (" \n", no("理由を書いてください。")),
    ],
)
def test_a_material_is_withdrawn_with_a_reason(because, verdict):
    assert policies.may_withdraw(officer(), examples.published(), because) == verdict


def test_a_draft_and_a_withdrawn_material_are_not_withdrawn():
    assert [policies.may_withdraw(officer(), each) for each in (examples.draft(), withdrawn())] == [
        no("いまは「準備中」のため、この操作はできません。"),
        no("いまは「公開終了」のため、この操作はできません。"),
    ]


@pytest.mark.parametrize("name", OTHERS)
def test_everybody_may_save_what_is_public(name):
    file = examples.published().files.select_related("material").get()

    assert policies.may_download(OTHERS[name](), file) == YES


def test_nobody_saves_what_is_not_public():
    draft = examples.with_file(examples.draft())
    over = withdrawn().files.select_related("material").get()

    assert [policies.may_download(officer(), file) for file in (draft, over)] == [
        no("この教材の公開は終わっています。ほかの教材をおさがしください。"),
    ] * 2
