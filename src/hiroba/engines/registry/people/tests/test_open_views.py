"""The directory and the page of a body, as anybody sees them."""

import pytest
from django.urls import reverse

from hiroba.engines.registry.people import actions, examples
from hiroba.engines.registry.places.tests.support import LONG, questions, signed_in
from hiroba.foundation.accounts.examples import officer, somebody

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

BODIES = "/bodies/"


def entered(count, start=0):
    return [
        actions.verify(
            by=officer(),
            body=actions.enter_body(
                by=officer(), name_ja=f"{n:02}の会", kana=f"カイ{n:02}", personality="npo"
            ),
        )
        for n in range(start, start + count)
    ]


def rows(page):
    return [body.name_ja for body in page.context["slice"].rows]


def named(name, **facts):
    body = actions.enter_body(by=officer(), name_ja=name, personality="npo", **facts)
    return actions.verify(by=officer(), body=body)


def url(body):
    return reverse("people:body", args=[body.ref])


def test_an_empty_directory_says_so(client):
    page = client.get(BODIES)

    assert (page.status_code, rows(page)) == (200, [])
    assert "あてはまる団体は見つかりませんでした" in page.text


def test_an_empty_directory_says_so_in_english(client):
    page = client.get("/en/bodies/")

    assert '<html lang="en"' in page.text
    assert "あてはまる団体" not in page.text


def test_many_bodies_are_turned_by_page_forwards_and_back(client):
    entered(45)

    first = client.get(BODIES)
    second = client.get(first.context["slice"].next_url)
    third = client.get(second.context["slice"].next_url)
    back = client.get(third.context["slice"].previous_url)

    names = [f"{n:02}の会" for n in range(45)]
    assert [rows(page) for page in (first, second, third)] == [names[:20], names[20:40], names[40:]]
    assert rows(back) == rows(second)
    assert (first.context["slice"].previous_url, third.context["slice"].next_url) == ("", "")


def test_bodies_without_a_reading_are_turned_by_page_too(client):
    for number in range(22):
        named(f"{number:02}の会")

    first = client.get(BODIES)
    second = client.get(first.context["slice"].next_url)

    assert [*rows(first), *rows(second)] == [f"{n:02}の会" for n in range(22)]


def test_what_one_looked_for_stays_while_turning(client):
    entered(25)
    examples.minato()

    first = client.get(BODIES, {"q": "の会", "personality": "npo"})
    second = client.get(first.context["slice"].next_url)

    assert rows(second) == [f"{n:02}の会" for n in range(20, 25)]
    assert second.context["form"]["q"].value() == "の会"


@pytest.mark.parametrize("key", ["after=x", "before=x", "after=", "after=WyJrYW5hIl0"])
def test_a_key_that_somebody_made_up_begins_at_the_first_page(client, key):
    entered(3)

    assert rows(client.get(f"{BODIES}?{key}")) == ["00の会", "01の会", "02の会"]


@pytest.mark.parametrize("words", ["' OR 1=1 --", "%", "a" * 101, "🌏", "𠮷"])
def test_anything_may_be_looked_for(client, words):
    assert client.get(BODIES, {"q": words}).status_code == 200


def test_the_same_questions_are_asked_for_one_and_for_three_bodies(client):
    entered(1)
    client.get(BODIES)
    few = questions(client, BODIES)

    entered(2, start=1)

    assert questions(client, BODIES) == few <= 12


def test_the_list_alone_is_answered_when_it_is_asked_for(client):
    examples.minato()

    part = client.get(BODIES, headers={"HX-Request": "true"})

    assert "特定非営利活動法人みなと" in part.text
    assert "<html" not in part.text
    assert "HX-Request" in part.headers["Vary"]


def test_the_directory_is_in_the_language_of_the_reader(client):
    examples.minato()

    japanese, english = client.get(BODIES), client.get("/en/bodies/")

    assert "特定非営利活動法人みなと" in japanese.text
    assert "NPO Minato" in english.text


def test_a_body_without_an_english_name_is_shown_with_its_own(client):
    body = named("𠮷野🌏の会")

    page = client.get("/en" + url(body))

    assert '<h1><span lang="ja">𠮷野🌏の会</span></h1>' in page.text


def test_long_names_and_rare_letters_are_shown_as_they_are(client):
    body = named(LONG, about_ja="<script>alert(1)</script>\n\n二段落目")

    page = client.get(url(body))

    assert f"<h1>{LONG}</h1>" in page.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.text
    assert "<p>二段落目</p>" in page.text


def test_former_names_are_told_when_there_are_any(client):
    minato = examples.minato()
    before = client.get(url(minato)).text

    actions.rename_body(
        by=officer(), body=minato, name_ja="みなと会", since=minato.registered_on.replace(2020)
    )

    after = client.get(url(minato)).text
    assert "これまでの名称" not in before
    assert "これまでの名称" in after
    assert "特定非営利活動法人みなと" in after


@pytest.mark.parametrize(
    ("who", "answer"),
    [
        (None, 404),
        ("machi", 404),
        ("mori", 404),
        ("hana", 200),
        ("sato", 200),
        ("kansa", 200),
        ("kanri", 200),
    ],
)
def test_a_suspended_body_is_seen_by_its_people_and_the_staff(client, who, answer):
    company = actions.suspend(by=officer(), body=examples.company(), reason="秘密の理由")
    visitor = signed_in(client, somebody(who)) if who else client

    page = visitor.get(url(company))

    assert page.status_code == answer
    assert "秘密の理由" not in page.text


def test_a_merged_body_leads_its_people_to_what_it_became(client):
    school, minato = examples.school_body(), examples.minato()
    actions.merge(by=officer(), absorbed=school, survivor=minato, reason="同じ団体")

    stranger = client.get(url(school)).status_code
    page = signed_in(client, somebody("akari")).get(url(school))

    assert stranger == 404
    assert f'href="{url(minato)}"' in page.text
    assert "統合済み" in page.text


def test_a_body_of_open_data_is_marked_as_such(client):
    page = client.get(url(examples.foreign_body()))

    assert "公開データに載っている団体" in page.text
    assert "KE-NCO-0000001" in page.text
    assert "ケニア事務所" in page.text


@pytest.mark.parametrize("ref", ["B-NOTHERE", "x", "%00", "😀", "B-" + "7" * 400])
def test_a_body_that_does_not_exist_is_not_found(client, ref):
    assert client.get(f"/bodies/{ref}/").status_code == 404


def test_neither_people_nor_addresses_are_told_to_strangers(client):
    minato = examples.minato()
    examples.member(minato, somebody("akari"))

    pages = [
        signed_in(client, who).get(url(minato)).text
        for who in (somebody("machi"), somebody("hana"))
    ]

    secrets = ("あかり", "ren@example.jp", "minato@example.jp")
    assert [word for text in pages for word in secrets if word in text] == []


def test_members_and_officers_are_led_to_their_own_pages(client):
    minato = examples.minato()
    mine, kept = f"/my/bodies/{minato.ref}/", f"/staff/bodies/{minato.ref}/"

    pages = {
        who: signed_in(client, somebody(who)).get(url(minato)).text
        for who in ("machi", "ren", "sato")
    }

    assert {who: (mine in text, kept in text) for who, text in pages.items()} == {
        "machi": (False, False),
        "ren": (True, False),
        "sato": (False, True),
    }


def test_the_page_of_a_body_asks_the_same_however_many_names_it_had(client):
    minato = examples.minato()
    client.get(url(minato))
    few = questions(client, url(minato))

    for year in (2015, 2018, 2021):
        actions.rename_body(
            by=officer(), body=minato, name_ja=f"{year}", since=minato.registered_on.replace(year)
        )

    assert questions(client, url(minato)) == few <= 12


@pytest.mark.parametrize("address", [BODIES, "/countries/"])
def test_pages_are_read_and_never_written_to(client, address):
    assert client.post(address).status_code == 405
