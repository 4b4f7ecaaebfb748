"""Who may do what with a submission, each no by its sentence."""

import pytest

from hiroba.engines.forms.edits import Edit
from hiroba.engines.forms.examples import FULL
from hiroba.engines.intake.calls.examples import track
from hiroba.engines.intake.submissions import policies
from hiroba.engines.intake.submissions.examples import draft, submitted, under_review
from hiroba.engines.registry.people.examples import member, minato
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody

pytestmark = pytest.mark.django_db

LATER = "2023-10-20 17:00"


@pytest.fixture(autouse=True)
def in_autumn_2023():
    with clock.at("2023-04-10 10:00"):
        minato()
    with clock.at("2023-09-20 10:00"):
        yield


def why_not(policy, *args):
    return getattr(policies, f"may_{policy}")(*args).reason


def test_to_start():
    body, ren, akari = minato(), somebody("ren"), somebody("akari")

    assert why_not("start", ren, track(), body, clock.now()) == ""
    assert "代表管理者か編集者だけ" in why_not("start", akari, track(), body, clock.now())
    early = clock.moment("2023-08-22 09:59")
    assert why_not("start", ren, track(), body, early) == "受付は2023-08-22 10:00に始まります。"


def test_to_write():
    ren, edits = somebody("ren"), (Edit("aim", "水", ""),)

    assert why_not("write", ren, draft(), edits) == ""
    assert "代表管理者か編集者だけ" in why_not("write", officer(), draft(), edits)
    assert why_not("write", ren, submitted(), edits) == "提出した後は書きかえられません。"


def test_to_submit():
    ren, full = somebody("ren"), draft(**FULL)

    assert why_not("submit", ren, full, clock.now()) == ""
    assert "代表管理者か編集者だけ" in why_not("submit", officer(), full, clock.now())
    assert "3か所" in why_not("submit", ren, draft(), clock.now())
    assert "審査中" in why_not("submit", ren, under_review(), clock.now())


def test_to_take_back():
    ren, submission = somebody("ren"), submitted()

    assert why_not("take_back", ren, submission) == ""
    assert "代表管理者" in why_not("take_back", officer(), submission)
    with clock.at(LATER):
        assert why_not("take_back", ren, submission) == "締切を過ぎたため、提出を取り消せません。"


def test_to_withdraw():
    assert why_not("withdraw", somebody("ren"), draft()) == ""
    assert "代表管理者" in why_not("withdraw", officer(), draft())


def test_to_send_back():
    submission, later = submitted(), clock.moment(LATER)

    assert why_not("send_back", officer(), submission, "直して", later) == ""
    assert "担当の職員" in why_not("send_back", somebody("ren"), submission, "直して", later)
    assert "直してほしいところ" in why_not("send_back", officer(), submission, " ", later)
    assert "4,000字" in why_not("send_back", officer(), submission, "字" * 4001, later)
    assert "今より後" in why_not("send_back", officer(), submission, "直して", clock.now())


@pytest.mark.parametrize("verb", ["check", "open_review", "find_ineligible"])
def test_to_check(verb):
    assert why_not(verb, officer(), submitted()) == ""
    assert why_not(verb, somebody("ren"), submitted()) == "この操作は担当の職員が行います。"
    assert "下書き" in why_not(verb, officer(), draft())


def test_an_officer_does_not_check_what_the_own_body_sent():
    submission = submitted()
    member(minato(), officer())

    assert why_not("check", officer(), submission) == (
        "ご自分の団体の応募には、職員として関われません。"
    )


@pytest.mark.parametrize("verb", ["select", "reserve", "decline"])
def test_to_carry_out_a_result(verb):
    assert why_not(verb, officer(), under_review()) == ""
    assert why_not(verb, somebody("ren"), under_review()) == "この操作は担当の職員が行います。"
    assert "受付済み" in why_not(verb, officer(), submitted())
