"""The pages about countries."""

import pytest
from django.urls import reverse

from hiroba.engines.registry.places import examples
from hiroba.foundation import clock

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def places():
    examples.reference()


def test_everybody_finds_a_country_by_its_name(client):
    page = client.get(reverse("places:countries"), {"q": "ケニ"})

    assert [country.code for country in page.context["slice"].rows] == ["KE"]


def test_the_list_begins_with_partner_countries_and_can_show_all(client):
    narrow = client.get(reverse("places:countries"), {"q": "フランス"})
    wide = client.get(reverse("places:countries"), {"q": "フランス", "all": "1"})

    assert [len(page.context["slice"].rows) for page in (narrow, wide)] == [0, 1]
    assert "この名前の国は見つかりませんでした" in narrow.text


def test_a_country_tells_its_region_its_office_and_its_time(client):
    with clock.at("2023-11-01 10:00"):
        page = client.get(reverse("places:country", args=["KE"]))

    for told in ("東アフリカ", "ケニア事務所", "04:00", "KE / KEN"):
        assert told in page.text


def test_a_country_reads_in_english(client):
    page = client.get("/en" + reverse("places:country", args=["ke"]))

    assert "<h1>Kenya</h1>" in page.text
    assert "Eastern Africa" in page.text


def test_an_unknown_country_is_not_found(client):
    assert client.get(reverse("places:country", args=["XX"])).status_code == 404


def test_long_lists_ask_no_more_than_short_ones(client, django_assert_num_queries):
    for words in ("ケニア", "ア"):
        with django_assert_num_queries(2):
            client.get(reverse("places:countries"), {"q": words})


@pytest.mark.parametrize("path", ["KE", "ke", "XK", "TW", "PS"])
def test_every_country_has_its_page_in_both_languages(client, path):
    answers = [client.get(f"{start}/countries/{path}/").status_code for start in ("", "/en")]

    assert answers == [200, 200]


@pytest.mark.parametrize("path", ["X", "KEN", "😀", "K%00", "%25"])
def test_what_is_no_country_is_not_found(client, path):
    assert client.get(f"/countries/{path}/").status_code == 404


def test_countries_are_turned_by_page_and_none_is_lost(client):
    seen, address = [], "/countries/?all=1"
    while address:
        page = client.get(address)
        seen += [country.code for country in page.context["slice"].rows]
        address = page.context["slice"].next_url

    assert len(seen) == len(set(seen)) == 250
    assert "ZZ" not in seen


def test_the_way_back_shows_the_page_before(client):
    first = client.get("/countries/")
    second = client.get(first.context["slice"].next_url)

    back = client.get(second.context["slice"].previous_url)

    assert back.context["slice"].rows == first.context["slice"].rows


@pytest.mark.parametrize("words", ["'", "%", "x" * 300, "😀", "𠮷", "<script>"])
def test_anything_may_be_looked_for_and_stays_typed(client, words):
    page = client.get(reverse("places:countries"), {"q": words})

    assert (page.status_code, page.context["words"]) == (200, words)
    assert "<script>" not in page.text.replace("<script src", "")


def test_the_list_alone_is_answered_when_it_is_asked_for(client):
    part = client.get(reverse("places:countries"), {"q": "ケニ"}, headers={"HX-Request": "true"})

    assert "ケニア" in part.text
    assert "<html" not in part.text


def test_least_developed_countries_are_marked_on_their_days(client):
    with clock.at("2023-12-12 10:00"):
        before = client.get(reverse("places:country", args=["BT"]))
    with clock.at("2023-12-13 10:00"):
        after = client.get(reverse("places:country", args=["BT"]))

    assert [page.context["is_least_developed"] for page in (before, after)] == [True, False]
    assert "1971年から、2023年に卒業" in after.text


def test_a_country_with_many_clocks_tells_each_time_once(client):
    with clock.at("2023-11-01 10:00"):
        page = client.get(reverse("places:country", args=["US"]))

    times = [one.time for one in page.context["clocks"]]
    assert len(times) == len(set(times)) > 5


def test_the_page_of_a_country_asks_few_questions(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        client.get(reverse("places:country", args=["KE"]))
