"""An NGO starts, writes, checks, submits and follows its proposal."""

import pytest

from hiroba.engines.forms.forms import SEEN
from hiroba.engines.intake.submissions.models import Submission
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import somebody
from hiroba.programmes.cooperation.proposals import examples, queries

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("call_stands", "in_autumn_2023")]

MINE = "/my/cooperation/proposals/"


@pytest.fixture
def ren(signed_in):
    return signed_in(somebody("ren"))


def typed_on(browser, url, **answers):
    """Fill in some fields of a page as a browser would."""
    form = browser.get(url).context["form"]
    shown = {name: form.data.get(name, "") for name in form.fields}
    return browser.post(url, {**shown, **answers}, follow=True)


def test_rules_are_shown_before_one_starts(ren):
    examples.call()

    page = ren.get(f"{MINE}start/grassroots-2023/grassroots_support/").content.decode()

    assert "法人として登記してから2年以上" in page
    assert "すべての条件に合っています。" in page


def test_one_starts_and_stands_on_the_first_page(ren):
    examples.call()
    body = examples.minato()

    answer = ren.post(
        f"{MINE}start/grassroots-2023/grassroots_support/",
        {"body": body.pk, "title": "水と学校"},
        follow=True,
    )

    [proposal] = queries.proposals_of(somebody("ren"))
    assert answer.redirect_chain == [(f"{MINE}{proposal.ref}/write/outline/", 302)]
    assert proposal.submission.title == "水と学校"


def test_what_cannot_be_understood_stays_on_the_page_with_its_sentence(ren):
    url = f"{MINE}{examples.draft().ref}/write/budget/"

    page = typed_on(ren, url, yen_total="百万円").content.decode()

    assert 'value="百万円"' in page
    assert "金額は円単位の整数で書いてください" in page
    assert "保存しました。" in page


def test_two_tabs_lose_nothing(ren):
    url = f"{MINE}{examples.draft().ref}/write/plan/"
    seen = ren.get(url).context["form"].data[SEEN]
    ren.post(url, {SEEN: seen, "objective": "一つめの画面"})

    page = ren.post(url, {SEEN: seen, "objective": "二つめの画面", "risks": "x"})

    text = page.content.decode()
    assert "いまは「一つめの画面」と保存されています" in text
    assert ">\n二つめの画面</textarea>" in text
    again = page.context["form"].data[SEEN]
    ren.post(url, {SEEN: again, "objective": "二つめの画面"})
    document = queries.proposals_of(somebody("ren")).get().submission.document
    assert document.answers["objective"] == "二つめの画面"


def test_the_check_names_every_obstacle_with_a_way_there(ren):
    proposal = examples.complete(yen_total="10,000,001", area="")

    page = ren.get(f"{MINE}{proposal.ref}/check/")

    assert [(each.page, each.key) for each in page.context["obstacles"]] == [
        ("outline", "area"),
        ("budget", "yen_total"),
        ("budget", "yen_total"),
    ]
    assert f"{MINE}{proposal.ref}/write/outline/#id_area" in page.content.decode()
    assert "disabled title=" in page.content.decode()


def test_one_submits_and_holds_a_receipt(ren):
    proposal = examples.complete()

    page = ren.post(f"{MINE}{proposal.ref}/submit/", follow=True)

    assert page.redirect_chain == [(f"{MINE}{proposal.ref}/receipt/", 302)]
    assert f"{proposal.ref}-1" in page.content.decode()


def test_a_double_click_leads_to_the_same_receipt(ren):
    proposal = examples.complete()

    pages = [ren.post(f"{MINE}{proposal.ref}/submit/", follow=True) for _ in range(2)]

    assert [f"{proposal.ref}-1" in page.content.decode() for page in pages] == [True, True]
    assert Submission.objects.get().document.revisions.count() == 1


def test_a_deadline_that_passes_while_one_types_keeps_the_words(ren):
    proposal = examples.complete()
    url = f"{MINE}{proposal.ref}/write/plan/"
    check = f"{MINE}{proposal.ref}/check/"

    with clock.at("2023-10-02 17:00:01"):
        typed_on(ren, url, risks="さいごの一文")
        page = ren.post(f"{MINE}{proposal.ref}/submit/", headers={"referer": check}, follow=True)

    text = page.content.decode()
    assert "受付は2023-10-02 17:00に締め切りました(到着が基準です)。" in text
    submission = Submission.objects.select_related("document").get()
    assert submission.state == "draft"


def test_words_typed_after_the_deadline_are_still_kept(ren):
    proposal = examples.draft()
    url = f"{MINE}{proposal.ref}/write/care/"

    with clock.at("2023-10-02 17:00:01"):
        typed_on(ren, url, risks="さいごの一文")

    assert Submission.objects.get().document.answers["risks"] == "さいごの一文"


@pytest.mark.parametrize(
    "path", ["", "write/outline/", "check/", "receipt/", "submit/", "withdraw/", "take-back/"]
)
def test_a_stranger_finds_nothing_there(signed_in, path):
    proposal = examples.submitted()
    akari = signed_in(somebody("akari"))

    posts = path in ("submit/", "withdraw/", "take-back/")
    url = f"{MINE}{proposal.ref}/{path}"
    answer = akari.post(url) if posts else akari.get(url)

    assert answer.status_code == 404


def test_a_page_that_the_form_does_not_have_is_not_there(ren):
    assert ren.get(f"{MINE}{examples.draft().ref}/write/nowhere/").status_code == 404


def test_what_was_submitted_is_not_written_on(ren):
    answer = ren.get(f"{MINE}{examples.submitted().ref}/write/outline/")

    assert answer.status_code == 403
    assert "提出した後は書きかえられません。" in answer.content.decode()


def test_take_back_and_withdraw(ren):
    proposal = examples.submitted()

    back = ren.post(f"{MINE}{proposal.ref}/take-back/", follow=True)
    gone = ren.post(f"{MINE}{proposal.ref}/withdraw/", follow=True)

    assert "提出を取り消しました。" in back.content.decode()
    assert "取り下げました。" in gone.content.decode()


def test_the_result_is_read_with_the_reviewers_words(ren):
    proposal = examples.selected()

    page = ren.get(f"{MINE}{proposal.ref}/").content.decode()

    assert "選考の結果: 採択" in page
    assert "巡回の記録を公開すると、さらに広がります(見本)。" in page
    assert "森 審査員" not in page
    assert f"/projects/{proposal.project.ref}/" in page


def test_before_the_result_no_word_of_a_reviewer_is_seen(ren):
    proposal, assignments = examples.under_review()
    examples.read(assignments[0])

    page = ren.get(f"{MINE}{proposal.ref}/").content.decode()

    assert "巡回の記録" not in page
    assert "75.00" not in page


def test_the_list_asks_the_same_questions_for_one_and_for_three(ren, django_assert_max_num_queries):
    for _ in range(3):
        examples.draft()
        with django_assert_max_num_queries(9):
            ren.get(MINE)


def test_an_empty_list_says_what_to_do(signed_in):
    page = signed_in(somebody("hana")).get(MINE).content.decode()

    assert "提案書はまだありません" in page


def test_pages_of_a_proposal_ask_few_questions(ren, django_assert_max_num_queries):
    proposal = examples.complete()
    for path in ("", "write/outline/", "check/"):
        with django_assert_max_num_queries(20):
            ren.get(f"{MINE}{proposal.ref}/{path}")
