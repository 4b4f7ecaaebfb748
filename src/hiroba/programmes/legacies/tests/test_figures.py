"""How many partners there are, and how many ask; few are not told."""

from datetime import date

import pytest

from hiroba.programmes.legacies import actions
from hiroba.programmes.legacies.examples import (
    agreed,
    hiroba_trust,
    legacy_officer,
    minori_trust,
    referred,
)
from hiroba.programmes.legacies.figures import FIGURES, enquiries_between, partners_standing
from hiroba.programmes.legacies.tests.samples import TODAY, asked
from hiroba.reports.figures import queries as figures

YEAR = date(2023, 4, 1), date(2024, 3, 31)


def test_partners_are_those_with_a_memorandum_on_the_day():
    agreed(minori_trust())

    found = partners_standing(TODAY, TODAY)
    assert (found.value, [partner.body.name_en for partner in found.records]) == (
        2,
        ["Hiroba Trust Bank (sample)", "Minori Trust Bank (sample)"],
    )


def test_a_memorandum_that_ended_counts_until_its_day():
    actions.end_agreement(by=legacy_officer(), partner=hiroba_trust(), because="終わり。")

    days = (date(2023, 4, 19), date(2023, 4, 20), date(2023, 10, 31), TODAY)
    assert [partners_standing(day, day).value for day in days] == [0, 1, 1, 0]


def test_in_production_samples_are_none(settings):
    settings.HIROBA_ENV = "production"

    assert partners_standing(TODAY, TODAY).value == 0


@pytest.mark.parametrize(
    ("count", "value", "is_hidden"),
    [
        (0, 0, True),
        (1, 0, True),
        (4, 0, True),
        (5, 5, False),
        (6, 6, False),
    ],
)
def test_few_enquiries_are_hidden_even_from_the_reports(count, value, is_hidden):
    for _ in range(count):
        asked()

    found = enquiries_between(*YEAR)
    assert (found.value, found.is_hidden, list(found.records)) == (value, is_hidden, [])


def test_enquiries_of_another_year_do_not_count():
    for _ in range(5):
        asked()

    assert enquiries_between(date(2022, 4, 1), date(2023, 3, 31)).is_hidden


def test_samples_are_no_enquiries_in_production(settings):
    for _ in range(5):
        asked()
    referred()
    assert enquiries_between(*YEAR).value == 6

    settings.HIROBA_ENV = "production"
    assert enquiries_between(*YEAR).value == 5


def test_a_hidden_number_is_told_as_such():
    asked()

    figure = figures.figure("legacy_enquiries", 2023)
    assert (figure.value, figure.number, figure.text) == (None, "", "少数のため非公表")


def test_a_number_that_is_not_small_is_told():
    for _ in range(5):
        asked()

    assert figures.figure("legacy_enquiries", 2023).text == "5件"


def test_before_the_records_begin_nothing_is_known():
    assert figures.figure("legacy_enquiries", 2021).text == "公表値なし"


def test_partners_are_told_as_of_the_end_of_the_year():
    figure = figures.figure("legacy_partners", 2023)

    assert (figure.text, figure.period_text) == ("1機関", "2023年度末")


@pytest.mark.parametrize("address", ["/figures/legacy_enquiries/", "/en/figures/legacy_enquiries/"])
def test_the_page_of_a_hidden_number_shows_no_number(client, address):
    asked()

    page = client.get(address, {"fy": 2023}).content.decode()

    hidden = "Too few to publish" if address.startswith("/en") else "少数のため非公表"
    assert hidden in page
    assert "figure.added" not in page and "公表値に加えた記録" not in page


def test_both_have_names_and_definitions_in_both_languages():
    assert [(figure.code, figure.name_ja, figure.name_en) for figure in FIGURES] == [
        ("legacy_partners", "遺贈の提携先", "Partner institutions for legacies"),
        ("legacy_enquiries", "遺贈のご相談", "Enquiries about legacies"),
    ]
