"""What is in force, and what waits for whom."""

import pytest

from hiroba.engines.agreements import actions, queries
from hiroba.engines.agreements.tests.samples import (
    PROGRAMME,
    concluded,
    day,
    drafted,
    handed_in,
    ren,
    signings,
    terms,
)
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import auditor, officer, somebody

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def refs_in_force(text):
    return [one.about_ref for one in queries.in_force_on(day(text), PROGRAMME)]


@pytest.mark.parametrize(
    ("on", "found"),
    [("2023-10-31", []), ("2023-11-01", ["P-1"]), ("2024-01-31", ["P-1"]), ("2024-02-01", [])],
)
def test_an_agreement_is_in_force_from_its_day_to_the_end_of_its_time(on, found):
    concluded()

    assert refs_in_force(on) == found


def test_a_draft_is_not_in_force():
    drafted()

    assert refs_in_force("2023-11-01") == []


def test_without_a_last_day_it_holds_until_it_is_ended():
    agreement = concluded(book=None, ends_on=None)
    actions.end(by=officer(), agreement=agreement, because="合意。", on=day("2030-04-01"))

    assert (refs_in_force("2030-03-31"), refs_in_force("2030-04-01")) == (["P-1"], [])


def test_the_version_that_holds_says_until_when():
    agreement = concluded()
    with clock.at("2024-01-15 10:00"):
        longer = terms(effective_on=day("2024-01-15"), ends_on=day("2024-06-30"))
        actions.amend(
            by=officer(), agreement=agreement, terms=longer, signings=signings(), because="延長。"
        )

    assert refs_in_force("2024-05-01") == ["P-1"]
    held = [queries.version_on(agreement, day(text)) for text in ("2024-01-14", "2024-01-15")]
    assert [version.number for version in held] == [1, 2]


def test_agreements_of_another_programme_are_not_meant():
    concluded()

    assert list(queries.in_force_on(day("2023-11-01"), "elsewhere")) == []


def test_the_agreement_about_a_thing_is_the_one_under_way():
    assert queries.agreement_about("P-1") is None
    first = concluded()
    actions.end(by=officer(), agreement=first, because="合意。")
    assert queries.agreement_about("P-1") == first
    second = drafted()

    assert queries.agreement_about("P-1") == second


def test_before_its_first_day_no_version_holds():
    assert queries.version_on(concluded(), day("2023-10-31")) is None


def test_a_partner_finds_what_its_bodies_owe():
    agreement = concluded()
    handed_in(agreement)

    found = queries.obligations_owed_by(ren(), PROGRAMME)
    assert [f"{one.due_on}" for one in found] == ["2024-01-11", "2024-02-07", "2024-03-01"]
    assert list(queries.obligations_owed_by(somebody("hana"), PROGRAMME)) == []
    assert list(queries.obligations_owed_by(ren(), "elsewhere")) == []


def test_what_was_sent_back_is_owed_again():
    report = handed_in(concluded())
    report = actions.send_back(by=officer(), obligation=report, because="数が合いません。")

    assert queries.obligations_owed_by(ren(), PROGRAMME).first() == report


def test_officers_find_what_was_handed_in():
    report = handed_in(concluded())

    assert list(queries.obligations_to_accept(officer(), PROGRAMME)) == [report]
    assert list(queries.obligations_to_accept(auditor(), PROGRAMME)) == []


def test_overdue_is_what_was_never_handed_in_by_its_day():
    agreement = concluded()
    handed_in(agreement)

    overdue = [
        queries.obligations_overdue(PROGRAMME, day(text)).count()
        for text in ("2024-01-11", "2024-01-12", "2024-03-02")
    ]
    assert overdue == [0, 1, 3]


@pytest.mark.parametrize("count", [1, 3])
def test_what_is_owed_is_found_in_one_question(django_assert_num_queries, count):
    for number in range(count):
        concluded(f"P-{number}")
    person = ren()

    with django_assert_num_queries(1):
        found = [one.agreement.title_ja for one in queries.obligations_owed_by(person, PROGRAMME)]

    assert len(found) == count * 4
