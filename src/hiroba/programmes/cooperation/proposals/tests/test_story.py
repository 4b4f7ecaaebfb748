"""The part of the story that is told in the demo: told once, and true in every part."""

import pytest

from hiroba.engines.intake.submissions.models import Submission
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import approver, chair, officer, reviewers, somebody
from hiroba.foundation.journal.models import Record
from hiroba.foundation.letters.models import Letter
from hiroba.programmes.cooperation.projects.models import Project
from hiroba.programmes.cooperation.proposals import examples, openings, queries
from hiroba.programmes.cooperation.proposals.models import Proposal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_the_summer_of_2026")]


@pytest.fixture
def in_the_summer_of_2026():
    with clock.at("2023-04-10 10:00"):
        examples.minato()
    with clock.at("2026-07-22 10:00"):
        yield


def counted():
    return tuple(model.objects.count() for model in (Submission, Proposal, Project, Letter, Record))


def test_told_twice_is_told_once():
    examples.tell()
    before = counted()

    examples.tell()

    assert counted() == before


def test_everybody_finds_something_that_waits():
    examples.tell()

    waiting = {
        "drafts": queries.drafts_of(somebody("ren")).count(),
        "to check": queries.proposals_to_check(officer()).count(),
        "to read": queries.reads_owed_by(reviewers()[0]).count(),
        "to decide": len(queries.proposals_to_decide(chair())),
        "to approve": queries.decisions_to_approve(approver()).count(),
        "to release": queries.decisions_to_release(officer()).count(),
    }

    assert waiting == dict.fromkeys(waiting, 1)


def test_calls_of_one_year_have_titles_of_their_own_in_both_languages():
    examples.tell()
    calls = queries.calls_seen_by(officer())

    assert [(call.title_ja, call.title_en) for call in calls.order_by("published_at")] == [
        (
            "草の根技術協力事業 2023年度の募集(見本)",
            "Grassroots technical cooperation, FY2023 (sample)",
        ),
        (
            "草の根技術協力事業 2025年度 第1回の募集(見本)",
            "Grassroots technical cooperation, FY2025, call 1 (sample)",
        ),
        (
            "草の根技術協力事業 2026年度 第2回の募集(見本)",
            "Grassroots technical cooperation, FY2026, call 2 (sample)",
        ),
    ]


def test_everything_that_is_told_is_a_sample():
    examples.tell()

    assert {call.is_sample for call in queries.calls_seen_by(officer())} == {True}
    assert set(Project.objects.values_list("is_sample", flat=True)) == {True}


def test_the_call_of_now_is_open_on_both_ways():
    call = openings.call_now()

    assert [(track.code, track.open()) for track in call.tracks.order_by("closes_at")] == [
        ("grassroots_support", True),
        ("grassroots_partner", True),
    ]
    assert list(queries.open_calls()) == [call]


def test_asked_for_again_a_call_is_the_same():
    assert openings.call_now() == openings.call_now()
    assert openings.call_in_review() == openings.call_in_review()


def test_the_story_of_2023_is_dated_as_it_is_told():
    proposal = examples.story_of_2023()
    submission = proposal.submission
    decision = submission.decisions.get()

    assert (submission.submitted_at, submission.state) == (
        clock.moment("2023-10-02 16:40"),
        "selected",
    )
    assert (decision.proposed_at, decision.approved_at, decision.released_at) == (
        clock.moment("2024-02-20 14:00"),
        clock.moment("2024-02-26 10:00"),
        clock.moment("2024-03-15 14:00"),
    )
    totals = [str(each.review.total) for each in submission.assignments.order_by("pk")]
    assert totals == ["85.00", "71.25"]
    assert proposal.project.adopted_on == clock.moment("2024-03-15").date()


def test_the_tags_of_a_sample_stand_on_the_pages(client):
    call = openings.call_now()

    for url in ("/calls/", f"/calls/{call.ref}/"):
        assert "見本</li>" in client.get(url).content.decode()
