"""Who may do what with projects: one yes, and each no by its sentence."""

from datetime import date

import pytest

from hiroba.foundation.accounts.examples import administrator, officer, somebody
from hiroba.foundation.actors import GUEST, IMPORTER
from hiroba.foundation.verdicts import YES
from hiroba.programmes.cooperation.projects import actions, policies
from hiroba.programmes.cooperation.projects.models import Project
from hiroba.programmes.cooperation.projects.tests.samples import adopted, bring_in, gardens

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

NOT_OFFICER = "事業の記録は、協働事業の担当職員が行います。"


@pytest.mark.parametrize("verb", ["contract", "lapse"])
def test_an_officer_moves_an_adopted_project(verb):
    project, may = adopted(), getattr(policies, f"may_{verb}")

    assert may(officer(), project) == YES
    assert may(somebody("ren"), project).reason == NOT_OFFICER


@pytest.mark.parametrize("verb", ["start", "end", "settle", "post_check", "terminate"])
def test_later_steps_wait_for_earlier_ones(verb):
    verdict = getattr(policies, f"may_{verb}")(officer(), adopted())

    assert verdict.reason == "いまは「採択」のため、この操作はできません。"


def test_what_others_publish_is_theirs():
    bring_in(gardens())

    assert policies.may_contract(officer(), Project.objects.get()).reason == (
        "ほかの団体が公開した事業は、公開元だけが変更できます。"
    )
    assert policies.may_exclude_from_figures(officer(), Project.objects.get()).reason == (
        "ほかの団体の事業は、もともと数えていません。"
    )


def test_days_to_come_and_days_before_the_start_are_not_recorded():
    project = actions.contract(by=officer(), project=adopted())

    assert policies.may_start(officer(), project, date(2023, 11, 2)).reason == (
        "まだ来ていない日は記録できません。"
    )
    project = actions.start(by=officer(), project=project)
    assert policies.may_end(officer(), project, date(2023, 10, 1)).reason == (
        "終了日を、開始日より後にしてください。"
    )


def test_stopping_and_leaving_out_need_a_reason():
    project = adopted()

    told = [
        policies.may_lapse(officer(), project, " ").reason,
        policies.may_exclude_from_figures(officer(), project, "").reason,
    ]

    assert told == ["理由を書いてください。"] * 2
    assert policies.may_include_in_figures(officer(), project).reason == (
        "この事業は、すでに数えています。"
    )


def test_files_are_brought_in_by_officers_administrators_and_the_command_line():
    assert policies.may_import_activities(officer()) == YES
    assert policies.may_import_activities(administrator()) == YES
    assert policies.may_import_activities(IMPORTER) == YES
    assert policies.may_import_activities(GUEST).reason == (
        "IATI ファイルの取り込みは、担当職員が行います。"
    )
