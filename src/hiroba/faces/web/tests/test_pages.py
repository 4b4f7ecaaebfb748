"""The frame in both languages, with nothing, one and many things in the house."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from hiroba.engines.registry.people import actions as bodies
from hiroba.engines.registry.people import examples as people
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import DEMO_PASSWORD, auditor, officer, somebody
from hiroba.foundation.search import actions as search
from hiroba.programmes.cooperation.projects.tests.samples import adopted
from hiroba.programmes.cooperation.proposals import examples as proposals
from hiroba.reports.figures.examples import published_figures

pytestmark = pytest.mark.django_db

PAGES = ("", "about/", "help/", "privacy/", "accessibility/", "components/", "search/", "offline/")


def akari():
    return somebody("akari")


def findable(number, **facts):
    known = {
        "ref": f"P-{number}",
        "kind": "projects",
        "url": f"/projects/P-{number}/",
        "title": f"水道{number:02}",
        "text": "ラオス",
    }
    search.put(**(known | facts))


def questions(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def headline(client, address="/"):
    """The number of joint projects on the first page, with what stands below it."""
    [figure] = [
        each
        for each in client.get(address).context["headlines"]
        if each.code == "grassroots_projects"
    ]
    return figure.text, figure.period_text


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize(("prefix", "language"), [("/", "ja"), ("/en/", "en")])
@pytest.mark.parametrize("who", [None, akari, officer])
def test_every_page_opens_for_everybody_in_its_language(client, who, prefix, language, address):
    if who:
        client.force_login(who())

    answer = client.get(f"{prefix}{address}")

    assert answer.status_code == 200
    # The offline page is kept by the browser, so that it speaks both languages at once.
    spoken = "ja" if address == "offline/" else language
    assert f'<html lang="{spoken}">' in answer.text
    assert answer.text.count("<h1") == 1


@pytest.mark.parametrize("address", [each for each in PAGES if each != "offline/"])
def test_english_pages_have_no_japanese_left_but_names(client, address):
    page = client.get(f"/en/{address}").text
    main = page[page.index('<main id="main"') : page.index("</main>")]

    japanese = re.findall(r"[ぁ-んァ-ヶ]{2,}[^<]*", re.sub(r'lang="ja"[^<]*', "", main))

    assert japanese == []


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_home_without_calls_and_projects_shows_neither(client, prefix):
    answer = client.get(f"{prefix}/")

    assert (answer.context["open_calls"], answer.context["latest"]) == ([], [])
    assert {figure.value for figure in answer.context["headlines"]} == {0}
    for part in ("open-now", "world"):
        assert f'id="{part}"' not in answer.text
    assert 'id="ways"' in answer.text


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_home_with_everything_shows_all_parts(client, prefix):
    with clock.at("2023-09-15 10:00"):
        proposals.call()
        published_figures()
        adopted("水")
        page = client.get(f"{prefix}/").text

    for part in ("open-now", "numbers", "world", "ways"):
        assert f'id="{part}"' in page


def test_the_headline_ends_where_print_ends_while_nothing_is_known_after_it(client):
    published_figures()
    with clock.at("2023-11-01 10:00"):
        adopted("公表の中の事業")
    with clock.at("2026-11-23 10:00"):
        japanese, english = headline(client), headline(client, "/en/")

    assert japanese == ("1,405件", "2002–2023年度")
    assert english == ("1,405 projects", "FY2002–2023")


def test_the_headline_reaches_to_this_year_once_a_project_was_added(client):
    published_figures()
    with clock.at("2024-10-01 10:00"):
        adopted("ラオスの水", is_sample=True)
    with clock.at("2026-11-23 10:00"):
        assert headline(client) == ("1,406件", "2002–2026年度")


def test_in_production_a_sample_raises_nothing(client, settings):
    published_figures()
    settings.HIROBA_ENV = "production"
    with clock.at("2024-10-01 10:00"):
        adopted("見本の事業", is_sample=True)

        assert headline(client) == ("1,405件", "2002–2023年度")


def test_four_headlines_as_the_yearly_page_prints_them(client):
    published_figures()

    page = client.get("/").text

    for number, unit in (("1,405", "件"), ("249万9,622", "人"), ("1万1,469", "人"), ("25", "か国")):
        assert f"{number}<small>{unit}</small>" in page


def test_home_asks_no_more_for_three_projects_than_for_one(client):
    published_figures()
    adopted("水")
    few = questions(client, "/")
    adopted("土")
    adopted("風")

    assert questions(client, "/") == few <= 12


def test_home_shows_the_six_newest_projects(client):
    for number in range(8):
        with clock.at(f"2023-05-0{number + 1} 10:00"):
            adopted(f"事業{number}")

    latest = client.get("/").context["latest"]

    assert [each.title_ja for each in latest] == [f"事業{number}" for number in range(7, 1, -1)]


@pytest.mark.parametrize(
    ("address", "other"),
    [
        ("/about/", "/en/about/"),
        ("/search/?q=%E6%B0%B4&after=x", "/en/search/?q=%E6%B0%B4&amp;after=x"),
        ("/figures/?fy=2023", "/en/figures/?fy=2023"),
        ("/projects/?country=LA&year=2023", "/en/projects/?country=LA&amp;year=2023"),
    ],
)
def test_the_language_switch_keeps_page_and_query(client, address, other):
    page = client.get(address).text
    there = client.get(other.replace("&amp;", "&"))

    assert f'href="{other}" lang="en"' in page
    back = address.replace("&", "&amp;")
    assert f'href="{back}" lang="ja"' in there.text and there.status_code == 200


def test_ones_own_page_shows_five_of_each_and_leads_to_all(client):
    people.places.reference()
    for number in range(7):
        bodies.register_body(
            by=akari(), name_ja=f"会{number}", kana=f"カイ{number}", personality="npo"
        )
    client.force_login(akari())

    answer = client.get("/my/")

    assert [body.name_ja for body in answer.context["bodies"]] == [f"会{n}" for n in range(5)]
    assert 'href="/my/bodies/"' in answer.text


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_ones_own_page_without_anything_leads_on(client, prefix):
    client.force_login(akari())

    page = client.get(f"{prefix}/my/").text

    assert f'href="{prefix}/my/bodies/register/"' in page
    assert f'href="{prefix}/my/tokens/"' in page


def test_ones_own_page_asks_no_more_for_three_bodies(client):
    people.places.reference()
    client.force_login(akari())

    def with_more(numbers):
        for number in numbers:
            bodies.register_body(
                by=akari(), name_ja=f"会{number}", kana=f"カイ{number}", personality="npo"
            )
        return questions(client, "/my/")

    assert with_more([1]) == with_more([2, 3]) <= 12


@pytest.mark.parametrize(("who", "leads"), [(akari, False), (officer, True), (auditor, True)])
def test_ones_own_page_leads_those_with_a_role_to_the_desk(client, who, leads):
    client.force_login(who())

    assert ('href="/workbench/"' in client.get("/my/").text) == leads


@pytest.mark.parametrize(("prefix", "landing"), [("", "/my/"), ("/en", "/en/my/")])
def test_signing_in_keeps_the_language(client, prefix, landing):
    akari()

    answer = client.post(
        f"{prefix}/account/login/", {"login": "akari@example.jp", "password": DEMO_PASSWORD}
    )

    assert (answer.status_code, answer["Location"]) == (302, landing)


@pytest.mark.parametrize(("prefix", "landing"), [("", "/"), ("/en", "/en/")])
def test_signing_out_keeps_the_language(client, prefix, landing):
    client.force_login(akari())

    answer = client.post(f"{prefix}/account/logout/")

    assert (answer.status_code, answer["Location"]) == (302, landing)


def test_search_turns_to_the_end_without_loss_or_repetition(client):
    for number in range(45):
        findable(number)

    seen, address = [], "/search/?q=水道"
    while address:
        slice_ = client.get(address).context["slice"]
        seen += [found.title for found in slice_.rows]
        address = slice_.next_url

    assert seen == [f"水道{number:02}" for number in range(44, -1, -1)]


@pytest.mark.parametrize("words", ["", "   ", "%", "'", '"', "*", "水" * 500, "NEAR(", "水 -道"])
def test_whatever_is_looked_for_there_is_an_answer(client, words):
    findable(1)

    answer = client.get("/search/", {"q": words})

    assert answer.status_code == 200
    assert len(answer.context["words"]) <= 100


def test_an_empty_search_shows_nothing_and_says_what_to_type(client):
    findable(1)

    answer = client.get("/search/")

    assert not answer.context["slice"]
    assert "例: 水道 ラオス" in answer.text


def test_what_is_looked_for_stays_in_the_field_and_is_no_html(client):
    page = client.get("/search/", {"q": '"><script>x</script>'}).text

    assert "<script>x" not in page and "&lt;script&gt;x" in page


def test_each_language_finds_its_own_texts(client):
    findable(1, title="水道", language="ja")
    findable(1, title="Water for Laos", language="en", url="/en/projects/P-1/")

    found = [row.title for row in client.get("/en/search/?q=Laos").context["slice"].rows]
    japanese = client.get("/search/?q=Laos").context["slice"].rows

    assert (found, japanese) == (["Water for Laos"], [])


def test_search_asks_no_more_for_three(client):
    findable(1)
    few = questions(client, "/search/?q=水道")
    findable(2)
    findable(3)

    assert questions(client, "/search/?q=水道") == few <= 12


@pytest.mark.parametrize(
    ("prefix", "words"), [("", "このページは見つかりませんでした"), ("/en", "not found")]
)
@pytest.mark.parametrize("who", [None, akari])
def test_what_is_not_there_is_told_with_ways_on(client, who, prefix, words):
    if who:
        client.force_login(who())

    answer = client.get(f"{prefix}/no-such-page/")

    assert answer.status_code == 404 and words in answer.text
    assert 'role="search"' in answer.text and f'href="{prefix}/projects/"' in answer.text


@pytest.mark.parametrize(("prefix", "words"), [("", "担当の職員のため"), ("/en", "staff")])
def test_a_closed_door_tells_whom_to_ask(client, prefix, words):
    client.force_login(akari())

    answer = client.get(f"{prefix}/workbench/")

    assert answer.status_code == 403 and words in answer.text
    assert akari().name in answer.text


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_who_writes_too_often_is_told_when_to_come_back(client, settings, prefix):
    settings.HIROBA_WRITES_A_MINUTE = 1
    client.force_login(akari())
    with clock.at("2023-11-01 10:00:20"):
        client.post(f"{prefix}/my/tokens/issue/", {})
        answer = client.post(f"{prefix}/my/tokens/issue/", {})

    assert (answer.status_code, answer["Retry-After"]) == (429, "40")
    assert "40" in answer.text and f'<html lang="{"en" if prefix else "ja"}">' in answer.text


def test_the_offline_page_speaks_both_languages_without_asking_the_house(client):
    with CaptureQueriesContext(connection) as asked:
        page = client.get("/offline/").text

    assert 'lang="en"' in page and "You are offline" in page
    assert len(asked) == 0


def test_everything_the_offline_script_keeps_is_there(client):
    script = client.get("/offline.js").text
    kept = re.findall(r'"(/[^"]+)"', script[: script.index("];")])

    assert kept[0] == "/offline/" and len(kept) >= 6
    assert client.get(kept[0]).status_code == 200
    assert client.get("/en/offline.js").status_code == 200


def test_the_components_page_shows_every_part(client):
    page = client.get("/components/").text

    for sign in ('class="btn', 'class="notice', 'class="steps"', "<table", "<svg", "<fieldset"):
        assert sign in page
    assert page.count('class="err-msg"') == 2


def test_the_language_of_a_sentence_is_the_readers(client):
    with translation.override("en"):
        answer = client.get("/about/")

    assert '<html lang="ja">' in answer.text
