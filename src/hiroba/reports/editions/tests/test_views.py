"""The pages of editions."""

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.reports.editions import actions
from hiroba.reports.editions.examples import (
    approver_of_reports,
    proposed_edition,
    published_edition,
    written_edition,
)
from hiroba.reports.editions.models import Edition
from hiroba.reports.figures.examples import published_figures

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_september_2024():
    with clock.at("2024-09-01 10:00"):
        published_figures()
        yield


def test_the_edition_is_read_in_both_languages_with_linked_numbers(client):
    published_edition()

    japanese = client.get("/editions/2023/").content.decode()
    english = client.get("/en/editions/2023/").content.decode()

    assert "町から世界へ、世界から町へ" in japanese and "From our towns to the world" in english
    for page, prefix, texts in (
        (japanese, "", ("1,405件", "249万9,622人", "1万1,469人", "25か国", "3万7,592点")),
        (
            english,
            "/en",
            ("1,405 projects", "2,499,622 visitors", "11,469 visitors", "25 countries"),
        ),
    ):
        assert f'href="{prefix}/figures/grassroots_projects/?fy=2023"' in page
        assert [text for text in texts if f">{text}</data></a>" not in page] == []
        assert "{{" not in page


def test_a_draft_is_not_found_by_visitors_and_read_by_staff(client):
    written_edition()

    assert client.get("/editions/2023/").status_code == 404
    client.force_login(officer())
    assert client.get("/editions/2023/").status_code == 200


def test_the_list_says_when_nothing_is_published_yet(client):
    written_edition()

    assert "公開された年次版はまだありません" in client.get("/editions/").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_same_however_many(client, django_assert_num_queries, count):
    published_edition()
    for year in range(2020, 2019 + count):
        earlier = written_edition(year=year)
        Edition.objects.filter(pk=earlier.pk).update(state="published", published_at=clock.now())

    with django_assert_num_queries(2):
        page = client.get("/editions/").content.decode()

    assert page.count('class="card"') == count


def test_the_edition_asks_few_questions(client, django_assert_max_num_queries):
    published_edition()

    with django_assert_max_num_queries(12):
        client.get("/editions/2023/")


def test_a_correction_is_shown_above_the_text(client):
    edition = published_edition()
    actions.correct(by=officer(), edition=edition, text_ja="数を直しました。", text_en="Mended.")

    page = client.get("/editions/2023/").content.decode()

    assert "公開のあとに分かったこと" in page and "数を直しました。" in page


def test_an_officer_begins_writes_and_proposes(client):
    approver_of_reports()
    client.force_login(officer())

    client.post("/staff/editions/open-edition/", {"fiscal_year": 2023})
    for language in ("ja", "en"):
        form = client.get(f"/staff/editions/2023/{language}/write/").context["form"]
        client.post(f"/staff/editions/2023/{language}/write/", form.initial)
    client.post("/staff/editions/2023/propose/")

    assert Edition.objects.get().state == "proposed"


def test_a_fault_is_told_with_its_line_and_the_button_sleeps(client):
    edition = written_edition()
    actions.write(
        by=officer(), edition=edition, language="ja", title="題", lead="い", body="## 章\n{{fig:x}}"
    )
    client.force_login(officer())

    page = client.get("/staff/editions/2023/").content.decode()

    assert "「x」という数値はありません。" in page and "4行め:" in page
    assert 'disabled title="文に直すところがあります。下の一覧を見てください。"' in page


def test_the_approver_sends_back_or_publishes(client):
    proposed_edition()
    client.force_login(approver_of_reports())

    client.post("/staff/editions/2023/send-back/", {"reason": "短くしてください。"})
    page = client.get("/staff/editions/2023/").content.decode()

    assert "短くしてください。" in page and Edition.objects.get().state == "draft"


def test_the_approver_publishes_and_lands_on_the_page(client):
    proposed_edition()
    client.force_login(approver_of_reports())

    answer = client.post("/staff/editions/2023/publish/")

    assert answer["Location"] == "/editions/2023/"
    assert Edition.objects.get().state == "published"


def test_an_officer_adds_a_correction(client):
    published_edition()
    client.force_login(officer())

    client.post("/staff/editions/2023/correct/", {"text_ja": "訂正", "text_en": "Mended"})

    assert "訂正" in client.get("/editions/2023/").content.decode()


@pytest.mark.parametrize("address", ["", "ja/write/", "send-back/", "correct/"])
def test_the_making_is_for_staff(client, address):
    written_edition()
    client.force_login(somebody("akari"))

    assert client.get(f"/staff/editions/2023/{address}").status_code == 403


def test_a_language_we_do_not_write_is_not_found(client):
    written_edition()
    client.force_login(officer())

    assert client.get("/staff/editions/2023/fr/write/").status_code == 404
