"""Who may write and publish an edition: one yes, and each no by its sentence."""

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import approver, officer, somebody
from hiroba.foundation.actors import GUEST
from hiroba.reports.editions import actions, policies
from hiroba.reports.editions.examples import (
    approver_of_reports,
    proposed_edition,
    published_edition,
    written_edition,
)
from hiroba.reports.figures.examples import published_figures

pytestmark = pytest.mark.django_db

OFFICERS_ONLY = "年次版は担当の職員が作ります。"
APPROVERS_ONLY = "年次版の公開は承認者が決めます。"


@pytest.fixture(autouse=True)
def in_september_2024():
    with clock.at("2024-09-01 10:00"):
        published_figures()
        yield


def test_an_officer_opens_the_edition_of_a_year_once():
    assert policies.may_open_edition(officer(), 2023)
    actions.open_edition(by=officer(), fiscal_year=2023)

    again = policies.may_open_edition(officer(), 2023)

    assert again.reason == "この年度の版はすでにあります。一覧からひらいてください。"
    assert policies.may_open_edition(GUEST, 2024).reason == OFFICERS_ONLY


def test_only_drafts_are_written():
    edition = proposed_edition()

    assert policies.may_write(somebody("akari"), edition).reason == OFFICERS_ONLY
    assert "下書きのあいだだけ" in policies.may_write(officer(), edition).reason


def test_an_edition_is_proposed_when_both_languages_are_without_error():
    edition = actions.open_edition(by=officer(), fiscal_year=2023)
    words = {"by": officer(), "edition": edition, "title": "題", "lead": "書き出し"}
    assert (
        policies.may_propose(officer(), edition).reason
        == "日本語と英語の両方の文を書いてください。"
    )

    actions.write(**words, language="ja", body="## 章\n\n{{fig:nonsense}}")
    actions.write(**words, language="en", body="## Chapter")
    faulty = policies.may_propose(officer(), edition)
    actions.write(**words, language="ja", body="## 章")

    assert faulty.reason == "文に直すところがあります。下の一覧を見てください。"
    assert policies.may_propose(officer(), edition)


def test_a_visitor_proposes_nothing():
    assert policies.may_propose(GUEST, written_edition()).reason == OFFICERS_ONLY


def test_a_second_person_with_the_right_scope_publishes():
    edition = proposed_edition()

    assert policies.may_publish(approver_of_reports(), edition)
    assert policies.may_publish(officer(), edition).reason == APPROVERS_ONLY


def test_an_approver_of_something_else_does_not_publish():
    with clock.at("2024-09-01 10:00"):
        published_figures()
    edition = written_edition()

    assert policies.may_publish(approver(), edition).reason == APPROVERS_ONLY


def test_who_proposed_does_not_publish():
    edition = proposed_edition()
    edition.proposed_by = approver_of_reports()

    no = policies.may_publish(approver_of_reports(), edition)

    assert no.reason == "承認を求めた方とは別の方が公開してください。"


def test_a_draft_is_not_published():
    approver_of_reports()

    no = policies.may_publish(approver_of_reports(), written_edition())

    assert no.reason == "いまは「下書き」のため、この操作はできません。"


def test_an_approver_sends_back_what_was_proposed():
    edition = proposed_edition()

    assert policies.may_send_back(approver_of_reports(), edition)
    assert policies.may_send_back(officer(), edition).reason == APPROVERS_ONLY


def test_corrections_are_added_to_what_is_published():
    edition = published_edition()

    assert policies.may_correct(officer(), edition)
    assert policies.may_correct(GUEST, edition).reason == OFFICERS_ONLY


def test_a_draft_needs_no_correction():
    no = policies.may_correct(officer(), written_edition())

    assert no.reason == "まだ公開していない版は、文をそのまま直せます。"
