"""A figure and the records of another room meet."""

import pytest

from hiroba.engines.intake.calls.models import Call
from hiroba.engines.registry.places.examples import reference
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer
from hiroba.programmes.cooperation.projects.actions import adopt
from hiroba.programmes.cooperation.projects.examples import body_named, mushrooms
from hiroba.programmes.cooperation.projects.states import Scheme
from hiroba.programmes.cooperation.proposals import examples as proposals
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


def selected_in_2024(*, is_sample):
    """NPO Minato proposes on a call of 2024 and is told that the project will be carried out."""
    with clock.at("2024-09-20 10:00"):
        call = proposals.call(
            "grassroots-2024",
            "2024-08-22 10:00",
            {"grassroots_support": "2024-10-02 17:00"},
        )
        Call.objects.filter(pk=call.pk).update(is_sample=is_sample)
        return proposals.selected(proposals.submitted(proposals.track(call)))


@pytest.mark.parametrize(
    ("house", "is_sample", "value", "period"),
    [
        ("demo", True, 1_406, "2002–2024年度"),
        ("test", True, 1_406, "2002–2024年度"),
        ("production", True, 1_405, "2002–2023年度"),
        ("demo", False, 1_406, "2002–2024年度"),
        ("production", False, 1_406, "2002–2024年度"),
    ],
)
def test_the_whole_thread_raises_the_figure_by_one_but_never_by_a_sample_in_production(
    settings, house, is_sample, value, period
):
    published_figures()
    selected_in_2024(is_sample=is_sample)

    settings.HIROBA_ENV = house

    figure = queries.figure("grassroots_projects", 2024)
    assert (figure.value, figure.period.text("ja")) == (value, period)
