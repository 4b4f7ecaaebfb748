"""Lists that are turned by key."""

from datetime import date, timedelta

import pytest
from django.core.signing import Signer
from django.db import connection
from django.test import RequestFactory

from hiroba.foundation.search.models import Findable
from hiroba.foundation.web.paging import Slice, _beyond, slice_by_key

pytestmark = pytest.mark.django_db

ORDERS = [
    ("pk",),
    ("-pk",),
    ("title",),
    ("-title", "pk"),
    ("day", "-pk"),
    ("-day", "title", "-pk"),
    ("kind", "-day", "pk"),
]


def things(count):
    Findable.objects.bulk_create(
        Findable(
            ref=f"P-{n}",
            kind="project" if n % 3 else "body",
            url=f"/{n}/",
            title=f"題 {n * 7 % 10:02}%_'x",
            day=date(2023, 11, 1) + timedelta(days=n * 5 % 4),
        )
        for n in range(count)
    )


def turn(address, by, size=4):
    return slice_by_key(RequestFactory().get(address), Findable.objects.all(), by=by, size=size)


def forwards(by):
    slices = [turn("/list/", by)]
    while slices[-1].next_url:
        slices.append(turn(slices[-1].next_url, by))
    return slices


def refs(slice_):
    return [row.ref for row in slice_.rows]


@pytest.mark.parametrize("by", ORDERS)
def test_every_row_comes_once_in_its_order_whatever_the_order(by):
    things(23)

    turned = [ref for slice_ in forwards(by) for ref in refs(slice_)]

    order = by if by[-1].lstrip("-") == "pk" else (*by, "pk")
    assert turned == list(Findable.objects.order_by(*order).values_list("ref", flat=True))


@pytest.mark.parametrize("by", ORDERS)
def test_turning_back_shows_the_same_pages(by):
    things(23)
    pages = forwards(by)

    back = [pages[-1]]
    while back[-1].previous_url:
        back.append(turn(back[-1].previous_url, by))

    assert [refs(page) for page in reversed(back)] == [refs(page) for page in pages]


def test_the_first_page_has_nothing_before_it_and_the_last_nothing_after_it():
    things(8)
    first = turn("/list/", "pk")
    last = turn(first.next_url, "pk")

    assert (bool(first.previous_url), bool(first.next_url)) == (False, True)
    assert (bool(last.previous_url), bool(last.next_url)) == (True, False)
    assert turn(last.previous_url, "pk") == first


def test_a_list_that_fits_on_one_page_has_no_turning():
    things(4)

    slice_ = turn("/list/", "pk")

    assert slice_ == Slice(list(Findable.objects.order_by("pk")))
    assert slice_


def test_an_empty_list_is_false():
    assert not turn("/list/", "pk")
    assert turn("/list/", "pk") == Slice([])


def test_what_narrows_the_list_is_kept_while_turning():
    things(9)

    second = turn("/list/?q=水道&after=old", "pk").next_url

    assert second.startswith("/list/?q=%E6%B0%B4%E9%81%93&after=")
    assert "old" not in second


@pytest.mark.parametrize(
    "key",
    [
        "",
        "x",
        "'; DROP TABLE search_findable; --",
        "WyJwayIsIjEiXQ",
        "WyJwayIsIjEiXQ:forged",
        "\x00",
        "é" * 3000,
        Signer(salt="elsewhere").sign_object(["pk", "1"]),
    ],
)
@pytest.mark.parametrize("direction", ["after", "before"])
def test_a_key_that_a_stranger_made_up_shows_the_first_page(direction, key):
    things(9)

    request = RequestFactory().get("/list/", {direction: key})

    assert refs(slice_by_key(request, Findable.objects.all(), by="pk", size=4)) == [
        "P-0",
        "P-1",
        "P-2",
        "P-3",
    ]


def test_a_key_of_another_order_shows_the_first_page():
    things(9)
    by_title = turn("/list/", ("title", "pk")).next_url

    assert refs(turn(by_title, ("day", "pk"))) == refs(turn("/list/", ("day", "pk")))


def test_the_list_begins_anew_when_what_stood_beside_the_key_is_gone():
    things(9)
    second = turn("/list/", "pk").next_url
    Findable.objects.filter(ref__gt="P-3").delete()

    slice_ = turn(second, "pk")

    assert refs(slice_) == ["P-0", "P-1", "P-2", "P-3"]
    assert (slice_.next_url, slice_.previous_url) == ("", "")


def test_rows_that_came_meanwhile_do_not_shift_the_pages():
    things(8)
    second = turn("/list/", "-pk").next_url
    Findable.objects.create(ref="P-new", kind="x", url="/", title="新", day=date(2023, 1, 1))

    assert refs(turn(second, "-pk")) == ["P-3", "P-2", "P-1", "P-0"]


def test_one_page_takes_one_question(django_assert_num_queries):
    things(9)
    second = turn("/list/", ("-day", "pk")).next_url

    with django_assert_num_queries(1):
        turn(second, ("-day", "pk"))


def test_a_page_far_away_begins_at_its_place_in_the_index():
    things(300)
    far = _beyond(("kind", "-day", "pk"), ["project", "2023-11-02", "150"])

    plan = Findable.objects.filter(far).order_by("kind", "-day", "pk")[:20].explain()

    assert "USING INDEX findable_by_kind (kind>?)" in plan or connection.vendor != "sqlite"


def test_long_japanese_names_make_addresses_that_fit_everywhere():
    Findable.objects.bulk_create(
        Findable(ref=f"P-{n}", kind="x", url="/", title="特定非営利活動法人" * 40) for n in range(9)
    )

    second = turn("/list/", ("title", "pk")).next_url

    assert len(second) < 500
    assert refs(turn(second, ("title", "pk"))) == ["P-4", "P-5", "P-6", "P-7"]
