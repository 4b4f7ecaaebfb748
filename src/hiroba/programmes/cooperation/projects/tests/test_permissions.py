"""Each role in front of each verb."""

from datetime import date

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
from hiroba.foundation.actors import CLOCKWORK, GUEST, IMPORTER, PAYMENTS
from hiroba.foundation.verdicts import YES
from hiroba.programmes.cooperation.projects import policies
from hiroba.programmes.cooperation.projects.models import Project
from hiroba.programmes.cooperation.projects.states import Scheme
from hiroba.programmes.cooperation.projects.tests.samples import (
    adopted,
    bring_in,
    gardens,
    in_state,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

NOT_OFFICER = "事業の記録は、協働事業の担当職員が行います。"
NOT_ADOPTING = "採択は、選考の決定にもとづいて担当職員が記録します。"
NOT_IMPORTING = "IATI ファイルの取り込みは、担当職員が行います。"
BEFORE = {
    "contract": "adopted",
    "start": "contracted",
    "end": "running",
    "settle": "ended",
    "post_check": "settled",
    "lapse": "adopted",
    "terminate": "running",
}
PEOPLE = {
    "guest": lambda: GUEST,
    "payments": lambda: PAYMENTS,
    "clockwork": lambda: CLOCKWORK,
    "importer": lambda: IMPORTER,
    "visitor": lambda: somebody("hana"),
    "guide": lambda: somebody("aoi"),
    "reviewer": lambda: reviewers()[0],
    "chair": chair,
    "approver": approver,
    "auditor": auditor,
    "administrator": administrator,
    "officer": officer,
    "officer of another programme": lambda: officer_of("giving"),
    "officer of this programme": lambda: officer_of("cooperation"),
}


def officer_of(programme):
    user = somebody(f"officer-{programme}")
    accounts.grant(by=CLOCKWORK, user=user, role=Role.OFFICER, scope=f"programme:{programme}")
    return user


def those_who(asked):
    return {who for who, person in PEOPLE.items() if asked(person())}


@pytest.mark.parametrize("verb", BEFORE)
def test_only_officers_of_joint_projects_move_them_on(verb):
    project = in_state(BEFORE[verb])

    assert those_who(lambda by: getattr(policies, f"may_{verb}")(by, project)) == {
        "officer",
        "officer of this programme",
    }


@pytest.mark.parametrize("verb", BEFORE)
def test_everybody_else_is_told_who_does_it(verb):
    project = in_state(BEFORE[verb])

    assert getattr(policies, f"may_{verb}")(officer_of("giving"), project).reason == NOT_OFFICER


@pytest.mark.parametrize("verb", BEFORE)
def test_what_others_publish_is_moved_by_nobody(verb):
    bring_in(gardens())

    assert getattr(policies, f"may_{verb}")(officer(), Project.objects.get()).reason == (
        "ほかの団体が公開した事業は、公開元だけが変更できます。"
    )


def test_who_may_adopt():
    assert those_who(lambda by: policies.may_adopt(by, Scheme.PARTNER, None, None, 0)) == {
        "officer",
        "officer of this programme",
        "chair",
        "approver",
        "clockwork",
        "importer",
    }
    assert policies.may_adopt(GUEST, Scheme.PARTNER, None, None, 0).reason == NOT_ADOPTING


def test_who_may_bring_in_files():
    assert those_who(policies.may_import_activities) == {
        "officer",
        "officer of this programme",
        "officer of another programme",
        "administrator",
        "clockwork",
        "importer",
    }
    assert policies.may_import_activities(auditor()).reason == NOT_IMPORTING


def test_who_may_leave_projects_out_of_figures():
    project = adopted()

    assert those_who(lambda by: policies.may_exclude_from_figures(by, project)) == {
        "officer",
        "officer of this programme",
    }
    assert policies.may_exclude_from_figures(auditor(), project, "重複。").reason == NOT_OFFICER


def test_who_may_take_projects_back_into_figures():
    project = adopted()
    project.excluded_from_figures_reason = "重複。"

    assert those_who(lambda by: policies.may_include_in_figures(by, project)) == {
        "officer",
        "officer of this programme",
    }
    assert policies.may_include_in_figures(GUEST, project).reason == NOT_OFFICER


@pytest.mark.parametrize("scheme", Scheme.values)
def test_every_scheme_of_the_house_can_be_adopted(scheme):
    assert policies.may_adopt(officer(), scheme, None, None, 0) == YES


@pytest.mark.parametrize(
    ("scheme", "first", "last", "yen", "reason"),
    [
        ("", None, None, 0, "この事業形態は登録されていません。"),
        ("Grassroots_Partner", None, None, 0, "この事業形態は登録されていません。"),
        (
            Scheme.PARTNER,
            date(2024, 4, 2),
            date(2024, 4, 1),
            0,
            "終了の予定日を、開始の予定日より後にしてください。",
        ),
        (Scheme.PARTNER, None, None, -1, "金額は0円以上で入力してください。"),
    ],
)
def test_what_makes_no_sense_is_told_in_a_sentence(scheme, first, last, yen, reason):
    assert policies.may_adopt(officer(), scheme, first, last, yen).reason == reason


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (None, None),
        (date(2024, 4, 1), None),
        (None, date(2024, 4, 1)),
        (date(2024, 4, 1), date(2024, 4, 1)),
    ],
)
def test_a_plan_may_be_open_or_of_one_day(first, last):
    assert policies.may_adopt(officer(), Scheme.PARTNER, first, last, 0) == YES


@pytest.mark.parametrize(
    ("on", "reason"),
    [
        (None, ""),
        (date(2023, 11, 1), ""),
        (date(2019, 1, 1), ""),
        (date(2023, 11, 2), "まだ来ていない日は記録できません。"),
    ],
)
def test_the_work_has_begun_today_or_earlier(on, reason):
    assert policies.may_start(officer(), in_state("contracted"), on).reason == reason


@pytest.mark.parametrize(
    ("on", "reason"),
    [
        (None, ""),
        (date(2023, 11, 1), ""),
        (date(2023, 10, 31), "終了日を、開始日より後にしてください。"),
        (date(2023, 11, 2), "まだ来ていない日は記録できません。"),
    ],
)
def test_the_work_is_over_on_a_day_between_its_beginning_and_today(on, reason):
    assert policies.may_end(officer(), in_state("running"), on).reason == reason


@pytest.mark.parametrize("because", ["", " ", "\n\t", "\u3000"])
@pytest.mark.parametrize("verb", ["lapse", "terminate", "exclude_from_figures"])
def test_an_empty_text_is_no_reason(verb, because):
    project = in_state(BEFORE.get(verb, "adopted"))

    assert getattr(policies, f"may_{verb}")(officer(), project, because).reason == (
        "理由を書いてください。"
    )


@pytest.mark.parametrize("verb", ["lapse", "terminate", "exclude_from_figures"])
def test_before_anything_is_typed_nothing_is_said_about_the_reason(verb):
    project = in_state(BEFORE.get(verb, "adopted"))

    assert getattr(policies, f"may_{verb}")(officer(), project) == YES
