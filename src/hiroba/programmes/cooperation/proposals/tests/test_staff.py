"""Officers prepare calls, check what came in, and ask reviewers."""

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import auditor, officer, reviewers, somebody
from hiroba.programmes.cooperation.proposals import examples, openings, queries

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("call_stands", "in_autumn_2023")]

STAFF = "/staff/cooperation/"


@pytest.fixture
def sato(signed_in):
    return signed_in(officer())


def test_a_call_is_written_given_a_track_and_published(sato):
    openings.schemes()
    words = dict.fromkeys(
        ("title_ja", "title_en", "summary_ja", "summary_en", "guideline_ja", "guideline_en"), "春"
    )
    sato.post(f"{STAFF}calls/new/", {"ref": "spring", "fiscal_year": 2024, **words})
    sato.post(
        f"{STAFF}calls/spring/tracks/",
        {
            "scheme": queries.scheme("world_fund").pk,
            "opens_at": "2023-12-20 10:00",
            "closes_at": "2024-04-25 17:00",
            "reads": 2,
        },
    )

    page = sato.post(f"{STAFF}calls/spring/publish/", follow=True).content.decode()

    assert "公開しました。" in page
    [way] = queries.ways_into(queries.calls_seen_by(officer()).get(ref="spring"))
    assert way.track.closes_at == clock.moment("2024-04-25 17:00")
    assert "金額は1,000,000円まで" in way.sentences


def test_a_call_without_tracks_sleeps_with_a_reason(sato):
    sato.post(f"{STAFF}calls/new/", {"ref": "x", "fiscal_year": 2024})
    form = sato.post(f"{STAFF}calls/new/", {"ref": "x", "fiscal_year": 2024}).content.decode()

    assert "このフィールドは必須です。" in form or "必須" in form


def test_the_list_is_narrowed_by_state_words_and_scheme(sato):
    water = examples.submitted()
    examples.under_review(examples.submitted(title_ja="本と学校(見本)"))

    def refs(**asked):
        slice_ = sato.get(f"{STAFF}proposals/", asked).context["slice"]
        return [proposal.ref for proposal in slice_.rows]

    assert refs(state="submitted") == [water.ref]
    assert refs(q="キスム") == [water.ref]
    assert refs(track="world_fund") == []
    assert refs(state="no such state", q="みなと") != []


def test_the_list_leaves_as_a_spreadsheet(sato):
    proposal = examples.submitted(title_ja="=危ない式")

    lines = b"".join(sato.get(f"{STAFF}proposals.csv").streaming_content).decode().splitlines()

    assert lines[1].startswith(f"{proposal.submission.receipt_no},'=危ない式,")


def test_an_officer_reads_checks_and_asks_two_reviewers(sato):
    proposal = examples.submitted()
    page = sato.get(f"{STAFF}proposals/{proposal.ref}/").content.decode()
    assert "特定非営利活動法人みなと" in page
    assert "審査に進める" in page

    sato.post(f"{STAFF}proposals/{proposal.ref}/open-review/")
    asked = {"reviewers": [each.pk for each in reviewers()], "due_on": "2023-10-31"}
    page = sato.post(
        f"{STAFF}proposals/{proposal.ref}/assign/", asked, follow=True
    ).content.decode()

    assert "審査をお願いしました。" in page
    assert "森 審査員(見本)" in page


def test_an_officer_sends_back_until_five_in_the_afternoon(sato):
    proposal = examples.submitted()

    sato.post(
        f"{STAFF}proposals/{proposal.ref}/send-back/",
        {"because": "内訳を直してください。", "correct_by": "2023-10-04"},
    )

    found = queries.proposals_of(somebody("ren")).get()
    assert found.submission.correct_by == clock.moment("2023-10-04 17:00")


def test_an_officer_finds_it_ineligible_with_a_reason(sato):
    url = f"{STAFF}proposals/{examples.submitted().ref}/find-ineligible/"

    page = sato.post(url, {"because": "活動が国内だけです。"}, follow=True).content.decode()

    assert "資格なしとし、団体へ知らせました。" in page


def test_a_draft_is_nobody_elses_business(sato):
    assert sato.get(f"{STAFF}proposals/{examples.draft().ref}/").status_code == 404


@pytest.mark.parametrize("path", ["calls/", "proposals/", "rankings/", "decisions/"])
def test_an_ngo_does_not_come_in_here(signed_in, path):
    examples.submitted()

    answer = signed_in(somebody("ren")).get(STAFF + path)

    assert answer.status_code == 403
    assert "担当の職員のためのもの" in answer.content.decode()


def test_an_auditor_looks_and_does_not_act(signed_in):
    proposal = examples.submitted()
    kansa = signed_in(auditor())

    looked = kansa.get(f"{STAFF}proposals/{proposal.ref}/")
    acted = kansa.post(f"{STAFF}proposals/{proposal.ref}/open-review/")

    assert (looked.status_code, acted.status_code) == (200, 403)


def test_a_role_taken_away_in_another_tab_is_gone_with_the_next_click(sato):
    proposal = examples.submitted()
    sato.get(f"{STAFF}proposals/{proposal.ref}/")
    officer().grants.update(ended_at=clock.now())

    answer = sato.post(f"{STAFF}proposals/{proposal.ref}/open-review/")

    assert answer.status_code == 403
    assert queries.proposals_of(somebody("ren")).get().submission.state == "submitted"


def test_the_list_asks_the_same_questions_for_one_and_for_three(
    sato, django_assert_max_num_queries
):
    for _ in range(3):
        examples.submitted()
        with django_assert_max_num_queries(9):
            sato.get(f"{STAFF}proposals/")


def test_one_proposal_asks_few_questions(sato, django_assert_max_num_queries):
    proposal, _assignments = examples.under_review()

    with django_assert_max_num_queries(20):
        sato.get(f"{STAFF}proposals/{proposal.ref}/")
