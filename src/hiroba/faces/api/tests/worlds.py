"""Small worlds for the tests of the API, and how a program knocks."""

import json
from typing import Any

from hiroba.engines.registry.people import actions as people
from hiroba.engines.registry.people.examples import company, minato, school_body
from hiroba.engines.registry.people.models import Body
from hiroba.engines.registry.places import examples as places
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.tokens.examples import token_of
from hiroba.foundation.tokens.states import Scope
from hiroba.programmes.cooperation.projects.models import Project
from hiroba.programmes.cooperation.projects.states import Scheme
from hiroba.programmes.cooperation.projects.tests.samples import adopted
from hiroba.programmes.cooperation.proposals import examples as proposals

PROBLEM = "application/problem+json"


def bearer(*scopes: Scope, handle: str = "ren") -> dict[str, str]:
    """The header of a program that comes with a token of somebody."""
    return {"Authorization": f"Bearer {token_of(handle, *scopes).secret}"}


def send(client: Any, method: str, address: str, told: object = None, **headers: str) -> Any:
    """A request with a JSON body."""
    body = "" if told is None else json.dumps(told)
    return client.generic(method, address, body, "application/json", headers=headers or None)


def pages(client: Any, address: str, **headers: str) -> list[dict[str, Any]]:
    """Every page of a list, turned by the addresses in `next`."""
    found = [client.get(address, headers=headers or None).json()]
    while found[-1]["next"]:
        found.append(client.get(found[-1]["next"], headers=headers or None).json())
    return found


def refs(listed: list[dict[str, Any]]) -> list[str]:
    """The public names on all pages, in their order."""
    return [item["ref"] for page in listed for item in page["items"]]


def bodies() -> list[Body]:
    """Seven verified bodies; two have the same reading."""
    places.reference()
    known = [minato(), school_body(), company()]
    for number in range(4):
        body = people.register_body(
            by=somebody("hana"),
            name_ja=f"見本の会{number}",
            kana="ミホンノカイ" if number < 2 else f"ミホンノカイ{number}",
            personality="npo",
            prefecture=places.prefecture("27"),
        )
        known.append(people.verify(by=officer(), body=body))
    return known


def projects() -> list[Project]:
    """Five projects of different years, schemes and countries."""
    rows = (
        ("2021-05-01 10:00", "ラオスの水道", Scheme.PARTNER, "LA"),
        ("2022-05-01 10:00", "ケニアの学校", Scheme.SUPPORT, "KE"),
        ("2022-06-01 10:00", "ケニアの農業", Scheme.PARTNER, "KE"),
        ("2023-05-01 10:00", "ネパールの保健", Scheme.REGIONAL, "NP"),
        ("2023-05-01 10:00", "ネパールの教材", Scheme.PARTNER, "NP"),
    )
    made = []
    for moment, title, scheme, country in rows:
        with clock.at(moment):
            made.append(adopted(title, scheme=scheme, countries=[country], body=minato()))
    return made


def calls(count: int = 5) -> list[str]:
    """Calls of several years; the last one is open in September 2023."""
    years = range(2024 - count, 2024)
    return [
        proposals.call(
            f"grassroots-{year}",
            f"{year}-08-22 10:00",
            {"grassroots_support": f"{year}-10-02 17:00"},
        ).ref
        for year in years
    ]
