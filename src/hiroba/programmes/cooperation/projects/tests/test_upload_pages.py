"""How an officer brings in a file: upload, look, bring in, and what can go wrong on the way."""

import pytest
from lxml import html

from hiroba.foundation.accounts.examples import administrator, auditor, officer, somebody
from hiroba.foundation.files.models import StoredFile
from hiroba.foundation.iati.tests.samples import activity, file_of
from hiroba.programmes.cooperation.projects import policies
from hiroba.programmes.cooperation.projects.models import ImportRun, Project
from hiroba.programmes.cooperation.projects.tests.samples import bring_in, gardens, upload_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

RUNS, UPLOAD = "/staff/iati/", "/staff/iati/upload/"


@pytest.fixture
def sato(client):
    """Officer Sato's browser."""
    client.force_login(officer())
    return client


def told(answer):
    tree = html.fromstring(answer.content.decode())
    return " ".join(tree.xpath("//main")[0].text_content().split())


def sent(client, *activities, language=""):
    """The page on which one looks at the file; its address is where the redirect led."""
    content = file_of(*activities).read()
    answer = client.post(language + UPLOAD, {"upload": upload_of(content)}, follow=True)
    return answer.redirect_chain[-1][0], answer


def test_a_file_is_looked_at_before_anything_happens(sato):
    path, answer = sent(sato, gardens(1), gardens(2))

    assert [answer.context["plan"].counts[name] for name in ("new", "same")] == [2, 0]
    assert (Project.objects.count(), ImportRun.objects.count()) == (0, 0)
    assert path.startswith(UPLOAD)


def test_the_titles_are_those_of_the_file(sato):
    _, answer = sent(sato, gardens(1).replace("学校菜園", "屋上の&lt;畑&gt;🍅"))

    assert "屋上の<畑>🍅" in told(answer)
    assert "題名は200件まで" not in told(answer)


def test_one_new_among_many_known_is_told_without_a_hint_about_two_hundred(sato):
    bring_in(*(gardens(number) for number in range(5)))

    _, answer = sent(sato, *(gardens(number) for number in range(6)))

    assert "題名は200件まで" not in told(answer)
    assert "T-5" in told(answer) and "T-4" not in told(answer)


def test_bringing_in_leads_to_what_came_of_it(sato):
    path, _ = sent(sato, gardens(1), activity(""))

    done = sato.post(f"{path}import-activities/", follow=True)

    run = ImportRun.objects.get()
    assert done.redirect_chain == [(f"/staff/iati/{run.ref}/", 302)]
    assert "取り込みました。" in done.content.decode()
    assert "活動の識別子(iati-identifier)がありません。" in told(done)
    assert (run.new, run.faulty, run.imported_by) == (1, 1, officer())


def test_a_double_click_brings_everything_in_once(sato):
    path, _ = sent(sato, gardens(1), gardens(2))

    for _click in range(2):
        sato.post(f"{path}import-activities/")

    assert Project.objects.count() == 2
    assert [(run.new, run.same) for run in ImportRun.objects.order_by("pk")] == [(2, 0), (0, 2)]


def test_the_same_file_twice_needs_no_second_import(sato):
    path, _ = sent(sato, gardens(1))
    sato.post(f"{path}import-activities/")

    _, again = sent(sato, gardens(1))

    assert "新しい内容はありません。" in told(again)
    assert "この内容で取り込む" not in told(again)


def test_every_fault_is_told_with_its_line(sato):
    _, answer = sent(sato, gardens(1), gardens(1), activity("T-9", where=""))

    rows = html.fromstring(answer.content.decode()).xpath("//tbody/tr")
    cells = [[" ".join(cell.text_content().split()) for cell in row] for row in rows]
    assert [(line, who) for line, who, _ in cells] == [("16", "T-1"), ("29", "T-9"), ("29", "T-9")]
    assert cells[0][2] == "取り込めません 同じ識別子の活動が、このファイルの 3 行目にもあります。"
    assert cells[1][2].startswith("ご確認ください")


def test_faults_are_told_in_english_to_those_who_read_english(sato):
    _, answer = sent(sato, activity("T-9", where=""), language="/en")

    assert "国も地域もありません" not in told(answer)


def test_a_file_with_nothing_good_in_it_brings_nothing_in(sato):
    _, answer = sent(sato, activity(""), activity("X" * 200))

    assert "新しい内容はありません。" in told(answer)


@pytest.mark.parametrize(
    "name", ["partner.xml", "報告 𠮷.xml", "../../etc/passwd", "a" * 300 + ".xml"]
)
def test_a_file_may_be_called_anything(sato, name):
    upload = upload_of(file_of(gardens()).read())
    upload.name = name

    answer = sato.post(UPLOAD, {"upload": upload}, follow=True)

    assert answer.status_code == 200
    assert "/" not in StoredFile.objects.get().name


def test_a_form_without_a_file_says_so(sato):
    answer = sato.post(UPLOAD, {"csrfmiddlewaretoken": "as a browser sends it"})

    assert answer.status_code == 200
    assert answer.context["form"].errors["upload"]


def test_a_file_beyond_the_limit_is_refused_with_the_limit(sato, monkeypatch):
    monkeypatch.setattr(policies, "UPLOAD_MEGABYTES", 0)

    answer = sato.post(UPLOAD, {"upload": upload_of(file_of(gardens()).read())})

    assert answer.context["form"].errors
    assert StoredFile.objects.count() == 0


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<iati-organisations version='2.03'/>", "組織ファイル"),
        (b"<?xml version='1.0'?><iati-activities version='1.03'/>", "すでに廃止されています"),
        (b"<?xml version='1.0'?><iati-activities version='2.03'>", "途中で壊れています"),
        (b"<?xml version='1.0'?><rss/>", "最初の要素が rss です"),
    ],
)
def test_a_file_that_cannot_be_read_offers_another_choice(sato, content, sentence):
    answer = sato.post(UPLOAD, {"upload": upload_of(content)}, follow=True)

    assert sentence in told(answer)
    assert "この内容で取り込む" not in told(answer)


def test_bringing_in_what_cannot_be_read_is_refused_in_a_sentence(sato):
    content = b"<?xml version='1.0'?><iati-activities version='2.03'>"
    answer = sato.post(UPLOAD, {"upload": upload_of(content)}, follow=True)
    path = answer.redirect_chain[-1][0]

    refused = sato.post(f"{path}import-activities/", follow=True)

    assert "XML が途中で壊れています。" in refused.content.decode()
    assert ImportRun.objects.count() == 0


@pytest.mark.parametrize("person", [lambda: somebody("ren"), auditor])
@pytest.mark.parametrize("path", [RUNS, UPLOAD, f"{RUNS}I-X/", f"{UPLOAD}F-X/"])
def test_other_roles_stand_before_a_closed_door(client, person, path):
    client.force_login(person())

    assert client.get(path).status_code == 403


@pytest.mark.parametrize("path", [RUNS, UPLOAD, f"{RUNS}I-X/", f"{UPLOAD}F-X/"])
def test_a_visitor_is_asked_to_sign_in(client, path):
    answer = client.get(path)

    assert (answer.status_code, "/login/" in answer["Location"]) == (302, True)


def test_an_administrator_brings_files_in_too(client):
    client.force_login(administrator())
    path, _ = sent(client, gardens())

    client.post(f"{path}import-activities/")

    assert ImportRun.objects.get().imported_by == administrator()


@pytest.mark.parametrize("path", [f"{RUNS}I-NOTHERE/", f"{UPLOAD}F-NOTHERE/"])
def test_what_is_not_there_is_not_found(sato, path):
    assert sato.get(path).status_code == 404


def test_the_list_of_imports_tells_who_brought_in_what(sato):
    path, _ = sent(sato, gardens(1), activity(""))
    sato.post(f"{path}import-activities/")
    bring_in(gardens(1))

    tree = html.fromstring(sato.get(RUNS).content.decode())
    rows = [
        [" ".join(one.text_content().split()) for one in row] for row in tree.xpath("//tbody/tr")
    ]

    assert [(row[0], row[2], *row[3:]) for row in rows] == [
        ("sample.xml", "–", "0", "0", "1", "0"),
        ("partner.xml", officer().name, "1", "0", "0", "1"),
    ]


def test_a_list_of_three_imports_asks_no_more_than_one(sato, django_assert_max_num_queries):
    bring_in(gardens(1))
    sato.get(RUNS)
    with django_assert_max_num_queries(12) as one:
        sato.get(RUNS)
    bring_in(gardens(2))
    bring_in(gardens(3))

    with django_assert_max_num_queries(12) as three:
        sato.get(RUNS)

    assert len(one) == len(three)


def test_no_import_yet_is_told(sato):
    assert "まだ取り込んだファイルはありません" in told(sato.get(RUNS))
