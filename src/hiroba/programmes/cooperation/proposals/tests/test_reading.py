"""Reviewers read blind, keep half a score, hand in, and step aside."""

import pytest

from hiroba.foundation.accounts.examples import reviewers, somebody
from hiroba.programmes.cooperation.proposals import examples

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("call_stands", "in_autumn_2023")]

READ = "/review/cooperation/"
FULL = {
    **{f"score_{key}": 4 for key in ("need", "plan", "team", "society", "lasting")},
    "comment_panel": "よく練られています。",
    "comment_applicant": "記録を公開してください。",
}


@pytest.fixture
def mori(signed_in):
    return signed_in(reviewers()[0])


def test_a_reviewer_reads_without_learning_who_wrote(mori):
    proposal, (own, _other) = examples.under_review()

    page = mori.get(f"{READ}{own.ref}/").content.decode()

    assert "雨水タンク" in page
    body = proposal.submission.body
    told = (body.name_ja, body.name_en, body.representative, body.address, "ren@example.jp")
    assert [word for word in told if word in page] == []


def test_a_half_score_is_kept_and_a_whole_one_is_handed_in(mori):
    _proposal, (own, _other) = examples.under_review()

    kept = mori.post(f"{READ}{own.ref}/", {"score_need": 3}, follow=True).content.decode()
    refused = mori.post(f"{READ}{own.ref}/", {"score_need": 3, "submit": 1}).content.decode()
    done = mori.post(f"{READ}{own.ref}/", {**FULL, "submit": 1}, follow=True).content.decode()

    assert "保存しました。" in kept
    assert "すべての観点に点をつけると提出できます。" in refused
    assert "審査結果を提出しました。" in done
    own.refresh_from_db()
    assert (own.review.state, str(own.review.total)) == ("submitted", "75.00")


def test_handed_in_is_handed_in(mori):
    _proposal, (own, _other) = examples.under_review()
    examples.read(own)

    page = mori.get(f"{READ}{own.ref}/").content.decode()
    again = mori.post(f"{READ}{own.ref}/", {**FULL, "submit": 1}).content.decode()

    assert "あなたの点: 75.00点" in page
    assert "提出済み" in again
    own = type(own).objects.get(pk=own.pk)
    assert own.review.comment_panel == "計画がよく練られています(見本)。"


def test_another_ones_read_is_not_there(mori):
    _proposal, (_own, other) = examples.under_review()
    examples.read(other, 5, 5, 5, 5, 5)

    assert mori.get(f"{READ}{other.ref}/").status_code == 404
    assert "100.00" not in mori.get(READ).content.decode()


def test_a_score_outside_the_levels_is_refused(mori):
    _proposal, (own, _other) = examples.under_review()

    page = mori.post(f"{READ}{own.ref}/", {**FULL, "score_need": 99, "submit": 1})

    assert page.status_code == 200
    assert not hasattr(type(own).objects.get(pk=own.pk), "review")


def test_who_stands_too_near_says_so_and_is_free(mori):
    _proposal, (own, _other) = examples.under_review()

    told = mori.post(f"{READ}{own.ref}/conflict/", {"kind": "kin", "why": ""}, follow=True)
    page = mori.get(f"{READ}{own.ref}/").content.decode()

    assert "届け出ました。" in told.content.decode()
    assert "利害関係があるため、この応募は審査できません。" in page


def test_only_reviewers_come_in(signed_in):
    assert signed_in(somebody("ren")).get(READ).status_code == 403


def test_the_list_asks_the_same_questions_for_one_and_for_three(
    mori, django_assert_max_num_queries
):
    for _ in range(3):
        examples.under_review()
        with django_assert_max_num_queries(8):
            mori.get(READ)


def test_nothing_to_read_is_said_kindly(mori):
    assert "お願いしている審査はありません" in mori.get(READ).content.decode()
