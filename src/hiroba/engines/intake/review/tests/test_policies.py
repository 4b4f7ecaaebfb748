"""Who may open a stage, ask, score and hand in."""

from datetime import date

import pytest

from hiroba.engines.intake.calls.examples import track
from hiroba.engines.intake.review import policies
from hiroba.engines.intake.review.examples import DUE, asked, rubric, stage
from hiroba.engines.intake.submissions.examples import submitted, under_review
from hiroba.engines.registry.people.examples import member, minato
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, reviewers, somebody

pytestmark = pytest.mark.django_db

BOTH = {"need": 5, "plan": 5}


@pytest.fixture(autouse=True)
def in_autumn_2023():
    with clock.at("2023-04-10 10:00"):
        minato()
    with clock.at("2023-09-20 10:00"):
        yield


def why_not(policy, *args):
    return getattr(policies, f"may_{policy}")(*args).reason


def test_to_open_a_stage():
    lopsided = rubric()
    lopsided["criteria"][0]["weight"] = 50

    assert why_not("open_stage", officer(), track(), rubric(), 2) == ""
    assert "担当の職員" in why_not("open_stage", somebody("ren"), track(), rubric(), 2)
    assert "一人以上" in why_not("open_stage", officer(), track(), rubric(), 0)
    assert "合計を100" in why_not("open_stage", officer(), track(), lopsided, 2)
    stage()
    assert "もうあります" in why_not("open_stage", officer(), track(), rubric(), 2)


def test_to_assign():
    submission, (mori, hayashi) = under_review(), reviewers()
    member(minato(), hayashi)

    assert "審査基準がまだ" in why_not("assign", officer(), submission, None, mori, DUE)
    here = stage()
    assert why_not("assign", officer(), submission, here, mori, DUE) == ""
    assert "担当の職員" in why_not("assign", mori, submission, here, mori, DUE)
    assert "審査中ではありません" in why_not("assign", officer(), submitted(), here, mori, DUE)
    akari = somebody("akari")
    assert "審査員ではありません" in why_not("assign", officer(), submission, here, akari, DUE)
    assert "利害関係" in why_not("assign", officer(), submission, here, hayashi, DUE)
    yesterday = date(2023, 9, 19)
    assert "今日より後" in why_not("assign", officer(), submission, here, mori, yesterday)


def test_to_declare_a_conflict():
    mori, hayashi = reviewers()

    assert why_not("declare_conflict", mori, mori, minato()) == ""
    assert why_not("declare_conflict", officer(), mori, minato()) == ""
    assert "ご本人か担当職員" in why_not("declare_conflict", hayashi, mori, minato())


def test_to_save():
    first, second = asked()

    assert why_not("save", first.reviewer, first, {"need": 5}) == ""
    assert "割り当てられた" in why_not("save", second.reviewer, first, {"need": 5})
    assert "段階から" in why_not("save", first.reviewer, first, {"need": 6})
    assert "段階から" in why_not("save", first.reviewer, first, {"beauty": 5})


def test_to_submit():
    first, _second = asked()

    assert why_not("submit", first.reviewer, first, BOTH, "よい") == ""
    assert "すべての観点" in why_not("submit", first.reviewer, first, {"need": 5}, "よい")
    assert "コメント" in why_not("submit", first.reviewer, first, BOTH, " ")
    assert "4,000字" in why_not("submit", first.reviewer, first, BOTH, "字" * 4001)
