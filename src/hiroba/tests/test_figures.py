"""A figure and the records of another room meet."""

import pytest

from hiroba.engines.registry.places.examples import reference
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer
from hiroba.programmes.cooperation.projects.actions import adopt
from hiroba.programmes.cooperation.projects.examples import body_named, mushrooms
from hiroba.programmes.cooperation.projects.states import Scheme
from hiroba.reports.figures import queries
from hiroba.reports.figures.examples import published_figures

pytestmark = pytest.mark.django_db


def test_a_project_adopted_after_the_published_years_adds_one_and_one_before_adds_none():
    reference()
    published_figures()
    before = queries.figure("grassroots_projects", 2024).value
    mushrooms()

    with clock.at("2024-10-01 10:00"):
        adopt(
            by=officer(),
            title_ja="ラオスの水",
            scheme=Scheme.SUPPORT,
            body=body_named("那覇市"),
            countries=["LA"],
        )

    figure = queries.figure("grassroots_projects", 2024)
    assert (before, figure.value, figure.contained.value) == (1_405, 1_406, 1)
    assert queries.figure("grassroots_projects", 2023).value == 1_405
