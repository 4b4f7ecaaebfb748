"""Nothing by which a body is recognised reaches a reviewer, on no page and by no other way."""

import pytest

from hiroba.foundation.accounts.examples import reviewers, somebody
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.search.models import Findable
from hiroba.foundation.tokens.examples import token_of
from hiroba.programmes.cooperation.proposals import examples, judging
from hiroba.programmes.cooperation.proposals.tests.worlds import (
    READ,
    judged,
    other_reviewer,
    telling_words,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("call_stands", "in_autumn_2023")]

PAGES = ("", "{assignment}/", "{assignment}/conflict/")
HIDDEN = {
    "body_name": "なまえの会",
    "representative": "代表の人",
    "address": "どこかの番地",
    "contact_name": "担当の人",
    "contact_kana": "タントウノヒト",
    "contact_email": "hidden@example.org",
    "contact_phone": "090-9999-0000",
    "partners_ja": "なかまの会",
}


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("path", PAGES)
def test_no_page_of_a_reviewer_tells_who_wrote(signed_in, path, language):
    world = judged()
    browser = signed_in(reviewers()[0])

    html = browser.get(language + READ + path.format(assignment=world.assignment_ref)).content

    told = [word for word in telling_words(world.proposal) if word in html.decode()]
    assert told == []


def test_whatever_the_body_writes_into_its_own_fields_stays_hidden(signed_in):
    proposal = examples.submitted(**HIDDEN)
    _proposal, (own, _other) = examples.under_review(proposal)

    html = signed_in(reviewers()[0]).get(f"{READ}{own.ref}/").content.decode()

    assert [word for word in HIDDEN.values() if word in html] == []
    assert proposal.submission.title in html


def test_a_refused_form_tells_no_more_than_the_page(signed_in):
    proposal, (own, _other) = examples.under_review(examples.submitted(**HIDDEN))

    html = signed_in(reviewers()[0]).post(f"{READ}{own.ref}/", {"submit": 1}).content.decode()

    assert "すべての観点に点をつけると提出できます。" in html
    assert [word for word in (*telling_words(proposal), *HIDDEN.values()) if word in html] == []


def test_a_reviewer_does_not_see_how_the_others_score(signed_in):
    _proposal, (own, other) = examples.under_review()
    examples.read(other, 5, 5, 5, 5, 5)
    browser = signed_in(own.reviewer)

    html = "".join(
        browser.get(READ + path.format(assignment=own.ref)).content.decode() for path in PAGES
    )

    assert [word for word in (other.reviewer.name, "100.00", "計画がよく") if word in html] == []


def test_no_letter_to_a_reviewer_tells_who_wrote():
    world = judged()

    letters = Letter.objects.filter(kind="proposals/reviewer_asked")

    assert [letter.to for letter in letters] == ["mori@example.jp", "hayashi@example.jp"]
    for letter in letters:
        text = letter.subject + letter.body
        assert [word for word in telling_words(world.proposal) if word in text] == []


def test_no_search_finds_a_proposal_that_is_being_judged():
    world = judged()

    kept = " ".join(row.ref + row.title + row.text for row in Findable.objects.all())
    secret = (world.proposal.ref, world.proposal.submission.title, "雨水タンク")
    assert [word for word in secret if word in kept] == []


@pytest.mark.parametrize("who", [lambda: reviewers()[0], other_reviewer])
def test_the_api_shows_a_reviewer_no_proposal(client, who):
    world = judged()
    key = {"Authorization": f"Bearer {token_of(who().email.split('@')[0]).secret}"}

    found = client.get("/api/v1/proposals", headers=key).json()
    one = client.get(f"/api/v1/proposals/{world.proposal.ref}", headers=key)

    assert (found["items"], one.status_code) == ([], 404)


def test_who_steps_aside_reads_no_further(signed_in):
    proposal, (own, _other) = examples.under_review()
    judging.declare_conflict(by=own.reviewer, assignment=own, kind="kin", why="")
    browser = signed_in(own.reviewer)

    html = browser.get(f"{READ}{own.ref}/").content.decode()

    assert "雨水タンク" not in html
    assert "利害関係があるため、この応募は審査できません。" in html
    assert [word for word in telling_words(proposal) if word in html] == []


def test_the_body_never_learns_who_read(signed_in):
    proposal = examples.selected()
    browser = signed_in(somebody("ren"))

    html = "".join(
        browser.get(f"/my/cooperation/proposals/{proposal.ref}/{path}").content.decode()
        for path in ("", "receipt/")
    )
    letters = Letter.objects.filter(to="ren@example.jp")

    names = [each.name for each in reviewers()]
    assert [name for name in names if name in html] == []
    assert [name for name in names for letter in letters if name in letter.body] == []
    assert "二人の審査員がともに高く評価した" not in html
