"""Who may load published values and keep figures: each yes, and each no by its sentence."""

import pytest

from hiroba.foundation.accounts.examples import (
    administrator,
    approver,
    auditor,
    chair,
    officer,
    reviewers,
    somebody,
)
from hiroba.foundation.actors import CLOCKWORK, GUEST, IMPORTER
from hiroba.reports.figures import policies
from hiroba.reports.figures.reckoning import reckon
from hiroba.reports.figures.tests.samples import definition, printed

pytestmark = pytest.mark.django_db

KNOWN = reckon(definition("year"), 2021, [printed(40, "2021-04-01", "2022-03-31")])
UNKNOWN = reckon(definition("year"), 2020, [])
ZERO = reckon(definition("year", [], "2020-04-01"), 2020, [])


def test_the_importer_and_administrators_load_published_values():
    assert policies.may_load_published(IMPORTER)
    assert policies.may_load_published(administrator())


@pytest.mark.parametrize("who", [officer, approver, auditor, chair, lambda: GUEST])
def test_nobody_else_loads_them(who):
    assert policies.may_load_published(who()).reason == "公表値の読み込みは管理者が行います。"


@pytest.mark.parametrize("who", [officer, approver, administrator, lambda: CLOCKWORK])
def test_those_who_answer_for_numbers_keep_them(who):
    assert policies.may_take_snapshot(who(), KNOWN)
    assert policies.may_take_snapshot(who(), ZERO)


@pytest.mark.parametrize(
    "who",
    [
        auditor,
        chair,
        lambda: reviewers()[0],
        lambda: somebody("aoi"),
        lambda: somebody("akari"),
        lambda: GUEST,
        lambda: IMPORTER,
    ],
)
def test_others_do_not_keep_numbers(who):
    no = policies.may_take_snapshot(who(), KNOWN)

    assert no.reason == "数値の控えは担当の職員が取ります。"


def test_a_number_that_is_not_known_is_not_kept():
    assert policies.may_take_snapshot(officer(), UNKNOWN).reason == "この年度の値はまだありません。"
