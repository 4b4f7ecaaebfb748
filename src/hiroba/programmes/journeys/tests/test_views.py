"""The pages on which one walks, and those of officers."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from hiroba.foundation.accounts.examples import auditor, officer, somebody
from hiroba.programmes.journeys import examples, queries
from hiroba.programmes.journeys.models import JourneyVersion, Step

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

BASE = "/journeys/the-day-after/"


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


def set_out(client, role="nadia", language=""):
    return client.post(f"{language}{BASE}set-out/", {"role": role})["Location"]


def choose(client, place, choice):
    return client.post(f"{place}choose/", {"choice": choice})["Location"]


def test_the_empty_list_says_so(client):
    assert "いま歩ける追体験はありません" in told(client.get("/journeys/"))


def test_the_list_leads_to_the_journey_with_few_questions(client):
    examples.published()

    page = client.get("/journeys/")

    assert f'href="{BASE}"' in page.content.decode()
    assert "およそ10分" in told(page)
    assert asked_at(client, "/journeys/") <= 3


def test_before_the_start_one_reads_what_it_is_about_and_who_one_walks_with(client):
    version = examples.published()

    page = told(client.get(BASE))

    assert all(str(note) in page for note in version.story.notes)
    assert all(str(role.card) in page for role in version.story.roles)
    assert page.index("はじめる前に") < page.index("この人と歩く")


def test_somebody_walks_to_the_end_without_account_and_without_script(client):
    examples.published()

    place = set_out(client)
    for choice in ("tell", "papers", "mountain", "show", "help"):
        assert "どうしますか" in told(client.get(place))
        place = choose(client, place, choice)
    end = told(client.get(place))

    assert "だれかの役に立つ朝" in end and "考えてみませんか" in end
    assert "書類があったので、仕事の相談は早く進みました。" in end
    assert Step.objects.count() == 5


def test_every_screen_has_the_way_out_in_the_same_place(client):
    examples.published()
    places = [set_out(client, "sami")]
    for choice in ("take", "medicine", "sea", "speak", "wait"):
        places.append(choose(client, places[-1], choice))

    for place in places:
        page = html.fromstring(client.get(place).content.decode())
        assert page.xpath("//form[@class='way-out']/@action") == [f"{place}step-out/"]


def test_the_way_out_leads_to_a_calm_place_with_help_and_a_way_back(client):
    examples.published()
    place = set_out(client)

    answer = client.post(f"{place}step-out/", follow=True)
    page = html.fromstring(answer.content.decode())

    assert answer.redirect_chain == [(f"{place}rest/", 302)]
    assert "ここで、ひと休み" in told(answer)
    assert page.xpath("//main//a/@href") == [
        "https://www.mhlw.go.jp/mamorouyokokoro/",
        place,
        "/",
    ]
    assert Step.objects.get().is_out


def test_the_calm_place_can_be_opened_again_without_being_counted(client):
    examples.published()
    place = set_out(client)

    client.get(f"{place}rest/")

    assert Step.objects.count() == 0


def test_in_english_the_whole_way_is_english(client):
    examples.published()

    place = set_out(client, language="/en")
    page = client.get(place).content.decode()
    rest = client.get(f"{place}rest/").content.decode()

    assert place.startswith("/en/journeys/")
    assert "Morning at the clinic" in page and "診療所" not in page
    assert "A rest beside the way" in rest and "ひと休み" not in rest


def test_pictures_say_what_they_show(client):
    examples.published()

    page = html.fromstring(client.get(set_out(client)).content.decode())

    assert page.xpath("//img[@class='scene-image']/@alt") == [
        "暗い窓辺に、小さな明かりが一つともっている。"
    ]


def test_at_the_end_there_are_doors_to_go_on(client):
    mark = examples.walk(examples.published(), "sami", ("take", "photos", "sea", "ask", "learn"))

    page = html.fromstring(client.get(f"{BASE}at/{mark}/").content.decode())

    doors = page.xpath("//nav[@aria-labelledby='onward']//a/@href")
    assert doors[0] == BASE
    assert {"/projects/", "/materials/"} < set(doors)


@pytest.mark.parametrize("tail", ["", "rest/"])
def test_an_address_that_somebody_made_up_is_not_found(client, tail):
    examples.published()

    assert client.get(f"{BASE}at/made-up/{tail}").status_code == 404


def test_a_scene_is_shown_with_the_same_few_questions(client):
    examples.published()
    place = set_out(client)

    assert asked_at(client, place) <= 3
    assert asked_at(client, f"{place}rest/") <= 3


def test_a_choice_that_is_not_open_is_refused_on_the_page_one_came_from(client):
    examples.published()
    place = set_out(client)
    page = f"http://testserver{place}"

    answer = client.post(
        f"{place}choose/", {"choice": "fly"}, headers={"referer": page}, follow=True
    )

    assert "ここで選べるものを、一つ選んでください。" in told(answer)


def test_a_draft_is_not_there_for_visitors(client):
    examples.draft()

    assert client.get(BASE).status_code == 404
    assert client.post(f"{BASE}set-out/", {"role": "sami"}).status_code == 404


def test_an_officer_hands_in_a_version_reads_it_and_publishes_it(desk):
    content = json.dumps(examples.content())

    added = desk.post("/staff/journeys/add-version/", {"content": content}, follow=True)
    done = desk.post("/staff/journeys/the-day-after/1/publish/", follow=True)

    assert added.redirect_chain == [("/staff/journeys/the-day-after/1/", 302)]
    assert "診療所の朝" in told(added) and "「papers」が1以上のとき" in told(added)
    assert "公開しました。" in told(done)
    assert desk.get(BASE).status_code == 200


def test_what_stands_against_publication_is_told_and_the_button_sleeps(desk):
    examples.draft(lead={"ja": "道", "en": ""})

    page = html.fromstring(desk.get("/staff/journeys/the-day-after/1/").content.decode())

    assert "lead: 言語「en」の文がありません。" in page.text_content()
    assert page.xpath("//button[@disabled]/@title") == [
        "公開の前に直すところが1か所あります。lead: 言語「en」の文がありません。"
    ]


def test_what_cannot_be_read_is_refused_and_stays_in_the_form(desk):
    page = desk.post("/staff/journeys/add-version/", {"content": '{"dsl": 1, "mine": "残る"}'})

    assert "この内容は読めません。" in told(page)
    assert "残る" in page.content.decode()
    assert JourneyVersion.objects.count() == 0


def test_a_new_version_begins_with_the_content_of_another(desk):
    version = examples.published()

    page = desk.get(f"/staff/journeys/add-version/?from={version.pk}").content.decode()

    assert "the-day-after" in page


def test_an_officer_retires_a_version(desk):
    examples.published()

    page = desk.post("/staff/journeys/the-day-after/1/retire/", follow=True)

    assert "公開を終えました。" in told(page)
    assert desk.get(BASE).status_code == 404


def test_few_are_shown_as_few(desk):
    version = examples.published()
    for _time in range(3):
        examples.walk(version, "nadia", ("tell",))

    page = html.fromstring(desk.get("/staff/journeys/the-day-after/1/").content.decode())
    rows = [row.xpath("./td//text()") for row in page.xpath("//tbody/tr")]

    assert rows[:3] == [
        ["nadia", "clinic", "tell", "5未満"],
        ["nadia", "clinic", "hurry", "0"],
        ["nadia", "clinic", "ここで休む", "0"],
    ]


def test_the_list_of_versions_asks_the_same_few_questions(desk):
    empty = told(desk.get("/staff/journeys/"))
    examples.draft()
    few = asked_at(desk, "/staff/journeys/")
    examples.draft()
    examples.draft()

    assert "まだ追体験がありません" in empty
    assert asked_at(desk, "/staff/journeys/") == few <= 12
    assert asked_at(desk, "/staff/journeys/the-day-after/3/") <= 12


PAGES = ("", "add-version/", "the-day-after/1/")
POSTS = ("the-day-after/1/publish/", "the-day-after/1/retire/")


@pytest.mark.parametrize(
    ("person", "looks", "acts"),
    [
        (None, [302, 302, 302], [302, 302]),
        (lambda: somebody("ren"), [403, 403, 403], [403, 403]),
        (auditor, [200, 403, 200], [403, 403]),
        (officer, [200, 200, 200], [302, 302]),
    ],
)
def test_pages_of_officers_open_for_whom_they_are_meant(client, person, looks, acts):
    examples.draft()
    if person:
        client.force_login(person())

    assert [client.get(f"/staff/journeys/{page}").status_code for page in PAGES] == looks
    assert [client.post(f"/staff/journeys/{page}").status_code for page in POSTS] == acts


def test_a_version_that_is_not_there_is_not_found(desk):
    assert desk.get("/staff/journeys/the-day-after/9/").status_code == 404


def test_a_draft_waits_on_the_workbench(desk):
    examples.draft()

    assert "公開を待つ追体験" in told(desk.get("/workbench/"))
    assert queries.versions_to_publish(officer()).count() == 1
