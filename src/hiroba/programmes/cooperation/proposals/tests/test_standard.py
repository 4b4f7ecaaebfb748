"""What the house begins with is sound: the form, the rubric, the limits over the years."""

from datetime import date

import pytest

from hiroba.engines.forms import definitions
from hiroba.engines.intake.calls import rules
from hiroba.engines.intake.review import rubrics
from hiroba.foundation.actors import CLOCKWORK, GUEST
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.cooperation.proposals import actions, queries, standard


def test_the_form_asks_what_a_proposal_needs():
    form = definitions.parse(standard.form())

    assert len(form.pages) == 6
    assert set(standard.sample_answers()) <= set(form.by_key)
    hidden = {item.key for item in form.items() if item.blind == "identity"}
    assert hidden == {
        "body_name",
        "representative",
        "prefecture",
        "address",
        "contact_name",
        "contact_kana",
        "contact_email",
        "contact_phone",
        "partners_ja",
        "same_proposal_where",
    }


def test_the_rubric_weighs_to_one_hundred():
    assert len(rubrics.parse(standard.rubric()).criteria) == 5


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "day", "ceiling"),
    [
        ("grassroots_support", date(2022, 8, 23), 25_000_000),
        ("grassroots_support", date(2023, 8, 22), 10_000_000),
        ("grassroots_partner", date(2023, 8, 22), 100_000_000),
        ("grassroots_regional", date(2023, 8, 22), 60_000_000),
        ("world_fund", date(2023, 12, 20), 1_000_000),
    ],
)
def test_the_day_decides_which_limits_hold(code, day, ceiling):
    actions.lay_out_schemes(by=CLOCKWORK)
    actions.lay_out_schemes(by=CLOCKWORK)

    limits = queries.limits_on(queries.scheme(code), day)

    assert rules.parse(limits.content).yen_ceiling == ceiling


@pytest.mark.django_db
def test_a_guest_lays_out_nothing():
    with pytest.raises(Refused, match="担当職員が用意"):
        actions.lay_out_schemes(by=GUEST)
