"""Who held a post on which day, and who may hand it over."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hiroba.engines.registry.people import examples as people
from hiroba.engines.registry.places import examples as places
from hiroba.engines.registry.places.tests.support import broken, journal, refused
from hiroba.engines.registry.posts import actions, examples, policies, queries
from hiroba.engines.registry.posts.models import Post, Term
from hiroba.foundation.accounts.examples import administrator, auditor, officer, somebody
from hiroba.foundation.actors import CLOCKWORK, GUEST
from hiroba.foundation.verdicts import YES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

APRIL = datetime.date(2023, 4, 1)
TODAY = datetime.date(2023, 11, 1)
NEXT = datetime.date(2024, 4, 1)
ONE_DAY = datetime.timedelta(days=1)
LATER = "この日より後に着任した方がいます。もっと後の日を入れてください。"
KEEPERS_ONLY = "職位は担当職員が登録します。"
TRIES = settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def post():
    return examples.promoter()


@pytest.fixture
def ren():
    return people.person(somebody("ren"))


def handed(post, person, since):
    return actions.hand_over(by=officer(), post=post, person=person, since=since)


def periods(post):
    found = post.terms.select_related("person").order_by("since", "pk")
    return [(term.person.name, term.since, term.until) for term in found]


@pytest.mark.parametrize("by", [officer, administrator])
def test_keepers_open_hand_over_and_vacate(post, by):
    by = by()

    assert policies.may_open_post(by) == YES
    assert policies.may_hand_over(by, post, NEXT) == YES
    assert policies.may_vacate(by, post, TODAY) == YES


@pytest.mark.parametrize(
    "by", [auditor, lambda: somebody("kyoko"), lambda: GUEST, lambda: CLOCKWORK]
)
def test_nobody_else_decides_on_posts(post, by):
    by = by()

    told = [
        policies.may_open_post(by).reason,
        policies.may_hand_over(by, post, NEXT).reason,
        policies.may_vacate(by, post, TODAY).reason,
    ]

    assert told == [KEEPERS_ONLY] * 3


@pytest.mark.parametrize("since", [APRIL, APRIL - ONE_DAY])
def test_a_post_is_handed_over_after_the_last_time(post, since):
    assert policies.may_hand_over(officer(), post, since).reason == LATER


def test_a_term_may_end_on_the_day_it_began(post):
    assert policies.may_vacate(officer(), post, APRIL) == YES
    assert policies.may_vacate(officer(), post, APRIL - ONE_DAY).reason == (
        "着任の日より後の日を入れてください。"
    )


def test_a_new_post_is_as_told_and_vacant():
    post = actions.open_post(
        by=officer(),
        kind="coordinator",
        title_ja="調整員🌏",
        title_en="Coordinator",
        office=places.office("okinawa"),
        body=people.minato(),
        prefecture=places.prefecture("47"),
    )

    kept = queries.post(post.ref)
    assert (kept.kind, kept.title_ja, kept.title_en) == ("coordinator", "調整員🌏", "Coordinator")
    assert (kept.office.ref, kept.body, kept.prefecture.code) == ("okinawa", people.minato(), "47")
    assert queries.holder_on(post, TODAY) is None
    assert journal("posts.open_post") == [("佐藤 職員(見本)", post.ref, {})]


def test_every_change_of_holder_is_noted(post, ren):
    handed(post, ren, NEXT)
    actions.vacate(by=officer(), post=post, on=NEXT)

    sato = "佐藤 職員(見本)"
    assert journal("posts.hand_over")[1:] == [
        (sato, post.ref, {"to": ren.ref, "since": "2024-04-01"})
    ]
    assert journal("posts.vacate") == [(sato, post.ref, {"on": "2024-04-01"})]


@TRIES
@given(
    days=st.lists(st.dates(APRIL, datetime.date(2033, 3, 31)), max_size=5),
    asked=st.dates(APRIL, datetime.date(2033, 3, 31)),
)
def test_on_every_day_one_person_holds_the_post(post, ren, days, asked):
    kyoko = people.person(somebody("kyoko"))
    post.terms.filter(since__gt=APRIL).delete()
    post.terms.update(until=None)
    holders = {APRIL: kyoko}
    for number, day in enumerate(days):
        person = (ren, kyoko)[number % 2]
        if day > max(holders):
            handed(post, person, day)
            holders[day] = person
        else:
            assert refused(handed, post=post, person=person, since=day) == LATER

    running = [
        term
        for term in post.terms.all()
        if term.since <= asked and (term.until is None or asked <= term.until)
    ]
    assert queries.holder_on(post, asked) == holders[max(day for day in holders if day <= asked)]
    assert len(running) == 1


def test_a_post_that_stood_vacant_has_no_holder_in_between(post, ren):
    actions.vacate(by=officer(), post=post, on=TODAY)
    handed(post, ren, NEXT)

    told = [queries.holder_on(post, day) for day in (TODAY, TODAY + ONE_DAY, NEXT - ONE_DAY, NEXT)]

    assert told == [people.person(somebody("kyoko")), None, None, ren]


def test_a_post_that_becomes_vacant_later_is_handed_over_before(post, ren):
    actions.vacate(by=officer(), post=post, on=datetime.date(2024, 12, 31))

    handed(post, ren, NEXT)

    assert periods(post) == [
        ("協子 推進(見本)", APRIL, NEXT - ONE_DAY),
        ("鈴木 蓮(見本)", NEXT, None),
    ]


def test_nobody_held_a_post_before_the_first_term(post):
    assert queries.term_on(post, APRIL - ONE_DAY) is None
    assert queries.term_on(post, APRIL).person.name == "協子 推進(見本)"


def test_a_refusal_changes_nothing(post, ren):
    before = periods(post)

    refused(handed, post=post, person=ren, since=APRIL)
    refused(actions.vacate, by=officer(), post=post, on=APRIL - ONE_DAY)
    refused(actions.hand_over, by=somebody("ren"), post=post, person=ren, since=NEXT)

    assert (periods(post), journal("posts.vacate")) == (before, [])


def test_posts_are_listed_by_title_and_narrowed_by_kind(post, django_assert_num_queries):
    for title, kind in (("い", "guide"), ("あ", "promoter")):
        actions.open_post(by=officer(), kind=kind, title_ja=title, office=places.office())

    with django_assert_num_queries(1):
        told = [(one.title_ja, one.office.ref, one.body) for one in queries.posts("promoter")]

    assert [title for title, _, _ in told] == ["あ", "国際協力推進員(見本)"]
    assert queries.posts().count() == 3
    assert queries.posts("nothing").count() == 0


@pytest.mark.parametrize(
    ("day", "holds"), [(APRIL - ONE_DAY, False), (APRIL, True), (TODAY, True), (NEXT, False)]
)
def test_ones_posts_are_those_of_the_day(post, ren, day, holds):
    handed(post, ren, NEXT)

    assert (post in queries.posts_held_by(somebody("kyoko"), day)) == holds


def test_everybody_who_held_a_post_is_told_the_latest_first(post, ren, django_assert_num_queries):
    handed(post, ren, NEXT)

    with django_assert_num_queries(1):
        told = [term.person.name for term in queries.terms_of(post)]

    assert told == ["鈴木 蓮(見本)", "協子 推進(見本)"]


def test_a_post_that_does_not_exist_is_not_found():
    assert queries.post("T-NOTHERE") is None


def test_the_database_keeps_one_holder_at_a_time(post, ren):
    told = broken(lambda: Term.objects.create(post=post, person=ren, since=NEXT))

    assert "post" in told


def test_the_database_keeps_terms_that_end_after_they_begin(post):
    told = broken(lambda: post.terms.update(until=APRIL - ONE_DAY))

    assert "term_ends_after_it_begins" in told


def test_the_database_gives_a_reference_once(post):
    again = {"kind": "x", "title_ja": "x", "office": places.office()}

    assert "ref" in broken(lambda: Post.objects.create(ref=post.ref, **again))


def test_posts_and_terms_are_called_by_what_people_know(post):
    assert str(post) == "国際協力推進員(見本)"
    assert str(post.terms.get()) == "国際協力推進員(見本) 協子 推進(見本) 2023-04-01"
