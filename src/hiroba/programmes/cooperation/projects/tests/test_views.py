"""The pages as people meet them."""

import pytest
from django.urls import reverse

from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.iati.tests.samples import activity, file_of
from hiroba.programmes.cooperation.projects.models import ImportRun, Project
from hiroba.programmes.cooperation.projects.tests.samples import (
    adopted,
    bring_in,
    gardens,
    upload_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

LIST, MAP = "/projects/", "/projects/map/"


def text(answer):
    return answer.content.decode()


def test_an_empty_house_says_so(client):
    assert "あてはまる事業は見つかりませんでした" in text(client.get(LIST))
    assert "まだ事業がありません" in text(client.get(MAP))


def test_the_list_shows_projects_and_is_narrowed(client):
    adopted()
    bring_in(gardens())

    everything, kenya, words = (
        text(client.get(LIST + query)) for query in ("", "?country=KE", "?words=水道")
    )

    assert "村の水道" in everything and "学校菜園" in everything and "2件" in everything
    assert "学校菜園" in kenya and "村の水道" not in kenya
    assert "村の水道" in words and "学校菜園" not in words


def test_a_list_of_three_asks_no_more_than_a_list_of_one(client, django_assert_max_num_queries):
    adopted()
    bring_in(gardens(1))
    client.get(LIST)
    with django_assert_max_num_queries(12) as one:
        client.get(LIST)

    bring_in(gardens(2), gardens(3))
    client.get(LIST)
    with django_assert_max_num_queries(12) as three:
        client.get(LIST)

    assert len(one) == len(three)


def test_the_list_is_turned_page_by_page(client):
    bring_in(*(gardens(number) for number in range(1, 25)))

    first = client.get(LIST)
    second = client.get(first.context["slice"].next_url)

    refs = [line.project.ref for answer in (first, second) for line in answer.context["lines"]]
    assert (len(refs), len(set(refs))) == (24, 24)
    assert second.context["slice"].next_url == ""


def test_odd_questions_get_an_empty_list(client):
    bring_in(gardens())

    for query in ("?year=abc", "?kind=x", "?after=rubbish", "?sector=" + "9" * 300):
        assert client.get(LIST + query).status_code == 200


def test_the_list_leaves_as_a_table(client):
    bring_in(gardens(1), gardens(2).replace("KE", "UG"))

    answer = client.get("/projects/table.csv?country=UG")
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()

    assert lines[0].startswith("ref,iati_identifier,title_ja")
    assert [line.split(",")[1] for line in lines[1:]] == ["T-2"]


def test_the_map_and_its_table_say_the_same(client):
    bring_in(gardens(1), gardens(2))

    page = text(client.get(MAP))

    assert "<title>ケニア: 2件</title>" in page
    assert '<a href="/projects/?country=KE">ケニア</a>' in page
    assert "国境線は Natural Earth によるもの" in page


def test_a_project_shows_its_money_partners_and_results(client, django_assert_max_num_queries):
    bring_in(gardens())
    project = Project.objects.get()

    with django_assert_max_num_queries(12):
        page = text(client.get(reverse("projects:project", args=[project.ref])))

    for told in ("USD 500", "USD 300", "Minato Association", "Children", "<strong>9</strong>",
                 "通貨の違う金額は合計していません", "そのまま載せています"):  # fmt: skip
        assert told in page
    assert client.get("/projects/P-NOTHERE/").status_code == 404


def test_an_english_reader_finds_english(client):
    bring_in(gardens())
    project = Project.objects.get()

    page = text(client.get(f"/en/projects/{project.ref}/"))

    assert "School gardens" in page
    assert "Kenya" in page


def test_movements_leave_as_a_table(client):
    bring_in(gardens())
    project = Project.objects.get()

    answer = client.get(f"/projects/{project.ref}/transactions.csv")

    assert b"2023-04-02,2,300,USD" in b"".join(answer.streaming_content).replace(b"300.00", b"300")


def test_names_of_others_cannot_run_in_our_pages(client):
    bring_in(gardens().replace("学校菜園", "&lt;script&gt;alert(1)&lt;/script&gt;"))
    project = Project.objects.get()

    for path in (LIST, f"/projects/{project.ref}/"):
        assert "<script>alert" not in text(client.get(path))


def test_an_officer_moves_a_project_with_a_button(client):
    project = adopted()
    client.force_login(officer())
    page = text(client.get(f"/projects/{project.ref}/"))
    assert "契約を記録する" in page

    client.post(f"/staff/projects/{project.ref}/contract/")
    client.post(f"/staff/projects/{project.ref}/start/")

    project.refresh_from_db()
    assert project.state == "running"
    assert client.post(f"/staff/projects/{project.ref}/fly/").status_code == 404


def test_an_officer_writes_down_a_reason(client):
    project = adopted()
    client.force_login(officer())
    path = f"/staff/projects/{project.ref}/lapse/"

    empty = client.post(path, {"because": ""})
    client.post(path, {"because": "同意が得られませんでした。"})

    project.refresh_from_db()
    assert (empty.status_code, project.state) == (200, "lapsed")
    assert "同意が得られませんでした。" in text(client.get(f"/projects/{project.ref}/"))


def test_others_find_no_button_and_no_door(client):
    project = adopted()
    client.force_login(somebody("ren"))

    assert "担当職員の操作" not in text(client.get(f"/projects/{project.ref}/"))
    assert client.post(f"/staff/projects/{project.ref}/contract/").status_code == 403
    assert client.get("/staff/iati/").status_code == 403


def test_a_file_is_uploaded_looked_at_and_brought_in(client):
    client.force_login(officer())
    content = file_of(gardens(1), gardens(1), activity("T-2", where="")).read()

    looked = client.post("/staff/iati/upload/", {"upload": upload_of(content)}, follow=True)
    assert Project.objects.count() == 0
    path = looked.redirect_chain[-1][0]
    assert "同じ識別子の活動が、このファイルの 3 行目にもあります。" in text(looked)

    done = client.post(f"{path}import-activities/", follow=True)
    assert "partner.xml" in text(done)
    assert (Project.objects.count(), ImportRun.objects.get().faulty) == (2, 1)
    assert "partner.xml" in text(client.get("/staff/iati/"))

    again = client.get(path)
    assert "新しい内容はありません" in text(again)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "ファイルが空です。"),
        (b"PK\x03\x04", "ではありません"),
        (b"<?xml version='1.0'?><iati-organisations/>", "組織ファイル"),
        (b"<?xml version='1.0'?><iati-activities version='1.01'/>", "すでに廃止されています"),
        (b"<?xml version='1.0'?><!DOCTYPE a><iati-activities version='2.03'/>", "DOCTYPE"),
    ],
)
def test_a_wrong_file_is_told_in_one_sentence(client, content, sentence):
    client.force_login(officer())

    answer = client.post("/staff/iati/upload/", {"upload": upload_of(content)}, follow=True)

    assert sentence in text(answer)
    assert Project.objects.count() == 0
