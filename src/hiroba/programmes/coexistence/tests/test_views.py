"""The pages about disasters: light for everyone, and those on which officers work."""

from pathlib import Path

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import auditor, officer, somebody
from hiroba.programmes.coexistence import actions, queries
from hiroba.programmes.coexistence.examples import (
    DRILL,
    HELP,
    WATER,
    association,
    disaster,
    notice,
    published,
    said,
)
from hiroba.programmes.coexistence.models import Disaster, Notice
from hiroba.programmes.coexistence.tests.samples import centre, colleague, signed_in, words

pytestmark = pytest.mark.django_db

ROOM = Path(__file__).parents[1]
ICON = ROOM.parents[1] / "foundation/web/static/web/art/logo.svg"
LIMIT = 30_000
MACHINE = "機械が翻訳した文です。人はまだ確かめていません。"
OLD = "元の文が変わりました。この文は古い可能性があります。"
NOT_YET = "選んだことばの文は、まだありません。"


@pytest.fixture(autouse=True)
def in_january():
    with clock.at("2024-01-02 10:00"):
        yield


@pytest.fixture
def sato(client):
    return signed_in(client, officer())


def page_of(where, language=""):
    return f"/disasters/{where.ref}/" + (f"?lang={language}" if language else "")


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_a_disaster_costs_the_same_for_one_and_many(
    client, count, django_assert_num_queries
):
    where = disaster()
    for _ in range(count):
        published(where, WATER)
        centre(where)

    with django_assert_num_queries(8):
        text = words(client.get(page_of(where)))
    assert text.count("給水のお知らせ(見本)") == count


def test_a_full_page_with_all_it_loads_is_under_thirty_kilobytes(client):
    where = disaster()
    for _ in range(20):
        published(where, HELP)
    centre(where)

    answer = client.get(page_of(where, "ja-x-easy"))

    text = answer.content.decode()
    sheet = (ROOM / "static/coexistence/light.css").stat().st_size
    loaded = [line for line in text.split("<") if line.startswith(("link", "script", "img"))]
    assert len(loaded) == 2
    assert len(answer.content) + sheet + ICON.stat().st_size < LIMIT


def test_easy_japanese_is_shown_with_readings_and_says_its_language(client):
    where = published(disaster(), WATER).disaster

    text = client.get(page_of(where, "ja-x-easy")).content.decode()
    assert "<ruby>水<rp>(</rp><rt>みず</rt><rp>)</rp></ruby>" in text
    assert '<p lang="ja-x-easy">' in text


def test_the_languages_that_are_there_can_be_chosen(client):
    where = published(disaster(), WATER).disaster

    text = client.get(page_of(where)).content.decode()
    assert f'href="/disasters/{where.ref}/?lang=ja-x-easy"' in text
    assert f'href="/en/disasters/{where.ref}/"' in text
    assert f'href="/en/disasters/{where.ref}/?lang=vi"' in text
    assert "lang=pt" not in text
    assert '<strong lang="ja" aria-current="true">日本語</strong>' in text


def test_a_machines_text_says_so(client):
    where = published(disaster(), WATER).disaster

    assert MACHINE not in words(client.get(page_of(where)))
    assert MACHINE in words(client.get(page_of(where, "vi")))


def test_a_text_that_is_older_than_its_source_says_so(client):
    one = published(disaster(), WATER)
    said(one, {"ja": (WATER["ja"][0], "中学校でも配っています。")}, "ja")

    old = f"{OLD} 情報の日時 2024年1月2日(火)10:00"
    assert old in words(client.get(page_of(one.disaster, "ja-x-easy")))
    assert OLD not in words(client.get(page_of(one.disaster)))


def test_a_language_that_is_missing_is_stood_in_for_by_easy_japanese(client):
    where = published(disaster(), HELP).disaster

    answer = client.get(page_of(where, "vi"))
    assert NOT_YET in words(answer)
    assert '<p lang="ja-x-easy">' in answer.content.decode()


def test_an_unknown_language_is_that_of_the_house(client):
    where = published(disaster(), WATER).disaster

    assert "給水のお知らせ" in words(client.get(page_of(where, "xx")))


def test_an_expired_notice_leaves_the_list_and_keeps_its_page(client):
    one = published(disaster(), WATER)

    with clock.at("2024-02-02 10:00"):
        assert "いま有効なお知らせはありません。" in words(client.get(page_of(one.disaster)))
        text = words(client.get(f"/disasters/notices/{one.ref}/"))
    assert "このお知らせは、期限が過ぎました。" in text
    assert "給水のお知らせ(見本)" in text


def test_a_replaced_notice_leads_to_the_new_one(client):
    old = published(disaster(), WATER)
    new = published(old.disaster, WATER, supersedes=old)

    text = client.get(f"/disasters/notices/{old.ref}/").content.decode()
    assert f'href="/disasters/notices/{new.ref}/?lang=ja">新しいお知らせがあります。' in text


def test_a_draft_is_seen_by_officers_only(client):
    one = notice(disaster(), WATER)
    path = f"/disasters/notices/{one.ref}/"

    assert client.get(path).status_code == 404
    assert "まだ公開していないお知らせです。" in words(signed_in(client, officer()).get(path))


def test_the_list_of_disasters_is_there_empty_and_full_in_both_languages(client):
    assert "登録されている災害はありません" in words(client.get("/disasters/"))
    disaster()

    assert "能登半島地震(見本)" in words(client.get("/disasters/"))
    assert "Noto earthquake (sample)" in words(client.get("/en/disasters/"))


def test_a_centre_shows_when_and_in_which_languages(client):
    where = disaster()
    centre(where, phone="076-000-0000")

    text = words(client.get(page_of(where)))
    assert "開いています · 2024年1月2日(火) –" in text
    assert "日本語、Tiếng Việt" in text


@pytest.mark.parametrize("path", ["/staff/disasters/", "/staff/disasters/begin/"])
def test_the_staffs_pages_are_for_officers(client, path):
    for user in (somebody("machi"), auditor()):
        assert signed_in(client, user).get(path).status_code == 403


def test_an_officer_enters_a_disaster_a_centre_and_its_end(sato):
    facts = {"name_ja": "地震", "name_en": "Earthquake", "happened_on": "2024-01-01"}
    sato.post("/staff/disasters/begin/", {**facts, "prefectures": ["17"]})
    where = Disaster.objects.get()
    page = f"/staff/disasters/{where.ref}/"
    told = {
        "host": association().ref,
        "name_ja": "センター",
        "name_en": "Centre",
        "languages": ["ja", "vi"],
        "hours_ja": "毎日",
        "hours_en": "Every day",
    }

    sato.post(f"{page}open-centre/", told)
    one = queries.centres_of(where).get()
    sato.post(f"{page}centres/{one.ref}/close/", {"closed_on": "2024-01-02"})
    sato.post(f"{page}recover/")

    where.refresh_from_db()
    one.refresh_from_db()
    assert (where.state, one.closed_on, one.languages) == ("recovery", clock.today(), ["ja", "vi"])
    assert "センター" in words(sato.get(page))


def test_a_verb_that_does_not_exist_is_not_there(sato):
    assert sato.post(f"/staff/disasters/{disaster().ref}/explode/").status_code == 404


def test_an_officer_writes_a_notice_says_it_easily_and_publishes_it(sato):
    where = disaster()
    typed = {
        "title": "給水",
        "text": "水を配っています。",
        "category": "water",
        "severity": "urgent",
        "prefectures": ["17"],
        "valid_from": "2024-01-02 10:00",
        "expires_at": "2024-01-09 10:00",
        "source": "見本",
        "source_at": "2024-01-02 09:00",
    }
    sato.post(f"/staff/disasters/{where.ref}/write-notice/", typed)
    page = f"/staff/disasters/notices/{Notice.objects.get().ref}/"
    refused = words(
        sato.post(f"{page}publish/", HTTP_REFERER=f"http://testserver{page}", follow=True)
    )

    easy = {"language": "ja-x-easy", "title": "水《みず》", "text": "水です。", "state": "human"}
    sato.post(f"{page}say/", easy)
    before = words(sato.get(page))
    sato.post(f"{page}publish/")

    assert "やさしい日本語の題名と文がそろってから公開できます。" in refused
    assert "ふりがながありません: 水" in before
    assert Notice.objects.get().state == "published"


def test_the_form_knows_what_is_written_in_a_language(sato):
    one = published(disaster(), WATER)

    text = sato.get(f"/staff/disasters/notices/{one.ref}/say/?lang=en").content.decode()
    assert WATER["en"][1] in text


def test_a_second_officer_confirms_a_text(client):
    one = published(disaster(), WATER)
    other = signed_in(client, colleague())

    other.post(f"/staff/disasters/notices/{one.ref}/confirm/text/vi/")

    assert queries.text_of(one, "text", "vi").state == "reviewed"
    missing = other.post(f"/staff/disasters/notices/{one.ref}/confirm/text/pt/")
    assert missing.status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_staffs_lists_cost_the_same_for_one_and_many(
    sato, count, django_assert_max_num_queries
):
    for number in range(count):
        notice(disaster(f"{DRILL}{number}"), WATER)

    with django_assert_max_num_queries(10):
        text = words(sato.get("/staff/disasters/"))
    assert text.count("給水のお知らせ(見本)") == count


def test_what_is_not_published_lies_on_the_workbench(sato):
    one = notice(disaster(), WATER)

    assert one.ref in words(sato.get("/workbench/"))
    actions.publish(by=officer(), notice=said(one, WATER, "ja-x-easy"))
    assert one.ref not in words(sato.get("/workbench/"))
