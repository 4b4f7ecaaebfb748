"""What the database itself refuses of the desks."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer
from hiroba.programmes.desks import actions
from hiroba.programmes.desks.examples import REGISTRATION, WATER, desk
from hiroba.programmes.desks.models import CheckingRule, CountryGuide, Desk, LocalBody
from hiroba.programmes.desks.tests.samples import known_body

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


@pytest.fixture(scope="module", autouse=True)
def world(standing):
    """Desks in Kenya and Laos, two bodies, two sections of the guide, and a rule."""
    with clock.at("2023-11-01 10:00"):
        country, _ = desk("KE").country, desk("LA")
        known_body(name_en="First")
        known_body(name_en="Second")
        for topic in ("registration", "visa"):
            actions.write_guide(by=officer(), country=country, **{**REGISTRATION, "topic": topic})
        actions.set_checking_rule(by=officer(), fresh_days=365)


def last(model):
    return model.objects.order_by("-pk")[0]


def first(model):
    return model.objects.order_by("pk")[0]


# fmt: off
CHECKED = [
    (Desk,         {"closed_on": datetime.date(2003, 3, 31)}, "desk_closes_after_it_opened"),
    (CheckingRule, {"fresh_days": 0},                         "a_check_holds_for_a_day"),
    (LocalBody,    {"name_ja": ""},                           "local_body_has_a_name"),
    (LocalBody,    {"name_en": ""},                           "local_body_has_a_name"),
    (CountryGuide, {"text_ja": ""},                           "guide_says_something"),
]
TAKEN = [
    (Desk,         ["ref"]),
    (Desk,         ["queue_id"]),
    (Desk,         ["country_id"]),
    (LocalBody,    ["ref"]),
    (LocalBody,    ["name_en"]),
    (CountryGuide, ["ref"]),
    (CountryGuide, ["topic"]),
]
# fmt: on


@pytest.mark.parametrize(("model", "changed", "name"), CHECKED)
def test_what_makes_no_sense_is_not_kept(model, changed, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        model.objects.filter(pk=last(model).pk).update(**changed)


@pytest.mark.parametrize(("model", "fields"), TAKEN)
def test_what_another_has_is_not_taken(model, fields):
    taken = {field: getattr(first(model), field) for field in fields}

    with pytest.raises(IntegrityError, match="(?i)unique"), transaction.atomic():
        model.objects.filter(pk=last(model).pk).update(**taken)


def test_a_day_has_one_rule():
    with pytest.raises(IntegrityError, match="(?i)unique"), transaction.atomic():
        CheckingRule.objects.create(since=clock.today(), fresh_days=10)


def test_the_rule_of_a_day_is_said_anew_on_the_same_day():
    before = CheckingRule.objects.count()

    actions.set_checking_rule(by=officer(), fresh_days=30)

    assert (CheckingRule.objects.count(), last(CheckingRule).fresh_days) == (before, 30)


def test_the_same_name_is_known_in_two_countries():
    body = actions.add_local_body(
        by=officer(), country=desk("LA").country, **{**WATER, "name_en": "First"}
    )

    assert list(LocalBody.objects.filter(name_en="First").order_by("pk")) == [
        first(LocalBody),
        body,
    ]


@pytest.mark.parametrize("thing", ["country", "queue"])
def test_what_a_desk_stands_on_is_not_taken_away(thing):
    with pytest.raises(ProtectedError):
        getattr(desk(), thing).delete()


def test_who_checked_something_is_not_taken_away():
    with pytest.raises(ProtectedError):
        officer().delete()


@pytest.mark.parametrize(
    ("thing", "said"),
    [
        (lambda: desk(), "ケニア"),
        (lambda: first(LocalBody), "ナイロビ子どもネットワーク(見本)"),
        (lambda: last(CheckingRule), "2023-11-01 365"),
    ],
    ids=["desk", "body", "rule"],
)
def test_a_thing_is_called_by_its_name(thing, said):
    assert str(thing()) == said
