"""How grassroots projects are counted."""

from datetime import date

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer
from hiroba.programmes.cooperation.projects import actions, figures
from hiroba.programmes.cooperation.projects.states import Scheme
from hiroba.programmes.cooperation.projects.tests.samples import adopted, bring_in, gardens

pytestmark = pytest.mark.django_db

FOUR_YEARS = (date(2021, 4, 1), date(2025, 3, 31))


def adopted_at(moment, **facts):
    with clock.at(moment):
        return adopted(**facts)


def test_what_was_adopted_in_the_years_is_counted_by_year():
    adopted_at("2021-03-31 23:59")
    first = adopted_at("2021-04-01 00:00")
    second = adopted_at("2024-04-01 10:00", scheme=Scheme.REGIONAL)
    adopted_at("2024-04-01 10:00", scheme=Scheme.WORLD_FUND)
    bring_in(gardens())

    counted = figures.grassroots_adopted_between(*FOUR_YEARS)

    assert counted.value == 2
    assert counted.parts == {"2021年度": 1, "2024年度": 1}
    assert list(counted.records) == [first, second]
    assert counted.excluded == ()


def test_what_is_left_out_is_shown_with_its_reason():
    with clock.at("2023-11-01 10:00"):
        lapsed = actions.lapse(by=officer(), project=adopted(), because="同意なし。")
        double = actions.exclude_from_figures(by=officer(), project=adopted(), because="重複。")

    counted = figures.grassroots_adopted_between(*FOUR_YEARS)

    assert counted.value == 0
    assert counted.excluded == (
        (lapsed, "契約に至りませんでした: 同意なし。"),
        (double, "重複。"),
    )


def test_a_sample_shows_how_one_counts_and_is_never_counted_in_production(settings):
    sample = adopted_at("2023-11-01 10:00", is_sample=True)
    real = adopted_at("2023-11-02 10:00")

    shown = figures.grassroots_adopted_between(*FOUR_YEARS)
    settings.HIROBA_ENV = "production"
    counted = figures.grassroots_adopted_between(*FOUR_YEARS)

    assert (list(shown.records), shown.value) == ([sample, real], 2)
    assert (list(counted.records), counted.value, counted.excluded) == ([real], 1, ())


def test_a_project_broken_off_was_carried_out():
    with clock.at("2023-11-01 10:00"):
        project = actions.contract(by=officer(), project=adopted())
        actions.terminate(by=officer(), project=project, because="洪水のため。")

    assert figures.grassroots_adopted_between(*FOUR_YEARS).value == 1
