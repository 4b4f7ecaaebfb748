"""The list, the map and a project's page, for everybody, in both languages, with odd worlds."""

from datetime import date

import pytest
from lxml import html

from hiroba.engines.registry.people.examples import minato
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import auditor, officer, somebody
from hiroba.programmes.cooperation.projects import actions
from hiroba.programmes.cooperation.projects.models import Project
from hiroba.programmes.cooperation.projects.tests.samples import (
    RESULT,
    adopted,
    bring_in,
    gardens,
    in_state,
)
from hiroba.programmes.cooperation.projects.tests.test_downloads import move

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

LIST, MAP = "/projects/", "/projects/map/"


def look(client, path, **headers):
    """The page as a tree, when there is one."""
    answer = client.get(path, headers=headers)
    assert answer.status_code == 200, path
    return html.fromstring(answer.content.decode())


def words(tree, path="//main"):
    """What can be read at a place of a page."""
    return [" ".join(one.text_content().split()) for one in tree.xpath(path)]


def titles(tree):
    return words(tree, '//ul[@class="project-list"]//h2')


def page_of(client, project, language=""):
    return look(client, f"{language}/projects/{project.ref}/")


def reported(more="", **parts):
    bring_in(gardens(more=more, **parts))
    return Project.objects.get(iati_identifier="T-1")


def test_nothing_is_one_sentence_and_a_way_out(client):
    tree = look(client, f"{LIST}?words=存在しない")

    assert "あてはまる事業は見つかりませんでした" in words(tree)[0]
    assert f'href="{LIST}"' in html.tostring(tree, encoding="unicode")


def test_one_project_is_one_line(client):
    adopted()

    tree = look(client, LIST)

    assert titles(tree) == ["村の水道"]
    assert "1件" in words(tree)[0]


def test_of_twenty_one_projects_twenty_are_on_the_first_page(client):
    bring_in(*(gardens(number, more="") for number in range(21)))

    first = look(client, LIST)
    following = first.xpath('//a[@rel="next"]/@href')
    second = look(client, f"{following[0]}" if following[0][0] == "/" else LIST + following[0])

    assert (len(titles(first)), len(titles(second))) == (20, 1)
    assert second.xpath('//a[@rel="prev"]') and not second.xpath('//a[@rel="next"]')


def test_turning_the_page_keeps_the_question(client):
    bring_in(*(gardens(number, more="") for number in range(25)))
    adopted()

    following = client.get(f"{LIST}?country=KE&words=菜園").context["slice"].next_url
    tree = look(client, following)

    assert len(titles(tree)) == 5
    assert tree.xpath('//select[@name="country"]/option[@selected]/@value') == ["KE"]
    assert tree.xpath('//input[@name="words"]/@value') == ["菜園"]


def test_what_was_chosen_stays_chosen_and_nothing_else(client):
    adopted()
    bring_in(gardens())

    tree = look(client, f"{LIST}?country=LA&year=2023&kind=own")

    chosen = {
        select.get("name"): select.xpath(".//option[@selected]/@value")
        for select in tree.xpath("//select")
    }
    assert chosen == {"country": ["LA"], "sector": [""], "year": ["2023"], "kind": ["own"]}


def test_only_what_leads_to_a_project_is_offered(client):
    adopted()
    bring_in(gardens())

    tree = look(client, LIST)

    offered = {
        select.get("name"): select.xpath(".//option/@value") for select in tree.xpath("//select")
    }
    assert offered == {
        "country": ["", "KE", "LA"],
        "sector": ["", "112", "11220"],
        "year": ["", "2023"],
        "kind": ["", "own", "imported", "grassroots_partner"],
    }


def test_the_projects_of_a_body_say_whose_they_are(client):
    adopted(body=minato())
    adopted("別の団体の事業")

    tree = look(client, f"{LIST}?body={minato().ref}")
    english = look(client, f"/en{LIST}?body={minato().ref}")

    assert titles(tree) == ["村の水道"]
    assert "特定非営利活動法人みなとの事業" in words(tree)[0]
    assert minato().name_en in words(english)[0]
    assert tree.xpath('//input[@name="body"]/@value') == [minato().ref]


def test_only_the_list_is_sent_when_only_the_list_is_asked_for(client):
    adopted()

    answer = client.get(LIST, headers={"HX-Request": "true"})

    assert answer.content.decode().strip().startswith('<div id="projects">')
    assert "<html" not in answer.content.decode()
    assert "HX-Request" in answer["Vary"]


@pytest.mark.parametrize(
    "query",
    [
        "?year=99999",
        "?sector=𠮷",
        "?kind=%27",
        "?before=x",
    ],
)
def test_whatever_stands_in_the_address_the_list_answers(client, query):
    adopted()

    assert client.get(LIST + query).status_code == 200


def test_an_address_with_a_nought_in_it_is_no_address(client):
    assert client.get(f"{LIST}?words=%00").status_code == 404


@pytest.mark.parametrize("size", [1, 3])
@pytest.mark.parametrize("language", ["", "/en"])
def test_the_number_of_questions_does_not_grow(client, django_assert_num_queries, size, language):
    bring_in(*(gardens(number) for number in range(size)))
    client.get(language + LIST)

    with django_assert_num_queries(4):
        client.get(language + LIST)


def test_a_question_with_words_asks_few_questions(client, django_assert_max_num_queries):
    bring_in(*(gardens(number) for number in range(3)))
    client.get(f"{LIST}?words=菜園&country=KE&year=2023")

    with django_assert_max_num_queries(12):
        client.get(f"{LIST}?words=菜園&country=KE&year=2023")


def test_english_readers_meet_no_japanese_but_names(client):
    adopted(title_en="Village water", summary_en="Villagers repair pipes.", countries=["LA"])

    tree = look(client, f"/en{LIST}")

    assert titles(tree) == ["Village water"]
    assert "Laos" in words(tree)[0] or "Lao" in words(tree)[0]
    assert tree.get("lang") == "en"


def test_a_japanese_title_on_an_english_page_is_marked_as_japanese(client):
    adopted()

    tree = look(client, f"/en{LIST}")

    assert tree.xpath('//ul[@class="project-list"]//h2/a/@lang') == ["ja"]


def test_an_english_title_on_a_japanese_page_is_marked_as_english(client):
    project = reported(what="<title><narrative>Water</narrative></title>")

    assert look(client, LIST).xpath('//ul[@class="project-list"]//h2/a/@lang') == ["en"]
    assert page_of(client, project).xpath("//h1/@lang") == ["en"]


@pytest.mark.parametrize(
    "title",
    ["長い題名" * 125, "𠮷野川の水道🚰", "A" * 500, "<b>太い</b>", "{{ title }}", '100%の"水"'],
)
@pytest.mark.parametrize("language", ["", "/en"])
def test_any_title_is_shown_as_it_is(client, title, language):
    project = adopted(title)

    assert titles(look(client, language + LIST)) == [title]
    assert words(page_of(client, project, language), "//h1") == [title]


def test_a_project_of_which_little_is_known_has_a_page(client):
    project = adopted(countries=[])

    told = words(page_of(client, project))[0]

    assert "指定なし" in told and "未定" in told
    assert "お金" not in told and "成果" not in told


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("state", ["adopted", "running", "post_checked", "lapsed", "terminated"])
def test_a_project_has_a_page_in_every_state(client, state, language):
    project = in_state(state, title_en="Village water", body=minato())

    assert "洪水のため。" in words(page_of(client, project, language))[0] or state not in (
        "lapsed",
        "terminated",
    )


def test_planned_days_are_called_planned_and_real_days_are_not(client):
    planned = adopted(planned_start=date(2024, 4, 1), planned_end=date(2025, 3, 31))
    over = in_state("ended")

    assert words(page_of(client, planned))[0].count("(予定)") == 2
    assert "(予定)" not in words(page_of(client, over))[0]


def test_several_currencies_and_negative_sums_stand_side_by_side(client):
    project = reported(move(100) + move("-40.50") + move(7, currency="JPY") + move(1, kind="77"))

    told = words(page_of(client, project))[0]

    for part in ("USD 59.50", "7円", "USD -40.50", "その他", "通貨の違う金額は合計していません"):
        assert part in told


def test_of_sixty_movements_fifty_are_shown_and_the_rest_is_a_table_away(client):
    project = reported("".join(move(value) for value in range(60)))

    tree = page_of(client, project)

    assert "新しい50件です" in words(tree)[0]
    assert f"/projects/{project.ref}/transactions.csv" in tree.xpath("//a/@href")


def test_a_page_with_hundreds_of_results_asks_no_more(client, django_assert_max_num_queries):
    project = reported(RESULT * 200 + "".join(move(value) for value in range(200)))

    with django_assert_max_num_queries(12):
        tree = page_of(client, project)

    assert len(tree.xpath('//table[contains(@class, "results")]')) == 200


def test_links_lead_out_of_the_house_without_a_recommendation(client):
    project = reported('<document-link url="https://example.org/?a=1&amp;b=&quot;2"/>')

    [link] = page_of(client, project).xpath('//a[contains(@href, "example.org")]')
    assert link.get("href") == 'https://example.org/?a=1&b="2'
    assert set(link.get("rel").split()) >= {"nofollow", "noopener"}


def test_a_summary_keeps_its_paragraphs_and_links_but_no_markup(client):
    project = adopted(summary_ja="一つめ。\n\n<i>二つめ</i> https://example.org/ です。")

    prose = page_of(client, project).xpath('//div[contains(@class, "prose")]')[0]
    assert len(prose.xpath("./p")) == 2
    assert prose.xpath(".//a/@href") == ["https://example.org/"]
    assert not prose.xpath(".//i")


def test_doubts_about_a_report_are_told_in_the_readers_language(client):
    project = reported(move(200_000_000_000))

    assert "大きすぎるようです" in words(page_of(client, project))[0]
    assert "大きすぎる" not in words(page_of(client, project, "/en"))[0]


def test_what_is_left_out_of_figures_says_why_to_everybody(client):
    project = actions.exclude_from_figures(by=officer(), project=adopted(), because="重複です。")

    assert "数値から除いています: 重複です。" in words(page_of(client, project))[0]


def test_a_sample_is_called_a_sample(client):
    project = adopted(is_sample=True)

    assert "見本" in words(page_of(client, project), '//ul[@class="tags"]')[0]
    assert "見本" in words(look(client, LIST), '//ul[@class="project-list"]')[0]


@pytest.mark.parametrize("person", [None, lambda: somebody("ren"), auditor, officer])
def test_everybody_reads_the_same_about_a_project(client, person):
    project = adopted(summary_ja="村の人が直します。")
    if person:
        client.force_login(person())

    assert "村の人が直します。" in words(page_of(client, project))[0]


@pytest.mark.parametrize("ref", ["P-NOTHERE", "x", "%00", "𠮷", "..", "P-" + "A" * 500])
def test_a_number_nobody_gave_is_not_found(client, ref):
    assert client.get(f"/projects/{ref}/").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
@pytest.mark.parametrize("path", [LIST, MAP, "/projects/table.csv"])
def test_pages_for_reading_cannot_be_written_to(client, method, path):
    assert getattr(client, method)(path).status_code == 405


@pytest.mark.parametrize(
    ("language", "named", "sentence"),
    [("", "ケニア", "ケニア: 3件"), ("/en", "Kenya", "Kenya: 3")],
)
def test_the_map_says_what_its_table_says(client, language, named, sentence):
    bring_in(*(gardens(number, more="") for number in range(3)))
    adopted()

    tree = look(client, language + MAP)
    rows = [words(row, "./*") for row in tree.xpath("//tbody/tr")]

    assert sentence in tree.xpath("//title/text()")
    assert (rows[0][0], rows[0][2]) == (named, "3")
    assert [row[2] for row in rows] == ["3", "1"]


def test_a_country_on_the_map_leads_to_its_list(client):
    bring_in(gardens())

    tree = look(client, MAP)

    assert set(tree.xpath('//a[contains(@href, "country=")]/@href')) == {f"{LIST}?country=KE"}


def test_countries_without_projects_lead_nowhere(client):
    bring_in(gardens())

    assert len(look(client, MAP).xpath("//svg//a")) == 1


def test_islands_are_dots_and_have_their_names(client):
    adopted(countries=["WS", "TV", "FJ"])

    tree = look(client, MAP)

    circles = [words(one, "./title")[0] for one in tree.xpath("//svg//circle")]
    assert sorted(circles) == ["サモア: 1件", "ツバル: 1件"]


def test_a_project_in_two_countries_counts_in_each(client):
    adopted(countries=["LA", "KE"])

    rows = [words(row, "./*") for row in look(client, MAP).xpath("//tbody/tr")]
    assert sorted((row[0], row[2]) for row in rows) == [("ケニア", "1"), ("ラオス", "1")]


def test_the_legend_names_the_shades_that_are_used(client):
    bring_in(*(gardens(number, more="") for number in range(7)))

    assert words(look(client, MAP), '//ul[@class="legend"]/li') == ["1件", "2–4件", "5–件"]


def test_the_map_is_drawn_once_and_anew_when_something_comes(client, django_assert_num_queries):
    bring_in(gardens(1))
    client.get(MAP)
    with django_assert_num_queries(1):
        client.get(MAP)

    with clock.at("2023-11-02 10:00"):
        bring_in(gardens(2))

    assert "ケニア: 2件" in look(client, MAP).xpath("//title/text()")


def test_pages_hold_no_style_and_no_script_of_their_own(client):
    project = reported(move(1) + RESULT)

    for path in (LIST, MAP, f"/projects/{project.ref}/"):
        tree = look(client, path)
        assert tree.xpath("//@style | //script[not(@src)] | //@onclick") == [], path
