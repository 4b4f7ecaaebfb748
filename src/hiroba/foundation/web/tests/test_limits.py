"""How often somebody may knock."""

import pytest
from django.test import RequestFactory

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import somebody
from hiroba.foundation.web.limits import address_of, seconds_to_wait


def test_so_many_knocks_a_minute_and_then_one_waits():
    with clock.at("2023-11-01 10:00:20"):
        waits = [seconds_to_wait("door", "akari", 2) for _ in range(3)]

    with clock.at("2023-11-01 10:01:00"):
        later = seconds_to_wait("door", "akari", 2)

    assert (waits, later) == ([0, 0, 40], 0)


def test_each_person_and_each_door_is_counted_alone():
    seconds_to_wait("door", "akari", 1)

    assert seconds_to_wait("door", "akari", 1) > 0
    assert seconds_to_wait("door", "ren", 1) == 0
    assert seconds_to_wait("window", "akari", 1) == 0


def test_a_limit_of_nothing_is_no_limit():
    assert [seconds_to_wait("door", "akari", 0) for _ in range(5)] == [0] * 5


@pytest.mark.parametrize(
    ("proxies", "passed", "address"),
    [
        (0, "203.0.113.9", "127.0.0.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (2, "203.0.113.9", "127.0.0.1"),
    ],
)
def test_only_our_own_proxies_are_believed(settings, proxies, passed, address):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    request = RequestFactory().get("/", headers={"X-Forwarded-For": passed})

    assert address_of(request) == address


@pytest.mark.django_db
def test_who_writes_too_often_is_told_to_wait(client, settings):
    settings.HIROBA_WRITES_A_MINUTE = 2
    client.force_login(somebody("akari"))

    with clock.at("2023-11-01 10:00:30"):
        answers = [client.post("/nowhere/") for _ in range(3)]

    assert [answer.status_code for answer in answers] == [404, 404, 429]
    assert answers[-1]["Retry-After"] == "30"
    assert "30秒たってから" in answers[-1].content.decode()


@pytest.mark.django_db
def test_reading_is_not_counted(client, settings):
    settings.HIROBA_WRITES_A_MINUTE = 1

    assert {client.get("/nowhere/").status_code for _ in range(3)} == {404}
