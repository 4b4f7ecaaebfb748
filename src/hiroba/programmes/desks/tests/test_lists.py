"""Every list of the desks: empty, with one row and with three, at the same price."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from lxml import html

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import CLOCKWORK
from hiroba.programmes.desks import actions, queries
from hiroba.programmes.desks.examples import NETWORK, REGISTRATION, desk
from hiroba.programmes.desks.tests.samples import asked, colleague, known_body, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

COUNTRIES = ("KE", "LA", "NI")
TOPICS = ("registration", "visa", "safety")


@pytest.fixture(scope="module", autouse=True)
def world(standing):
    """The people, and a rule for checks."""
    with clock.at("2021-04-01 10:00"):
        actions.set_checking_rule(by=CLOCKWORK, fresh_days=365)
    with clock.at("2023-11-01 10:00"):
        somebody("ren")
        desk("KE")
        colleague()


def open_desks(count):
    for code in COUNTRIES[1:count]:
        desk(code)


def questions(count):
    for _ in range(count):
        asked()


def bodies(count):
    for number in range(count):
        known_body(name_en=f"Body {number}")


def old_bodies(count):
    with clock.at("2021-05-01 10:00"):
        bodies(count)


def sections(count):
    for topic in TOPICS[:count]:
        told = {**REGISTRATION, "topic": topic}
        actions.write_guide(by=officer(), country=desk().country, **told)


def drafts(count):
    for _ in range(count):
        case = actions.answer(by=officer(), case=asked(consent_public=True), text="要ります。")
        actions.draft_faq(by=officer(), case=case, question_ja="登録は?", answer_ja="要る。")


def answers(count):
    drafts(count)
    for entry in queries.faq_waiting_for(colleague()):
        actions.approve_faq(by=colleague(), entry=entry)


def said(count):
    case = asked()
    for _ in range(count):
        actions.note_internally(by=officer(), case=case, text="所長に聞く。")


# Each list: who reads it, where, how it is filled, and what its rows are on the page.
INBOX, CASE = "/staff/desks/cases/", "/staff/desks/cases/DESK-KE-2023-0001/"
# fmt: off
LISTS = [
    ("",       "/desks/JD-KE/",        bodies,     "li[@class='card leaf']"),
    ("",       "/desks/JD-KE/",        sections,   "section[1]/h3"),
    ("",       "/desks/JD-KE/",        answers,    "details[@class='accordion']"),
    ("ren",    "/my/desks/",           questions,  "ul[@class='waiting']/li"),
    ("sato",   INBOX,                  questions,  "tbody/tr"),
    ("sato",   f"{INBOX}?all=1",       questions,  "tbody/tr"),
    ("midori", INBOX,                  drafts,     "section[@class='stack']/div"),
    ("sato",   "/staff/desks/bodies/", old_bodies, "tbody/tr"),
    ("sato",   CASE,                   said,       "li[strong='内部のメモ']"),
]
# fmt: on


def seen(client, path, where):
    """How many rows the page shows, and how many questions the database was asked for it."""
    client.get(path)
    with CaptureQueriesContext(connection) as caught:
        page = client.get(path)
    return len(html.fromstring(page.content.decode()).xpath(f"//{where}")), len(caught)


@pytest.mark.parametrize(("handle", "path", "fill", "where"), LISTS)
def test_a_list_costs_the_same_with_one_row_and_with_three(client, handle, path, fill, where):
    if handle:
        signed_in(client, somebody(handle))
    shown, prices = [], []
    for count in (1, 3):
        inside = transaction.savepoint()
        fill(count)
        rows, price = seen(client, path, where)
        shown.append(rows)
        prices.append(price)
        transaction.savepoint_rollback(inside)

    assert (shown, len(set(prices))) == ([1, 3], 1)
    assert max(prices) <= 12


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_desks_shows_each_for_few_questions(client, count):
    open_desks(count)

    rows, price = seen(client, "/desks/", "li[@class='card']")

    assert (rows, price) == (count, 2)


@pytest.mark.parametrize(
    "empty",
    [
        ("ren", "/my/desks/", "まだ質問はありません"),
        ("sato", "/staff/desks/cases/", "待っている質問はありません"),
        ("sato", "/staff/desks/cases/?all=1", "待っている質問はありません"),
        ("sato", "/staff/desks/bodies/", "確認し直す団体はありません"),
        ("", "/desks/JD-KE/", "まだ載っている団体はありません。デスクにお尋ねください。"),
        ("", "/desks/JD-KE/", "国別案内 まだ書かれていません。"),
    ],
)
def test_an_empty_list_says_that_it_is_empty(client, empty):
    handle, path, told = empty
    if handle:
        signed_in(client, somebody(handle))

    assert told in words(client.get(path))


@pytest.mark.parametrize(("count", "turned"), [(20, False), (21, True)])
def test_after_twenty_bodies_the_directory_has_a_second_page(client, count, turned):
    bodies(count)

    page = client.get("/desks/JD-KE/")

    assert bool(page.context["bodies"].next_url) == turned
    if turned:
        second = client.get(page.context["bodies"].next_url)
        assert [body.name_en for body in second.context["bodies"].rows] == ["Body 9"]


def test_the_directory_is_in_the_order_of_english_names(client):
    for name in ("Zebra", "Acacia", "Mango"):
        known_body(name_en=name)

    rows = client.get("/desks/JD-KE/").context["bodies"].rows

    assert [body.name_en for body in rows] == ["Acacia", "Mango", "Zebra"]


def test_bodies_to_check_come_with_the_oldest_check_first(client):
    for day, name in (("2022-03-01", "C"), ("2021-05-01", "A"), ("2021-09-01", "B")):
        with clock.at(f"{day} 10:00"):
            known_body(name_en=name)

    rows = signed_in(client, officer()).get("/staff/desks/bodies/").context["slice"].rows

    assert [body.name_en for body in rows] == ["A", "B", "C"]


def test_desks_stand_in_the_order_of_the_readings_of_their_countries(client):
    open_desks(3)

    rows = client.get("/desks/").context["slice"].rows

    assert [one.country.code for one in rows] == ["KE", "NI", "LA"]


def test_a_body_with_a_page_of_its_own_is_linked_without_a_word_for_it(client):
    known_body(homepage="https://example.jp/")

    tree = html.fromstring(client.get("/desks/JD-KE/").content.decode())

    found = tree.xpath("//li[@class='card leaf']//a")
    assert [(one.get("href"), one.get("rel"), one.text_content()) for one in found] == [
        ("https://example.jp/", "noopener nofollow", NETWORK["name_ja"])
    ]
