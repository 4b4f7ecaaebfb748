"""Each pile: what lies in it, where it leads, and who does not see it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hiroba.engines.registry.imports import actions as imports
from hiroba.engines.registry.imports import examples as lists
from hiroba.engines.registry.people import actions as bodies
from hiroba.engines.registry.people import examples as people
from hiroba.faces.doorways.everybody import waiting_for
from hiroba.faces.doorways.piles import OPENED, SHOWN, Heap, Waiting, is_over, lying
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import (
    administrator,
    approver,
    auditor,
    chair,
    officer,
    reviewers,
    somebody,
)
from hiroba.programmes.cooperation.proposals import examples as proposals
from hiroba.reports.editions import examples as editions
from hiroba.reports.figures.examples import published_figures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def codes(user):
    return [each.code for each in waiting_for(user)]


def only(user, code):
    [found] = [each for each in waiting_for(user) if each.code == code]
    return found


def heap(found, code="x"):
    return Heap(code, "山", found, lambda row: Waiting(str(row), "", "/"), "/")


def unfinished(number):
    return imports.bring(
        by=officer(),
        upload=lists.upload(
            f"{lists.HEADINGS}第{number}の会(見本),カイ,任意団体,,長野,,,\n", f"list-{number}.csv"
        ),
    )


def register(number):
    return bodies.register_body(
        by=somebody("hana"), name_ja=f"待つ会{number}", kana="マツカイ", personality="npo"
    )


def test_a_list_with_open_rows_waits_for_those_who_keep_the_registry():
    brought = lists.brought()

    found = only(officer(), "lists")

    assert (found.count, found.url) == (1, "/staff/bodies/import/")
    assert found.things == [
        Waiting(
            "団体一覧.csv",
            "佐藤 職員(見本)",
            f"/staff/bodies/import/{brought.ref}/",
            brought.brought_at,
        )
    ]


def test_a_list_that_is_settled_becomes_bodies_that_wait_to_be_verified():
    people.places.reference()
    brought = unfinished(1)
    before = codes(officer())

    imports.take_in(by=officer(), brought=brought)

    assert (before, codes(officer())) == (["lists"], ["verify"])


def test_lists_that_waited_longest_come_first():
    people.places.reference()
    first = unfinished(1)
    with clock.at("2023-11-02 10:00"):
        unfinished(2)

    assert only(officer(), "lists").things[0].url.endswith(f"/{first.ref}/")


@pytest.mark.parametrize(
    "who",
    [lambda: reviewers()[0], chair, approver, auditor, administrator, lambda: somebody("aoi")],
)
def test_what_officers_owe_does_not_lie_on_other_desks(who):
    with clock.at("2023-09-15 10:00"):
        proposals.submitted()
    people.waiting()
    lists.brought()

    assert codes(who()) == []


def test_an_officer_sees_all_piles_of_the_office_in_one_order():
    with clock.at("2023-09-15 10:00"):
        proposals.submitted()
    people.waiting()
    lists.brought()

    assert codes(officer()) == ["check", "verify", "lists"]


def test_bodies_wait_in_the_order_in_which_they_came():
    people.places.reference()
    for number, day in enumerate(("2023-11-03", "2023-11-01", "2023-11-02")):
        with clock.at(f"{day} 10:00"):
            register(number)

    found = only(officer(), "verify")

    assert [thing.title for thing in found.things] == ["待つ会1", "待つ会2", "待つ会0"]
    assert (found.count, found.url) == (3, "/staff/bodies/")


def test_a_body_that_was_verified_waits_no_more():
    body = people.waiting()

    bodies.verify(by=officer(), body=body)

    assert codes(officer()) == []


def test_an_edition_waits_for_the_approver_of_reports_only():
    with clock.at("2024-09-01 10:00"):
        published_figures()
        edition = editions.proposed_edition()
        found = only(editions.approver_of_reports(), "edition")

        assert codes(officer()) == [] and codes(auditor()) == []
    assert [thing.url for thing in found.things] == ["/staff/editions/2023/"]
    assert str(edition) == found.things[0].title


def test_a_pile_counts_beyond_what_it_shows():
    people.places.reference()
    for number in range(SHOWN + 2):
        register(number)

    found = only(officer(), "verify")

    assert (found.count, len(found.things)) == (SHOWN + 2, SHOWN)


def test_a_pile_that_is_just_full_is_counted_right():
    rows = list(range(SHOWN))

    [found] = lying([heap(rows)])

    assert (found.count, len(found.things)) == (SHOWN, SHOWN)


def test_empty_piles_do_not_lie_on_the_desk():
    found = lying([heap([]), heap([1], "y"), heap(people.queries.bodies().none(), "z")])

    assert [(each.code, each.count) for each in found] == [("y", 1)]


def test_every_heap_is_counted_in_one_question_and_only_the_first_are_opened():
    people.places.reference()
    for number in range(SHOWN + 2):
        register(number)
    bodies_waiting = people.queries.waiting_for(officer())
    heaps = [heap(bodies_waiting, str(number)) for number in range(OPENED + 2)]

    with CaptureQueriesContext(connection) as asked:
        found = lying(heaps)

    assert [each.count for each in found] == [SHOWN + 2] * (OPENED + 2)
    assert [len(each.things) for each in found] == [SHOWN] * OPENED + [0, 0]
    assert len(asked) == 1 + OPENED


def test_a_day_is_over_when_the_next_one_began_in_japan():
    with clock.at("2023-11-01 23:59"):
        today = clock.today()
        before = is_over(today)
    with clock.at("2023-11-02 00:00"):
        after = is_over(today)

    assert (before, after) == (False, True)


@pytest.mark.parametrize(("prefix", "words"), [("", "1件"), ("/en", "1")])
def test_the_page_shows_each_pile_with_its_number_and_way(client, prefix, words):
    brought = lists.brought()
    client.force_login(officer())

    page = client.get(f"{prefix}/workbench/").text

    assert 'id="lists"' in page and words in page
    assert f'href="{prefix}/staff/bodies/import/{brought.ref}/"' in page
    assert ("取り込みの途中の団体一覧" in page) == (prefix == "")


def test_a_fuller_desk_asks_no_more(client):
    people.places.reference()
    client.force_login(officer())

    def questions(numbers):
        for number in numbers:
            register(number)
            unfinished(number)
        client.get("/workbench/")
        with CaptureQueriesContext(connection) as asked:
            client.get("/workbench/")
        return len(asked)

    assert questions([1]) == questions([2, 3]) <= 12
