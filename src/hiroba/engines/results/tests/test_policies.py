"""Who writes, checks and records what, and each no by its sentence."""

import pytest

from hiroba.engines.results import policies
from hiroba.engines.results.tests.samples import (
    PROGRAMME,
    adopted,
    day,
    interested,
    practice,
    published,
    reviewed,
    written,
)
from hiroba.foundation.accounts.examples import approver, auditor, officer, somebody
from hiroba.foundation.actors import CLOCKWORK, GUEST
from hiroba.foundation.verdicts import YES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

WRITERS_ONLY = "教訓は、担当職員が書きます。"
KEEPERS_ONLY = "実践とその広がりは、担当職員が記録します。"
SHOW = "何からわかるか、根拠を書いてください。"
STRANGERS = [auditor, lambda: somebody("ren"), lambda: GUEST, lambda: CLOCKWORK]


@pytest.mark.parametrize("by", STRANGERS)
def test_only_officers_write_and_record(by):
    by, lesson, adoption = by(), written(), interested()

    told = [
        policies.may_write_lesson(by, PROGRAMME).reason,
        policies.may_revise_lesson(by, lesson).reason,
        policies.may_publish_lesson(by, reviewed()).reason,
        policies.may_describe_practice(by, PROGRAMME).reason,
        policies.may_record_adoption(by, adoption.practice).reason,
        policies.may_pilot_practice(by, adoption).reason,
        policies.may_adopt_practice(by, adoption).reason,
        policies.may_stop_practice(by, adoption).reason,
    ]

    assert told == [WRITERS_ONLY] * 3 + [KEEPERS_ONLY] * 5


def test_officers_write_revise_and_publish():
    assert policies.may_write_lesson(officer(), PROGRAMME) == YES
    assert policies.may_revise_lesson(officer(), written()) == YES
    assert policies.may_publish_lesson(officer(), reviewed()) == YES


def test_an_approver_checks_and_the_writer_does_not():
    lesson = written()

    assert policies.may_review_lesson(approver(), lesson) == YES
    assert policies.may_review_lesson(officer(), lesson).reason == (
        "書いた本人は確認できません。ほかの方に頼んでください。"
    )
    assert policies.may_review_lesson(somebody("ren"), lesson).reason == (
        "教訓は、担当職員か承認者が確認します。"
    )


@pytest.mark.parametrize(
    ("may", "lesson", "state"),
    [
        (policies.may_publish_lesson, written, "下書き"),
        (policies.may_revise_lesson, published, "公開中"),
        (policies.may_publish_lesson, published, "公開中"),
    ],
)
def test_each_step_has_its_time(may, lesson, state):
    told = may(officer(), lesson()).reason

    assert told == f"いまは「{state}」のため、この操作はできません。"


def test_a_practice_spreads_within_itself():
    mine, other = interested(), practice("P-2")

    assert policies.may_record_adoption(officer(), mine.practice, "vertical", mine) == YES
    assert policies.may_record_adoption(officer(), other, parent=mine).reason == (
        "広がりの元は、同じ実践のものから選んでください。"
    )
    assert policies.may_record_adoption(officer(), other, "sideways").reason == (
        "広がり方を選んでください。"
    )


def test_what_was_taken_up_is_shown_and_has_come():
    adoption = interested()

    assert policies.may_adopt_practice(officer(), adoption, day("2023-11-01"), "年報") == YES
    assert policies.may_adopt_practice(officer(), adoption, evidence=" ").reason == SHOW
    told = policies.may_pilot_practice(officer(), adoption, day("2023-11-02")).reason
    assert told == "まだ来ていない日は記録できません。"


def test_what_lasts_has_gone_on_for_two_years():
    assert policies.may_sustain_practice(officer(), adopted("2021-11-01"), "年報") == YES
    assert policies.may_sustain_practice(officer(), adopted("2021-11-01"), "").reason == SHOW
    assert policies.may_sustain_practice(officer(), adopted("2021-11-03"), "年報").reason == (
        "採り入れてから24か月たつと、記録できます。"
    )
    assert policies.may_sustain_practice(officer(), interested()).reason == (
        "いまは「関心あり」のため、この操作はできません。"
    )


def test_what_is_given_up_has_a_reason():
    assert policies.may_stop_practice(officer(), interested()) == YES
    assert policies.may_stop_practice(officer(), interested(), " ").reason == (
        "理由を書いてください。"
    )
