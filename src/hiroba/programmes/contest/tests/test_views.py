"""The pages of the contest for everybody, schools, readers and staff."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from hiroba.engines.registry.people.examples import school_body
from hiroba.engines.ties.queries import chain_through
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import (
    approver,
    auditor,
    chair,
    officer,
    reviewers,
    somebody,
)
from hiroba.foundation.search import actions as search
from hiroba.programmes.contest import examples, judging, queries
from hiroba.programmes.contest.models import Contest, Essay, FaultyRow

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_june_2023")]

CONTEST = "/contest/essay-2023/"
FACTS = {
    "division": "junior",
    "grade": "2",
    "name": "見本 つむぎ",
    "kana": "みほん つむぎ",
    "title": "朝の市場",
    "text": examples.TEXT,
    "consent": "on",
}


def told(answer):
    return " ".join(html.fromstring(answer.content.decode()).text_content().split())


def asked_at(client, url):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200, url
    return len(asked)


def as_person(client, person):
    client.force_login(person)
    return client


def entered(**change):
    return examples.entered(examples.contest(), **change)


def settled():
    """A contest with one prize whose results come out in December."""
    essay = examples.awarded(examples.scored(examples.accepted(entered()), 5, 5))
    results_at = clock.moment("2023-12-25 10:00")
    judging.settle(by=officer(), contest=essay.contest, results_at=results_at)
    return essay


def test_the_list_of_contests_leads_to_the_open_one(client):
    page = client.get("/contest/")

    assert f'href="{CONTEST}"' in page.content.decode()
    assert asked_at(client, "/contest/") <= 3


def test_a_contest_tells_its_divisions_lengths_and_deadlines(client):
    page = told(client.get(CONTEST))

    assert "1200字まで" in page and "1600字まで" in page
    assert "2023年9月11日(月)17:00" in page
    assert "入賞作品は、発表の日時からここに載ります。" in page
    assert asked_at(client, CONTEST) <= 12


def test_in_english_the_contest_is_english(client):
    page = told(client.get(f"/en{CONTEST}"))

    assert "Essay contest 2023 for junior and senior high schools (sample)" in page
    assert "up to 1200" in page


def test_winners_are_told_from_the_moment_on(client):
    essay = settled()

    with clock.at("2023-12-25 09:59"):
        before = told(client.get(CONTEST))
        hidden = client.get(f"/contest/essays/{essay.ref}/").status_code
    with clock.at("2023-12-25 10:00"):
        after = told(client.get(CONTEST))
        shown = told(client.get(f"/contest/essays/{essay.ref}/"))

    assert "朝の市場(見本)" not in before and hidden == 404
    assert "最優秀賞" in after and "見本 つむぎ" in after
    assert examples.TEXT in shown


def test_a_teacher_enters_an_essay(client):
    as_person(client, examples.teacher())

    page = client.post(
        "/my/contest/essay-2023/enter/", {**FACTS, "body": school_body().pk}, follow=True
    )

    essay = Essay.objects.get()
    assert page.redirect_chain == [(f"/my/contest/entries/{essay.ref}/", 302)]
    assert "応募を受け付けました。" in told(page) and "見本 つむぎ" in told(page)


def test_nothing_typed_is_lost_when_consent_is_missing(client):
    as_person(client, examples.teacher())
    facts = {**FACTS, "consent": "", "body": school_body().pk}

    page = client.post("/my/contest/essay-2023/enter/", facts)

    assert "保護者の同意を確かめてから応募してください。" in told(page)
    assert examples.TEXT in page.content.decode()
    assert Essay.objects.count() == 0


def test_a_list_is_sent_in_and_its_rows_are_repaired(client):
    as_person(client, examples.teacher())
    bad = ("中学生", 5, "見本 めい", "みほん めい", "手紙の続き", examples.TEXT, "はい", "", "")
    sent = {"body": school_body().pk, "file": examples.sheet(bad)}

    page = client.post("/my/contest/essay-2023/upload/", sent, follow=True)
    row = FaultyRow.objects.get()
    url = f"/my/contest/uploads/{row.upload.ref}/{row.pk}/repair/"
    form = client.get(url).content.decode()
    facts = {**FACTS, "title": "手紙の続き", "grade": "3"}
    done = client.post(url, facts, follow=True)

    assert "2行め" in told(page) and "学年は1、2、3のどれかです。" in told(page)
    assert "手紙の続き" in form
    assert "直して応募しました。" in told(done) and "直すところは残っていません。" in told(done)


def test_a_row_is_dropped_by_a_button(client):
    as_person(client, examples.teacher())
    bad = ("中学生", 5, "見本 めい", "みほん めい", "手紙", examples.TEXT, "はい", "", "")
    client.post(
        "/my/contest/essay-2023/upload/", {"body": school_body().pk, "file": examples.sheet(bad)}
    )
    row = FaultyRow.objects.get()

    client.post(f"/my/contest/uploads/{row.upload.ref}/{row.pk}/drop-row/")

    assert FaultyRow.objects.count() == 0


def test_an_empty_list_to_write_in_has_the_right_header(client):
    as_person(client, examples.teacher())

    sheet = b"".join(client.get("/my/contest/essays.csv").streaming_content).decode("utf-8-sig")

    assert sheet.strip() == "部門,学年,氏名,ふりがな,題名,本文,保護者の同意,氏名の公開,作品の公開"


def test_a_teacher_withdraws_and_the_pupil_is_forgotten(client):
    essay = entered()
    as_person(client, examples.teacher())

    page = client.post(f"/my/contest/entries/{essay.ref}/withdraw/", follow=True)

    assert "生徒の情報を消しました。" in told(page)
    assert "見本 つむぎ" not in told(page)


def test_a_certificate_is_there_when_the_results_are_out(client):
    essay = settled()
    as_person(client, examples.teacher())
    url = f"/my/contest/entries/{essay.ref}/certificate.pdf"

    early = client.get(url).status_code
    with clock.at("2023-12-25 10:00"):
        client.force_login(examples.teacher())
        paper = client.get(url)

    assert early == 403
    assert (paper["Content-Type"], paper.content[:5]) == ("application/pdf", b"%PDF-")


def test_entries_of_another_school_are_not_there(client):
    essay = entered()
    as_person(client, somebody("ren"))

    assert client.get(f"/my/contest/entries/{essay.ref}/").status_code == 404
    assert "見本 つむぎ" not in told(client.get("/my/contest/"))


def test_a_reader_reads_and_scores_without_a_name(client):
    examples.accepted(entered())
    as_person(client, reviewers()[0])
    read = queries.reads_owed_by(reviewers()[0]).get()

    page = told(client.get(f"/reads/contest/{read.ref}/"))
    scores = {"experience": 4, "thought": 5, "expression": 3, "comment": "心に残りました。"}
    done = client.post(f"/reads/contest/{read.ref}/", scores, follow=True)

    assert "つむぎ" not in page and "ひろば中学校" not in page and examples.TEXT in page
    assert "採点を受け付けました。" in told(done) and "いま読む作品はありません" in told(done)


def test_an_officer_checks_the_chair_awards_a_second_person_agrees(client):
    essay = entered()
    base = f"/staff/contest/essays/{essay.ref}/"
    as_person(client, officer()).post(f"{base}accept/")
    examples.scored(Essay.objects.get(), 5, 4)

    as_person(client, chair()).post(f"{base}award/", {"prize": "jury", "because": "話し合い。"})
    approved = as_person(client, approver()).post(f"{base}approve-award/", follow=True)
    ranking = told(as_person(client, officer()).get("/staff/contest/essay-2023/junior/"))
    page = client.post(
        "/staff/contest/essay-2023/settle/", {"results_at": "2023-12-25T10:00"}, follow=True
    )

    assert "承認しました。" in told(approved)
    assert "87.50" in ranking and "審査員特別賞" in ranking
    assert "発表の日時までは公開されません。" in told(page)
    assert Contest.objects.get().results_at == clock.moment("2023-12-25 10:00")


def test_an_essay_is_named_on_the_way_that_led_to_it_once_it_is_announced(client):
    search.put(ref="M-KENYA", kind="materials", url="/materials/M-KENYA/", title="ケニアの教材")
    essay = entered(inspired_by="M-KENYA")
    examples.awarded(examples.scored(examples.accepted(essay), 5, 5))
    moment = clock.moment("2023-12-25 10:00")
    judging.settle(by=officer(), contest=essay.contest, results_at=moment)

    with clock.at(moment):
        as_person(client, officer()).post("/staff/contest/essay-2023/announce/")
        page = told(client.get(f"/contest/essays/{essay.ref}/"))

    assert "ケニアの教材" in page
    assert [step.things[0].title_ja for step in chain_through("M-KENYA").steps] == [
        "ケニアの教材",
        "朝の市場(見本)",
    ]


def test_an_officer_opens_a_contest_with_a_form(client):
    as_person(client, officer())
    facts = {
        "ref": "essay-2024", "fiscal_year": 2024, "title_ja": "コンテスト2024",
        "title_en": "Contest 2024", "theme_ja": "明日", "theme_en": "Tomorrow",
        "guideline_ja": "案内", "guideline_en": "Guide", "junior_no": 29, "senior_no": 63,
        "opens_at": "2024-06-01T10:00", "closes_at": "2024-09-10T17:00",
    }  # fmt: skip

    page = client.post("/staff/contest/open-contest/", facts, follow=True)

    assert page.redirect_chain == [("/contest/essay-2024/", 302)]
    assert "コンテストを公開しました。" in told(page) and "1600字まで" in told(page)


def test_an_officer_disqualifies_with_a_reason(client):
    essay = entered()
    as_person(client, officer())

    page = client.post(
        f"/staff/contest/essays/{essay.ref}/disqualify/", {"because": "公表ずみ。"}, follow=True
    )

    assert "資格なし" in told(page)


LISTS = {
    "/my/contest/": examples.teacher,
    "/staff/contest/": officer,
    "/reads/contest/": lambda: reviewers()[0],
}


@pytest.mark.parametrize("url", LISTS)
def test_lists_ask_the_same_few_questions_at_any_length(client, url):
    as_person(client, LISTS[url]())
    empty = client.get(url).status_code
    examples.accepted(entered())
    few = asked_at(client, url)
    examples.accepted(entered(name="見本 二人め"))
    examples.accepted(entered(name="見本 三人め"))

    assert empty == 200
    assert asked_at(client, url) == few <= 14


PAGES = ("/staff/contest/", "/staff/contest/open-contest/", "/reads/contest/")


@pytest.mark.parametrize(
    ("person", "answers"),
    [
        (lambda: somebody("ren"), [403, 403, 403]),
        (officer, [200, 200, 403]),
        (auditor, [200, 403, 403]),
        (chair, [200, 403, 403]),
        (lambda: reviewers()[0], [403, 403, 200]),
    ],
)
def test_pages_open_for_whom_they_are_meant(client, person, answers):
    as_person(client, person())

    assert [client.get(page).status_code for page in PAGES] == answers


def test_names_are_not_shown_to_those_who_only_decide(client):
    essay = entered()

    page = told(as_person(client, auditor()).get(f"/staff/contest/essays/{essay.ref}/"))

    assert "つむぎ" not in page and examples.TEXT in page


def test_what_waits_stands_on_the_workbench(client):
    examples.accepted(entered())
    entered(name="見本 べつ")

    assert "確認を待つ作品" in told(as_person(client, officer()).get("/workbench/"))
    assert "読む作品" in told(as_person(client, reviewers()[0]).get("/workbench/"))
