"""The pages of editions for each visitor, in both languages, with no, one and many rows."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import (
    administrator,
    approver,
    auditor,
    chair,
    officer,
    somebody,
)
from hiroba.reports.editions import actions, queries
from hiroba.reports.editions.examples import (
    approver_of_reports,
    proposed_edition,
    published_edition,
    written_edition,
)
from hiroba.reports.editions.models import Edition
from hiroba.reports.figures.examples import published_figures

pytestmark = pytest.mark.django_db

MAKING = "/staff/editions/2023/"


@pytest.fixture(autouse=True)
def in_september_2024():
    with clock.at("2024-09-01 10:00"):
        published_figures()
        yield


def akari():
    return somebody("akari")


def questions(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("who", [None, akari, officer, approver, auditor])
def test_everybody_reads_what_is_published(client, who, prefix):
    published_edition()
    if who:
        client.force_login(who())

    page = client.get(f"{prefix}/editions/2023/")

    assert [pair for pair, _ in page.context["numbers"]] == sorted(
        pair for pair, _ in page.context["numbers"]
    )
    assert (f"{prefix}{MAKING}" in page.content.decode()) == (who in (officer, approver))


@pytest.mark.parametrize(
    ("who", "status"), [(None, 404), (akari, 404), (officer, 200), (approver, 200), (auditor, 200)]
)
@pytest.mark.parametrize("world", [written_edition, proposed_edition])
def test_what_is_not_published_is_for_staff(client, world, who, status):
    world()
    if who:
        client.force_login(who())

    assert client.get("/editions/2023/").status_code == status


@pytest.mark.parametrize("year", [1, 1999, 99999, 10**12, 10**25])
def test_a_year_without_an_edition_is_not_found(client, year):
    published_edition()

    assert client.get(f"/editions/{year}/").status_code == 404


def test_every_number_of_the_edition_leads_to_a_page_with_the_same_value(client):
    published_edition()
    page = client.get("/editions/2023/").content.decode()

    linked = set(re.findall(r'class="number" href="([^"]+)"[^>]*><data value="(\d+)">', page))

    assert len(linked) >= 6
    for address, value in linked:
        assert str(client.get(address).context["figure"].value) == value


def test_the_contents_lead_to_every_chapter(client):
    published_edition()
    page = client.get("/editions/2023/").content.decode()

    anchors = re.findall(r'href="#(chapter-\d+)"', page)

    assert anchors == [f"chapter-{number}" for number in range(1, len(anchors) + 1)] != []
    assert all(page.count(f'id="{anchor}"') == 1 for anchor in anchors)


def test_an_english_reader_of_a_japanese_draft_is_told_its_language(client):
    edition = actions.open_edition(by=officer(), fiscal_year=2022)
    actions.write(
        by=officer(), edition=edition, language="ja", title="題", lead="書", body="## 章\n\n文。"
    )
    client.force_login(officer())

    page = client.get("/en/editions/2022/").content.decode()

    assert '<article class="edition" lang="ja">' in page


def test_an_empty_draft_can_be_looked_at(client):
    actions.open_edition(by=officer(), fiscal_year=2022)
    client.force_login(officer())

    page = client.get("/editions/2022/").content.decode()

    assert "文はまだ書かれていません。" in page


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_an_empty_list_leads_on(client, prefix):
    page = client.get(f"{prefix}/editions/").content.decode()

    assert 'class="empty"' in page and f'href="{prefix}/figures/"' in page


@pytest.mark.parametrize("who", [None, officer])
def test_the_list_shows_drafts_to_staff_only(client, who):
    published_edition()
    actions.open_edition(by=officer(), fiscal_year=2022)
    if who:
        client.force_login(who())

    rows = client.get("/editions/").context["rows"]

    assert [edition.fiscal_year for edition, _ in rows] == ([2023, 2022] if who else [2023])


@pytest.mark.parametrize(
    ("who", "status"),
    [(None, 302), (akari, 403), (auditor, 403), (chair, 403), (administrator, 403)],
)
@pytest.mark.parametrize("end", ["", "ja/write/", "send-back/", "correct/"])
def test_the_making_is_closed_to_others(client, who, status, end):
    published_edition()
    if who:
        client.force_login(who())

    assert client.get(f"{MAKING}{end}").status_code == status


@pytest.mark.parametrize("end", ["propose/", "publish/"])
def test_others_press_no_button(client, end):
    edition = proposed_edition()
    client.force_login(akari())

    answer = client.post(f"{MAKING}{end}")

    edition.refresh_from_db()
    assert (answer.status_code, edition.state) == (403, "proposed")
    assert client.get(f"{MAKING}{end}").status_code == 403


@pytest.mark.parametrize("end", ["propose/", "publish/"])
def test_a_button_is_pressed_and_not_looked_at(client, end):
    written_edition()
    client.force_login(officer())

    assert client.get(f"{MAKING}{end}").status_code == 405


@pytest.mark.parametrize(
    ("world", "who", "there", "not_there"),
    [
        (written_edition, officer, "承認を求める</button>", "公開する</button>"),
        (proposed_edition, approver_of_reports, "公開する</button>", "承認を求める</button>"),
        (proposed_edition, officer, "年次版の公開は承認者が決めます。", "差し戻す</a>"),
        (published_edition, officer, "訂正を書き添える", "公開する</button>"),
        (published_edition, approver_of_reports, "読んでみる", "訂正を書き添える"),
    ],
)
def test_the_page_offers_what_can_be_done_next(client, world, who, there, not_there):
    world()
    client.force_login(who())

    page = client.get(MAKING).content.decode()

    assert there in page and not_there not in page


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_making_is_there_in_both_languages(client, prefix):
    written_edition()
    client.force_login(officer())

    for end in ("", "ja/write/", "en/write/"):
        answer = client.get(f"{prefix}{MAKING}{end}")
        assert (answer.status_code, 'lang="en"' in answer.text[:60]) == (200, bool(prefix))


def test_a_second_edition_of_the_year_is_refused_on_the_form(client):
    written_edition()
    client.force_login(officer())

    answer = client.post("/staff/editions/open-edition/", {"fiscal_year": 2023})

    assert answer.context["form"].non_field_errors() == [
        "この年度の版はすでにあります。一覧からひらいてください。"
    ]
    assert Edition.objects.count() == 1


@pytest.mark.parametrize("year", ["", "soon", "1949", "2101", "99999999999"])
def test_a_year_that_nobody_can_mean_comes_back(client, year):
    client.force_login(officer())

    answer = client.post("/staff/editions/open-edition/", {"fiscal_year": year})

    assert answer.context["form"].errors.keys() == {"fiscal_year"}


def test_a_text_that_comes_back_keeps_every_word(client):
    written_edition()
    client.force_login(officer())

    answer = client.post(f"{MAKING}ja/write/", {"title": "", "lead": "書き出し", "body": "## 章"})

    assert answer.context["form"].errors.keys() == {"title"}
    assert "書き出し" in answer.text and "## 章" in answer.text


def test_what_was_published_is_not_written_over_from_an_old_form(client):
    edition = published_edition()
    before = queries.text_of(edition, "ja").body
    client.force_login(officer())

    answer = client.post(f"{MAKING}ja/write/", {"title": "題", "lead": "い", "body": "## 章"})

    assert "文を直せるのは下書きのあいだだけです。" in answer.text
    assert queries.text_of(Edition.objects.get(), "ja").body == before


def test_nobody_publishes_what_they_proposed_by_pressing_twice(client):
    edition = proposed_edition()
    client.force_login(officer())

    answer = client.post(f"{MAKING}publish/", follow=True, headers={"Referer": MAKING})

    edition.refresh_from_db()
    assert "年次版の公開は承認者が決めます。" in answer.text
    assert edition.state == "proposed"


@pytest.mark.parametrize(
    ("end", "told"),
    [("send-back/", {"reason": ""}), ("correct/", {"text_ja": "訂正", "text_en": " "})],
)
def test_a_reason_and_both_languages_are_needed(client, end, told):
    (proposed_edition if "send" in end else published_edition)()
    client.force_login(approver_of_reports() if "send" in end else officer())

    answer = client.post(f"{MAKING}{end}", told)

    assert (answer.status_code, len(answer.context["form"].errors)) == (200, 1)


def test_the_list_asks_no_more_for_three(client):
    published_edition()
    few = questions(client, "/editions/")
    for year in (2020, 2021):
        edition = written_edition(year=year)
        Edition.objects.filter(pk=edition.pk).update(state="published", published_at=clock.now())

    assert questions(client, "/editions/") == few <= 12


@pytest.mark.parametrize("address", ["/editions/2023/", "/en/editions/2023/", MAKING])
def test_corrections_cost_no_more_questions(client, address):
    edition = published_edition()
    client.force_login(officer())

    def correct(text):
        actions.correct(by=officer(), edition=edition, text_ja=text, text_en=text)

    correct("一つ")
    few = questions(client, address)
    correct("二つ")
    correct("三つ")

    assert questions(client, address) == few <= 15
