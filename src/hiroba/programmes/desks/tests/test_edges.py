"""The desks at the edges of a day: what is open, fresh, late, found and counted."""

import datetime

import pytest
from django.utils import translation

from hiroba.engines.enquiries.models import Case
from hiroba.engines.registry.places import examples as places
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import CLOCKWORK, GUEST
from hiroba.foundation.search import queries as search
from hiroba.programmes.desks import actions, policies, queries
from hiroba.programmes.desks.examples import REGISTRATION, desk
from hiroba.programmes.desks.figures import FIGURES, countries_with_a_desk_on
from hiroba.programmes.desks.models import Desk
from hiroba.programmes.desks.tests.samples import asked, known_body, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.fixture(scope="module")
def world(standing):
    """Kenya and Laos stand; Nicaragua closed in October 2022; a check holds for a year."""
    with clock.at("2021-04-01 10:00"):
        actions.set_checking_rule(by=CLOCKWORK, fresh_days=365)
        for code in ("KE", "LA", "NI"):
            desk(code)
    with clock.at("2022-10-01 10:00"):
        actions.close_desk(by=officer(), desk=desk("NI"), closed_on=clock.today())
    with clock.at("2023-11-01 10:00"):
        somebody("ren")
        return {one.country.code: one for one in queries.all_desks()}


def codes(on):
    return [one.country.code for one in queries.desks(day(on))]


@pytest.mark.parametrize(
    ("on", "open_then"),
    [
        ("2003-03-31", []),
        ("2003-04-01", ["KE", "NI", "LA"]),
        ("2022-09-30", ["KE", "NI", "LA"]),
        ("2022-10-01", ["KE", "LA"]),
        ("2023-11-01", ["KE", "LA"]),
    ],
)
def test_a_desk_is_open_from_its_first_day_and_not_on_its_last(world, on, open_then):
    assert codes(on) == open_then


def test_today_is_asked_when_no_day_is_named(world):
    with clock.at("2022-09-30 23:59"):
        before = [one.country.code for one in queries.desks()]
    with clock.at("2022-10-01 00:00"):
        after = [one.country.code for one in queries.desks()]

    assert (before, after) == (["KE", "NI", "LA"], ["KE", "LA"])


def test_the_desk_of_a_country_is_the_one_that_was_not_told_to_close(world):
    found = [queries.desk_in(places.country(code)) for code in ("KE", "NI", "TH")]

    assert found == [world["KE"], None, None]


def test_desks_of_a_country_are_counted_also_when_they_closed(world):
    before = [queries.has_desk_before(places.country(code)) for code in ("NI", "TH")]
    desk("NI")

    assert (before, queries.has_desk_before(places.country("NI"))) == ([1, 0], 2)


def test_a_desk_that_closed_and_came_again_is_a_desk_of_its_own(world):
    again = desk("NI")

    refs = Desk.objects.filter(country=again.country).order_by("pk").values_list("ref", flat=True)
    assert (list(refs), again.queue.code) == (["JD-NI", "JD-NI-2"], "desk-ni-2")


@pytest.mark.parametrize(
    ("on", "since"),
    [
        ("2021-03-31", "0001-01-01"),
        ("2021-04-01", "2020-04-01"),
        ("2023-09-30", "2022-09-30"),
        ("2023-10-01", "2023-09-01"),
    ],
)
def test_a_check_is_fresh_by_the_rule_of_its_day(world, on, since):
    with clock.at("2023-10-01 10:00"):
        actions.set_checking_rule(by=officer(), fresh_days=30)

    assert queries.fresh_since(day(on)).isoformat() == since


@pytest.mark.parametrize(
    ("now", "stale"), [("2023-05-10 23:59", False), ("2023-05-11 00:00", True)]
)
def test_a_check_grows_old_the_day_after_its_year(world, now, stale):
    with clock.at("2022-05-10 10:00"):
        body = known_body()
        actions.write_guide(by=officer(), country=body.country, **REGISTRATION)

    with clock.at(now):
        marks = [one.is_stale for one in queries.local_bodies(body.country)]
        marks += [one.is_stale for one in queries.guide_to(body.country)]
        waits = list(queries.bodies_to_check(officer()))

    assert (marks, waits) == ([stale, stale], [body] if stale else [])


def test_what_is_fresh_is_not_there_to_be_checked(client, world):
    body = known_body()
    signed_in(client, officer())

    assert client.post(f"/staff/desks/bodies/{body.ref}/check/").status_code == 404


@pytest.mark.parametrize(
    ("on", "reason"),
    [
        ("2003-04-01", "開設した日より後の日を入れてください。"),
        ("2003-04-02", ""),
        ("2023-11-01", ""),
        ("2023-11-02", "まだ来ていない日は記録できません。"),
    ],
)
def test_a_desk_closes_between_the_day_after_it_opened_and_today(world, on, reason):
    assert policies.may_close_desk(officer(), world["KE"], day(on)).reason == reason


@pytest.mark.parametrize(("days", "reason"), [(-1, "1日以上にしてください。"), (1, "")])
def test_a_check_holds_for_one_day_or_more(days, reason):
    assert policies.may_set_checking_rule(officer(), days).reason == reason


@pytest.mark.parametrize(("now", "late"), [("2023-11-06 23:59", False), ("2023-11-07 00:00", True)])
def test_a_question_is_late_the_day_after_its_day(client, world, now, late):
    asked()
    signed_in(client, officer())

    with clock.at(now):
        signed_in(client, officer())
        text = words(client.get("/staff/desks/cases/"))

    assert ("期日超過" in text) == late


@pytest.mark.parametrize(
    ("now", "ref"),
    [("2024-03-31 23:59", "DESK-KE-2023-0002"), ("2024-04-01 00:00", "DESK-KE-2024-0001")],
)
def test_the_numbers_of_questions_begin_anew_with_the_fiscal_year(world, now, ref):
    asked()
    with clock.at(now):
        asked()

    assert Case.objects.latest("pk").ref == ref


@pytest.mark.parametrize(
    ("words_typed", "language", "refs"),
    [
        ("ケニア", "ja", ["JD-KE"]),
        ("Kenya", "en", ["JD-KE"]),
        ("Kenya", "ja", ["JD-KE"]),
        ("JD-LA", "ja", ["JD-LA"]),
        ("ニカラグア", "ja", []),
        ("Nicaragua", "en", []),
    ],
)
def test_open_desks_are_found_by_their_country_or_number(world, words_typed, language, refs):
    hits = search.found_by(GUEST, words_typed, queries.KIND, language)

    assert [hit.ref for hit in hits] == refs


def counted(on, language="ja"):
    with translation.override(language):
        return countries_with_a_desk_on(day(on), day(on))


@pytest.mark.parametrize(
    ("on", "value", "excluded"),
    [
        ("2003-03-31", 0, []),
        ("2003-04-01", 3, []),
        ("2022-09-30", 3, []),
        ("2022-10-01", 2, ["JD-NI"]),
        ("2023-11-01", 2, ["JD-NI"]),
    ],
)
def test_the_figure_counts_the_countries_of_its_last_day(world, on, value, excluded):
    found = counted(on)

    assert (found.value, [one.ref for one, _ in found.excluded]) == (value, excluded)
    assert found.value == found.records.count() == sum(found.parts.values())


def test_the_figure_names_regions_in_the_language_of_its_reader(world):
    parts = [counted("2003-04-01", language).parts for language in ("ja", "en")]

    assert parts == [
        {"中央アメリカ": 1, "東アフリカ": 1, "東南アジア": 1},
        {"Central America": 1, "Eastern Africa": 1, "South-eastern Asia": 1},
    ]


def test_the_figure_says_in_english_when_a_desk_closed(world):
    assert [why for _, why in counted("2023-11-01", "en").excluded] == [
        "Closed on Sat 1 October 2022."
    ]


def test_a_country_whose_desk_came_again_counts_once(world):
    desk("NI")

    found = counted("2023-11-01")
    assert (found.value, [one.ref for one, _ in found.excluded]) == (3, ["JD-NI"])


def test_desks_that_are_no_samples_are_counted_in_production(world, settings):
    settings.HIROBA_ENV = "production"
    Desk.objects.filter(pk=world["KE"].pk).update(is_sample=False)

    assert (counted("2023-11-01").value, counted("2023-11-01").excluded) == (1, ())


def test_the_desks_have_one_figure(world):
    assert [(one.code, one.unit_ja, one.kind) for one in FIGURES] == [
        ("japan_desk_countries", "か国", "as_of")
    ]
