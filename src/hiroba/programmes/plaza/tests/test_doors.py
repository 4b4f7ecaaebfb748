"""Every page of the plaza for everybody."""

import datetime

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.programmes.plaza import actions, examples

DAY = datetime.date(2023, 11, 22)
PEOPLE = ("", "akari", "aoi", "sato", "kansa", "sumire")
# For a visitor, akari who booked, aoi who guides, an officer, an auditor, another programme's one.
DOORS = {
    "/plaza/": (200, 200, 200, 200, 200, 200),
    "/plaza/sites/ichigaya/": (200, 200, 200, 200, 200, 200),
    "/plaza/sites/nowhere/": (404, 404, 404, 404, 404, 404),
    "/plaza/visits/{slot}/book/": (302, 200, 200, 200, 200, 200),
    "/my/visits/": (302, 200, 200, 200, 200, 200),
    "/my/visits/{visit}/": (302, 200, 404, 404, 404, 404),
    "/my/duties/": (302, 200, 200, 200, 200, 200),
    "/my/duties/{duty}/decline/": (302, 404, 200, 404, 404, 404),
    "/staff/plaza/": (302, 403, 200, 200, 200, 403),
    "/staff/plaza/?on=2023-11-22": (302, 403, 200, 200, 200, 403),
    "/staff/plaza/?on=nonsense": (302, 403, 200, 200, 200, 403),
    "/staff/plaza/count/": (302, 403, 403, 200, 403, 200),
    "/staff/plaza/offer/": (302, 403, 403, 200, 403, 200),
    "/staff/plaza/close/": (302, 403, 403, 200, 403, 200),
    "/staff/plaza/slots/{slot}/ask-guide/": (302, 403, 403, 200, 403, 200),
    "/staff/plaza/exhibitions/prepare/": (302, 403, 403, 200, 403, 200),
}


@pytest.fixture(scope="module")
def world(sites_stand):
    """A booked class whose guide was asked."""
    with clock.at("2023-10-16 10:00"):
        visit = examples.visit(examples.slot(DAY))
        duty = actions.ask_guide(by=officer(), slot=visit.booking.slot, person=somebody("aoi"))
        somebody("sumire")
    return {"slot": visit.booking.slot_id, "visit": visit.ref, "duty": duty.ref}


@pytest.mark.parametrize("address", DOORS)
def test_each_page_is_there_for_whom_it_is_meant(world, client, address):
    told = []
    for who in PEOPLE:
        client.logout()
        if who:
            backend = "django.contrib.auth.backends.ModelBackend"
            client.force_login(somebody(who), backend=backend)
        told.append(client.get(address.format(**world)).status_code)

    assert tuple(told) == DOORS[address]


@pytest.mark.parametrize("address", ["/plaza/", "/plaza/sites/ichigaya/"])
def test_pages_ask_little(world, client, address, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        client.get(address)
