"""The pages of figures."""

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.reports.figures.examples import published_figures
from hiroba.reports.figures.models import Snapshot

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_summer_2024():
    with clock.at("2024-08-01 10:00"):
        published_figures()
        yield


def test_the_list_shows_numbers_as_they_are_printed(client):
    page = client.get("/figures/?fy=2023").content.decode()

    for printed in (
        '<data value="1405">1,405</data><small>件</small>',
        '<data value="2499622">249万9,622</data><small>人</small>',
        '<data value="11469">1万1,469</data><small>人</small>',
        '<data value="25">25</data><small>か国</small>',
    ):
        assert printed in page


def test_the_english_list_writes_english_numbers(client):
    page = client.get("/en/figures/?fy=2023").content.decode()

    assert '<data value="2499622">2,499,622</data><small>visitors</small>' in page
    assert "FY2002–2023" in page


def test_a_figure_shows_value_definition_source_and_citation(client):
    page = client.get("/figures/plaza_ichigaya_visitors/?fy=2023").content.decode()

    assert "249万9,622" in page and "2006–2023年度" in page
    assert "展示を見た人だけでなく" in page
    assert "国際協力機構 年次報告書、2023年度の章" in page
    assert "http://testserver/figures/plaza_ichigaya_visitors/?fy=2023" in page


def test_a_figure_without_a_value_for_the_year_says_so(client):
    page = client.get("/figures/essay_entries/?fy=2020").content.decode()

    assert "公表値なし" in page


@pytest.mark.parametrize(
    "address",
    ["/figures/no_such_thing/", "/figures/essay_entries/?fy=soon", "/figures/?fy=99999999999"],
)
def test_what_does_not_exist_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_the_figure_as_data(client):
    told = client.get("/figures/grassroots_projects.json?fy=2023").json()

    assert (told["value"], told["text"], told["period"]) == (
        1405,
        {"ja": "1,405件", "en": "1,405 projects"},
        {"ja": "2002–2023年度", "en": "FY2002–2023"},
    )
    assert told["baseline"]["source"]["en"].startswith("JICA annual report")


def test_the_records_as_a_table(client):
    answer = client.get("/figures/japan_desk_countries.csv?fy=2023")

    assert b"".join(answer).decode("utf-8-sig").splitlines() == ["ref,title,counts,reason"]


def test_an_officer_keeps_the_value_and_sees_it_on_the_page(client):
    client.force_login(officer())

    answer = client.post("/figures/japan_desk_countries/take-snapshot/?fy=2023")

    kept = Snapshot.objects.get()
    assert answer["Location"] == "/figures/japan_desk_countries/?fy=2023#snapshots"
    assert kept.ref in client.get("/figures/japan_desk_countries/?fy=2023").content.decode()


def test_a_visitor_sees_no_button_and_is_refused(client):
    client.force_login(somebody("akari"))

    page = client.get("/figures/japan_desk_countries/?fy=2023").content.decode()
    client.post("/figures/japan_desk_countries/take-snapshot/?fy=2023")

    assert "take-snapshot" not in page and not Snapshot.objects.exists()


@pytest.mark.parametrize("address", ["/figures/", "/figures/essay_entries/"])
def test_the_pages_ask_few_questions(client, django_assert_max_num_queries, address):
    client.get(address)

    with django_assert_max_num_queries(12):
        client.get(address)
