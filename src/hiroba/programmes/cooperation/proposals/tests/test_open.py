"""Calls, as everybody reads them."""

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer
from hiroba.foundation.search.models import Findable
from hiroba.programmes.cooperation.proposals import calling, examples, openings

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("autumn_stands", "in_autumn_2023")]


def test_a_call_tells_rules_and_deadline_in_words(client):
    call = examples.call()

    page = client.get(f"/calls/{call.ref}/").content.decode()

    assert "金額は10,000,000円まで" in page
    assert "2023年10月2日(月)17:00" in page
    assert "受付中" in page
    assert f"/my/cooperation/proposals/start/{call.ref}/grassroots_support/" in page


def test_a_call_speaks_english_too(client):
    call = examples.call()

    page = client.get(f"/en/calls/{call.ref}/").content.decode()

    assert "Grassroots technical cooperation, FY2023 (sample)" in page
    assert "Support type" in page


def test_after_the_deadline_there_is_no_way_in(client):
    call = examples.call()

    with clock.at("2023-10-02 17:00"):
        page = client.get(f"/calls/{call.ref}/").content.decode()

    assert "受付終了" in page
    assert "/start/" not in page


def test_a_call_being_prepared_is_nowhere(client):
    openings.schemes()
    calling.prepare_call(
        by=officer(),
        ref="secret",
        fiscal_year=2024,
        title_ja="準備中",
        title_en="",
        summary_ja="",
        summary_en="",
        guideline_ja="",
        guideline_en="",
    )

    assert client.get("/calls/secret/").status_code == 404
    assert "準備中" not in client.get("/calls/").content.decode()


def test_a_published_call_can_be_found():
    call = examples.call()

    found = Findable.objects.filter(ref=f"call-{call.ref}").order_by("language")

    assert [(each.language, each.url) for each in found] == [
        ("en", f"/en/calls/{call.ref}/"),
        ("ja", f"/calls/{call.ref}/"),
    ]


def test_the_list_asks_the_same_questions_for_one_and_for_three(
    client, django_assert_max_num_queries
):
    for number in range(3):
        examples.call(f"call-{number}")
        with django_assert_max_num_queries(4):
            client.get("/calls/")


def test_without_calls_the_page_says_so(client):
    assert "募集はまだありません" in client.get("/calls/").content.decode()
