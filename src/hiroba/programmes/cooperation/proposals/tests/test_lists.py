"""Every list with nought, one and many rows: the same questions, page by page."""

import csv
import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import approver, chair, officer, reviewers, somebody
from hiroba.programmes.cooperation.proposals import actions, examples, judging, queries
from hiroba.programmes.cooperation.proposals.rankings import stages_judged
from hiroba.programmes.cooperation.proposals.tests.worlds import MINE, READ, STAFF

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("autumn_stands", "in_autumn_2023")]

MOST_QUESTIONS = 12
RANKING = f"{STAFF}rankings/grassroots-2023/grassroots_support/"
LONG = "とても長い事業の題名" * 4 + "𠮷🐟"


def read_twice(**answers):
    proposal, assignments = examples.under_review(examples.submitted(**answers))
    for assignment in assignments:
        examples.read(assignment)
    return proposal


# Each list: its address, who reads it, and what puts one more row into it.
LISTS = {
    "mine": (MINE, lambda: somebody("ren"), examples.draft),
    "calls": ("/calls/", lambda: somebody("akari"), lambda: examples.call(next_ref())),
    "staff calls": (f"{STAFF}calls/", officer, lambda: examples.call(next_ref())),
    "received": (f"{STAFF}proposals/", officer, examples.submitted),
    "reads": (READ, lambda: reviewers()[0], examples.under_review),
    "ranking": (RANKING, chair, read_twice),
    "decisions": (f"{STAFF}decisions/", approver, lambda: examples.proposed(read_twice())),
}


def next_ref():
    return f"call-{queries.calls_seen_by(officer()).count()}"


def questions_of(browser, url):
    with CaptureQueriesContext(connection) as asked:
        answer = browser.get(url)
    assert answer.status_code == 200
    return len(asked)


@pytest.mark.parametrize("which", LISTS)
def test_each_list_asks_the_same_questions_for_one_and_for_three(signed_in, which):
    url, who, one_more = LISTS[which]
    one_more()
    browser = signed_in(who())
    browser.get(url)
    one = questions_of(browser, url)

    for _ in range(2):
        one_more()

    three = questions_of(browser, url)
    assert one == three <= MOST_QUESTIONS


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("which", [name for name in LISTS if name != "ranking"])
def test_an_empty_list_says_something_kind(signed_in, which, language):
    url, who, _one_more = LISTS[which]

    html = signed_in(who()).get(language + url).content.decode()

    assert 'class="empty' in html


def test_a_ranking_in_which_nothing_is_judged_says_so(signed_in):
    examples.call()

    html = signed_in(chair()).get(RANKING).content.decode()

    assert "審査に進んだ提案書はまだありません" in html


@pytest.mark.parametrize(
    ("url", "who", "one_more"),
    [LISTS["mine"], LISTS["received"], LISTS["reads"], LISTS["decisions"]],
    ids=["mine", "received", "reads", "decisions"],
)
def test_a_long_list_is_turned_without_losing_a_row(signed_in, url, who, one_more, monkeypatch):
    monkeypatch.setattr("hiroba.foundation.web.paging.slice_by_key.__defaults__", (("-pk",), 2))
    for _ in range(5):
        one_more()
    browser = signed_in(who())

    seen, here = [], url
    while here:
        shown = browser.get(here).context["slice"]
        seen += [row.pk for row in shown.rows]
        last, here = shown, shown.next_url
    back = browser.get(last.previous_url).context["slice"]

    assert len(seen) == len(set(seen)) == 5
    assert [row.pk for row in back.rows] == seen[2:4]


@pytest.mark.parametrize("made_up", ["after=x", "before=x", "after=", "after=1:abc"])
def test_a_made_up_page_is_the_first_page(signed_in, made_up):
    proposal = examples.submitted()

    shown = signed_in(officer()).get(f"{STAFF}proposals/?{made_up}").context["slice"]

    assert [row.pk for row in shown.rows] == [proposal.pk]


def rows_of(browser, query=""):
    answer = browser.get(f"{STAFF}proposals.csv{query}")
    text = b"".join(answer.streaming_content).decode()
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_the_spreadsheet_holds_what_the_list_holds(signed_in):
    proposal = examples.submitted()
    submission = proposal.submission

    rows = rows_of(signed_in(officer()))

    assert rows == [
        ["番号", "事業名", "団体", "枠", "状態", "受付", "総額(円)"],
        [
            submission.receipt_no,
            submission.title,
            submission.body.name_ja,
            "草の根協力支援型",
            "受付済み",
            "2023-09-20T10:00:00+09:00",
            "9800000",
        ],
    ]


def test_the_spreadsheet_of_nothing_has_its_head(signed_in):
    assert len(rows_of(signed_in(officer()))) == 1


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_no_title_becomes_a_formula(signed_in, sign):
    examples.submitted(title_ja=f"{sign}1+1")

    assert rows_of(signed_in(officer()))[1][1] == f"'{sign}1+1"


def test_a_title_with_commas_and_quotes_stays_one_cell(signed_in):
    title = '水,土,"空"と𠮷野川🐟'
    examples.submitted(title_ja=title)

    assert rows_of(signed_in(officer()))[1][1] == title


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?state=submitted", 1),
        ("?state=under_review", 1),
        ("?state=selected", 0),
        ("?state=dance", 2),
        ("?track=grassroots_support", 2),
        ("?track=world_fund", 0),
        ("?q=キスム", 1),
        ("?q=みなと", 2),
        ("?q=" + "あ" * 300, 0),
        ("?state=submitted&q=本と", 0),
    ],
)
def test_list_and_spreadsheet_are_narrowed_alike(signed_in, query, found):
    examples.submitted()
    examples.under_review(examples.submitted(title_ja="本と学校(見本)"))
    browser = signed_in(officer())

    listed = browser.get(f"{STAFF}proposals/{query}").context["slice"].rows

    assert (len(listed), len(rows_of(browser, query)) - 1) == (found, found)


def test_withdrawn_ones_and_drafts_do_not_come_in(signed_in):
    examples.draft()
    actions.withdraw_proposal(by=somebody("ren"), proposal=examples.submitted())

    assert signed_in(officer()).get(f"{STAFF}proposals/").context["slice"].rows == []


@pytest.mark.parametrize("which", ["mine", "received", "reads", "ranking", "decisions"])
def test_long_names_rare_signs_and_scripts_are_only_text(signed_in, which):
    url, who, _one_more = LISTS[which]
    title = f"<script>alert(1)</script>{LONG}"
    examples.proposed(read_twice(title_ja=title))

    html = signed_in(who()).get(url).content.decode()

    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "𠮷🐟" in html


def test_what_came_in_first_stands_first(signed_in):
    first = examples.submitted()
    with clock.at("2023-09-20 10:00:01"):
        second = examples.submitted()

    shown = signed_in(officer()).get(f"{STAFF}proposals/").context["slice"].rows

    assert [row.pk for row in shown] == [first.pk, second.pk]


def test_what_falls_due_first_is_read_first(signed_in):
    _late, (late, _other) = examples.under_review()
    proposal = actions.open_review(by=officer(), proposal=examples.submitted())
    [soon] = actions.assign_reviewers(
        by=officer(),
        proposal=proposal,
        reviewers=reviewers()[:1],
        due_on=clock.today() + timedelta(days=3),
    )

    shown = signed_in(reviewers()[0]).get(READ).context["slice"].rows

    assert [row.pk for row in shown] == [soon.pk, late.pk]


def test_rankings_count_what_is_judged_and_what_waits():
    read_twice()
    decided = read_twice()
    decision = judging.approve_decision(by=approver(), decision=examples.proposed(decided))
    judging.release_decision(by=officer(), decision=decision)

    [stage] = stages_judged(chair())

    assert (stage.judged, stage.waiting) == (2, 1)


def test_each_pile_holds_what_waits_for_its_reader():
    to_check = examples.submitted()
    to_decide = read_twice()
    decision = examples.proposed(read_twice())
    ren = somebody("ren")
    begun = examples.draft()

    assert list(queries.proposals_to_check(officer())) == [to_check]
    assert list(queries.proposals_to_check(chair())) == []
    assert queries.proposals_to_decide(chair()) == [to_decide]
    assert queries.proposals_to_decide(officer()) == []
    assert list(queries.decisions_to_approve(approver())) == [decision]
    assert list(queries.drafts_of(ren)) == [begun]
    assert list(queries.drafts_of(somebody("akari"))) == []
