"""Each yes, and each no by its sentence."""

import datetime

import pytest

from hiroba.engines.registry.places import examples as places
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import auditor, officer, somebody
from hiroba.foundation.actors import CLOCKWORK, GUEST
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.desks import actions, policies
from hiroba.programmes.desks.examples import desk
from hiroba.programmes.desks.tests.samples import asked, colleague, known_body

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

FOR_OFFICERS = "ジャパンデスクの担当職員だけができます。"
AHEAD = "まだ来ていない日は記録できません。"
TODAY = datetime.date(2023, 11, 1)
TOMORROW = datetime.date(2023, 11, 2)


@pytest.mark.parametrize("person", [lambda: CLOCKWORK, officer, colleague])
def test_officers_keep_the_desks(person):
    by = person()

    assert policies.may_open_desk(by, places.country("LA"), TODAY)
    assert policies.may_close_desk(by, desk(), TODAY)
    assert policies.may_add_local_body(by)
    assert policies.may_check_local_body(by)
    assert policies.may_write_guide(by)
    assert policies.may_set_checking_rule(by, 365)


@pytest.mark.parametrize("person", [lambda: GUEST, lambda: somebody("ren"), auditor])
def test_nobody_else_does(person):
    by = person()

    reasons = {
        policies.may_open_desk(by).reason,
        policies.may_close_desk(by, desk()).reason,
        policies.may_add_local_body(by).reason,
        policies.may_check_local_body(by).reason,
        policies.may_write_guide(by).reason,
        policies.may_set_checking_rule(by, 365).reason,
    }
    assert reasons == {FOR_OFFICERS}


def test_a_country_has_one_desk_at_a_time():
    verdict = policies.may_open_desk(officer(), desk().country, TODAY)

    assert verdict.reason == "この国には、すでにデスクがあります。"


def test_nothing_is_recorded_before_it_happened():
    assert policies.may_open_desk(officer(), places.country("LA"), TOMORROW).reason == AHEAD
    assert policies.may_close_desk(officer(), desk(), TOMORROW).reason == AHEAD


def test_a_desk_closes_once_and_after_it_opened():
    opened = desk()

    early = policies.may_close_desk(officer(), opened, opened.opened_on)
    closed = actions.close_desk(by=officer(), desk=opened, closed_on=TODAY)

    assert early.reason == "開設した日より後の日を入れてください。"
    again = policies.may_close_desk(officer(), closed, TODAY)
    assert again.reason == "このデスクは、すでに終了しています。"


def test_a_desk_that_closed_is_asked_no_more():
    assert policies.may_ask(desk())

    closed = actions.close_desk(by=officer(), desk=desk(), closed_on=TODAY)

    told = "このデスクは終了しました。ほかの国のデスクにお尋ねください。"
    assert policies.may_ask(closed).reason == told
    with pytest.raises(Refused, match="このデスクは終了しました"):
        asked(desk=closed)


def test_a_check_holds_for_a_day_at_least():
    assert policies.may_set_checking_rule(officer(), 0).reason == "1日以上にしてください。"


def test_a_desk_is_asked_until_the_day_before_it_closes():
    with clock.at("2023-11-10 10:00"):
        closed = actions.close_desk(by=officer(), desk=desk(), closed_on=clock.today())

    with clock.at("2023-11-09 10:00"):
        assert policies.may_ask(closed)
    with clock.at("2023-11-10 10:00"):
        assert not policies.may_ask(closed)


def test_a_body_is_entered_once_in_a_country():
    body = known_body()

    again = policies.may_add_local_body(officer(), body.country, body.name_en)
    assert again.reason == "この名称(英語)の団体は、すでに載っています。"
    assert policies.may_add_local_body(officer(), places.country("LA"), body.name_en)
