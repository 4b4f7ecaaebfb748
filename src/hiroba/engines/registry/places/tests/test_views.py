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
