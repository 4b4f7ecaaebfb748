"""The pages about materials, as visitors and officers find them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from hiroba.foundation.accounts.examples import auditor, officer, somebody
from hiroba.programmes.materials import actions, examples, queries
from hiroba.programmes.materials.models import Material

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

FACTS = {
    "title_ja": "村の市場",
    "title_en": "The market of a village",
    "summary_ja": "市場のしくみ。",
    "summary_en": "How a market works.",
    "kind": "reading",
    "grades": ["adults"],
    "authors": "会(見本)",
}


def told(answer):
    return " ".join(html.fromstring(answer.content.decode()).text_content().split())


def asked_at(client, url):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


@pytest.fixture
def desk(client):
    client.force_login(officer())
    return client


def test_the_empty_list_says_so(client):
    assert "あてはまる教材は見つかりませんでした" in told(client.get("/materials/"))


def test_the_list_asks_the_same_few_questions_whatever_its_length(client):
    examples.published()
    few = asked_at(client, "/materials/")
    examples.published("二つめ")
    examples.published("三つめ")

    assert asked_at(client, "/materials/") == few <= 12


def test_a_list_is_turned_by_key(client, monkeypatch):
    monkeypatch.setattr("hiroba.foundation.web.paging.slice_by_key.__defaults__", (("-pk",), 1))
    examples.published("一つめ")
    examples.published("二つめ")

    first = client.get("/materials/")
    second = client.get(first.context["slice"].next_url)

    assert [page.context["slice"].rows[0].material.title_ja for page in (first, second)] == [
        "二つめ",
        "一つめ",
    ]


def test_htmx_gets_the_list_alone(client):
    answer = client.get("/materials/?words=x", headers={"HX-Request": "true"}).content.decode()

    assert answer.strip().startswith('<div id="materials">')


def test_a_page_says_what_one_may_do_and_how_large_the_files_are(client):
    material = examples.published()

    page = told(client.get(f"/materials/{material.ref}/"))

    assert "作成者の名前を示せば、コピー、配布、書きかえが自由にできます。" in page
    assert f"PDF — {len(examples.PDF)}" in page
    assert asked_at(client, f"/materials/{material.ref}/") <= 12


def test_in_english_everything_is_english_and_japanese_is_marked(client):
    material = examples.published()

    page = html.fromstring(client.get(f"/en/materials/{material.ref}/").content.decode())

    assert page.xpath("//h1/text()") == ["Life and the world (sample)"]
    assert page.xpath("//dd/span[@lang='ja']/text()") == [examples.AUTHORS]


def test_a_draft_is_not_there_for_visitors(client):
    assert client.get(f"/materials/{examples.draft().ref}/").status_code == 404


def test_a_file_is_saved_by_a_button_and_counted(client):
    file = examples.published().files.get()
    url = f"/materials/{file.material.ref}/files/{file.pk}/"

    looked = client.get(url)
    saved = client.post(url)

    assert looked.status_code == 405
    assert b"".join(saved.streaming_content) == examples.PDF
    assert saved["Content-Disposition"].startswith("attachment")
    assert queries.downloads_of(file.material) == 1


def test_a_withdrawn_material_says_why_and_gives_no_files(client):
    material = examples.published()
    file = material.files.get()
    actions.withdraw(by=officer(), material=material, because="統計が古くなりました。")

    page = told(client.get(f"/materials/{material.ref}/"))
    answer = client.post(f"/materials/{material.ref}/files/{file.pk}/", follow=True)

    assert "統計が古くなりました。" in page and "保存する" not in page
    assert "この教材の公開は終わっています。" in told(answer)


def test_an_officer_makes_a_material_adds_a_file_and_publishes_it(desk):
    facts = {**FACTS, "licence": examples.licence().pk}
    made = desk.post("/staff/materials/make/", facts)
    ref = Material.objects.get().ref
    upload = {"name_ja": "本文", "upload": SimpleUploadedFile("a.pdf", examples.PDF)}

    desk.post(f"/staff/materials/{ref}/add-file/", upload)
    page = told(desk.post(f"/staff/materials/{ref}/publish/", follow=True))

    assert made["Location"] == f"/materials/{ref}/"
    assert "公開しました。" in page and "保存する" in page


def test_nothing_typed_is_lost_when_something_is_missing(desk):
    page = desk.post("/staff/materials/make/", {**FACTS, "title_ja": ""})

    assert page.status_code == 200
    assert "市場のしくみ。" in page.content.decode()
    assert Material.objects.count() == 0


def test_an_officer_corrects_a_material(desk):
    ref = examples.published().ref
    shown = desk.get(f"/staff/materials/{ref}/revise/").content.decode()

    facts = {**FACTS, "licence": examples.licence("school-use").pk, "countries": []}
    desk.post(f"/staff/materials/{ref}/revise/", facts)

    assert "くらしと世界(見本)" in shown
    assert "村の市場" in told(desk.get("/materials/"))


def test_the_publish_button_sleeps_with_its_reason_until_a_file_is_there(desk):
    page = html.fromstring(desk.get(f"/materials/{examples.draft().ref}/").content.decode())

    assert page.xpath("//button[@disabled]/@title") == ["ファイルを一つ以上付けると公開できます。"]


def test_an_officer_withdraws_with_a_reason(desk):
    ref = examples.published().ref

    empty = desk.post(f"/staff/materials/{ref}/withdraw/", {"because": ""})
    done = desk.post(f"/staff/materials/{ref}/withdraw/", {"because": "古い。"}, follow=True)

    assert empty.context["form"].errors
    assert "公開を終えました。" in told(done) and "古い。" in told(done)


def test_what_is_withdrawn_cannot_be_revised_any_more(desk):
    material = actions.withdraw(by=officer(), material=examples.published(), because="古い。")

    for verb in ("revise", "add-file", "withdraw"):
        assert desk.get(f"/staff/materials/{material.ref}/{verb}/").status_code == 403


def test_the_list_of_officers_shows_drafts_too_with_the_same_few_questions(desk):
    empty = told(desk.get("/staff/materials/"))
    examples.draft()
    few = asked_at(desk, "/staff/materials/")
    examples.draft("二つめ")
    examples.published("三つめ")

    assert "まだ教材がありません" in empty
    assert asked_at(desk, "/staff/materials/") == few <= 12
    assert "準備中" in told(desk.get("/staff/materials/"))


def test_an_auditor_looks_and_changes_nothing(client):
    client.force_login(auditor())

    assert client.get("/staff/materials/").status_code == 200
    assert client.get("/staff/materials/make/").status_code == 403


@pytest.mark.parametrize("page", ["", "make/"])
def test_others_stand_before_a_closed_door(client, page):
    client.force_login(somebody("ren"))

    assert client.get(f"/staff/materials/{page}").status_code == 403


def test_a_draft_waits_on_the_workbench(desk):
    examples.draft()

    assert "公開を待つ教材" in told(desk.get("/workbench/"))
