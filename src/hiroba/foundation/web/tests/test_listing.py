"""Lists as programs get them."""

import pytest
from django.test import RequestFactory
from pydantic import ValidationError

from hiroba.foundation.search.models import Findable
from hiroba.foundation.web.listing import KEY, MOST, BothLanguages, Turn, both, listing, named

pytestmark = pytest.mark.django_db


def things(count):
    Findable.objects.bulk_create(
        Findable(ref=f"P-{n}", kind="x", url="/", title=f"題{n}") for n in range(count)
    )


def turn(address="/list", limit=2):
    found = Findable.objects.all()
    return listing(
        RequestFactory().get(address), found, ("pk",), limit, lambda rows: [row.ref for row in rows]
    )


def test_a_list_that_fits_has_no_addresses():
    things(2)

    assert turn() == {"items": ["P-0", "P-1"], "next": None, "previous": None}


def test_an_empty_list_is_empty():
    assert turn() == {"items": [], "next": None, "previous": None}


def test_the_addresses_lead_on_and_back():
    things(5)
    first = turn("/list?q=a")
    second = turn(first["next"])
    third = turn(second["next"])

    assert [page["items"] for page in (first, second, third)] == [
        ["P-0", "P-1"],
        ["P-2", "P-3"],
        ["P-4"],
    ]
    assert turn(third["previous"])["items"] == ["P-2", "P-3"]
    assert first["next"].startswith("/list?q=a&after=") and third["next"] is None


@pytest.mark.parametrize(
    "facts", [{"limit": 0}, {"limit": MOST + 1}, {"after": "x" * (KEY + 1)}, {"before": "x" * 3000}]
)
def test_a_turn_has_its_limits(facts):
    with pytest.raises(ValidationError):
        Turn(**facts)


def test_a_turn_at_its_limits_is_fine():
    assert Turn(limit=MOST, after="x" * KEY).limit == MOST
    assert Turn().model_dump() == {"limit": 20, "after": "", "before": ""}


def test_the_two_columns_of_a_text_are_told_together():
    thing = type("Thing", (), {"title_ja": "水", "title_en": ""})()

    assert BothLanguages(**both(thing, "title")).model_dump() == {"ja": "水", "en": ""}
    assert named("事業の一覧") == {"openapi_extra": {"summary": "事業の一覧"}}
