"""The story of the desks: told once, as many countries as were published, work for each role."""

import datetime

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.programmes.desks import examples, queries
from hiroba.programmes.desks.figures import countries_with_a_desk_on
from hiroba.programmes.desks.models import Desk
from hiroba.reports.figures import queries as figures
from hiroba.reports.figures.examples import published_figures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


@pytest.fixture
def told():
    with clock.at("2024-05-15 10:00"):
        examples.tell()
        yield


def value_on(year, month, day):
    on = datetime.date(year, month, day)
    return countries_with_a_desk_on(on, on).value


def test_records_agree_with_what_was_published(told):
    published_figures()

    printed = {year: figures.figure("japan_desk_countries", year) for year in (2021, 2023)}
    assert {year: figure.value for year, figure in printed.items()} == {2021: 27, 2023: 25}
    assert {year: figure.contained.value for year, figure in printed.items()} == {
        2021: 27,
        2023: 25,
    }
    assert (value_on(2022, 3, 31), value_on(2024, 3, 31)) == (27, 25)


def test_after_the_published_years_the_records_are_the_figure(told):
    published_figures()

    figure = figures.figure("japan_desk_countries", 2024)
    assert (figure.value, figure.added.value, len(figure.added.excluded)) == (25, 25, 2)


def test_a_house_without_desks_says_what_was_published():
    published_figures()

    assert figures.figure("japan_desk_countries", 2024).value == 25


def test_each_role_finds_something_to_do(told):
    waiting = [(case.subject, case.is_late) for case in queries.cases_waiting_for(officer())]

    assert waiting == [
        ("ラオスの学校を訪ねたい(見本)", True),
        ("Study tour (sample)", False),
    ]
    assert [body.name_en for body in queries.bodies_to_check(officer())] == [
        "Machakos Water Group (sample)"
    ]
    assert queries.faq_waiting_for(officer()).count() == 1
    assert [case.state for case in queries.cases_of(somebody("ren"))] == [
        "paused",
        "waiting",
        "resolved",
    ]


def test_telling_again_changes_nothing(told):
    def seen():
        return (
            Desk.objects.count(),
            queries.desks().count(),
            queries.cases_kept_by(officer()).count(),
            queries.faq_waiting_for(officer()).count(),
        )

    before = seen()
    examples.tell()

    assert before == seen() == (27, 25, 4, 1)
