"""Posts stay when their holders leave."""

import datetime

import pytest

from hiroba.engines.registry.people import examples as people
from hiroba.engines.registry.people.comparing import compared
from hiroba.engines.registry.places import examples as places
from hiroba.engines.registry.posts import actions, examples, queries
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.verdicts import Refused

pytestmark = pytest.mark.django_db

DAY = datetime.date(2023, 11, 1)
NEXT = datetime.date(2024, 4, 1)


def test_a_post_goes_from_one_holder_to_the_next():
    post, ren = examples.promoter(), people.person(somebody("ren"))

    actions.hand_over(by=officer(), post=post, person=ren, since=NEXT)

    told = [queries.holder_on(post, day).name for day in (DAY, datetime.date(2024, 3, 31), NEXT)]
    assert told == ["協子 推進(見本)", "協子 推進(見本)", "鈴木 蓮(見本)"]
    assert [term.person.name for term in queries.terms_of(post)] == [told[2], told[0]]


def test_a_vacant_post_has_no_holder():
    post = examples.promoter()

    actions.vacate(by=officer(), post=post, on=DAY)

    assert queries.holder_on(post, DAY).name == "協子 推進(見本)"
    assert queries.holder_on(post, NEXT) is None


def test_one_finds_the_posts_one_holds():
    post = examples.promoter()

    assert list(queries.posts_held_by(somebody("kyoko"), DAY)) == [post]
    assert list(queries.posts_held_by(somebody("ren"), DAY)) == []
    assert queries.post(post.ref) == post


def test_a_post_is_handed_over_later_than_before():
    post, ren = examples.promoter(), people.person(somebody("ren"))

    with pytest.raises(Refused) as refusal:
        actions.hand_over(by=officer(), post=post, person=ren, since=datetime.date(2023, 4, 1))

    assert refusal.value.reason == (
        "この日より後に着任した方がいます。もっと後の日を入れてください。"
    )


def test_a_vacant_post_is_not_vacated_again():
    post = actions.vacate(by=officer(), post=examples.promoter(), on=DAY)

    with pytest.raises(Refused) as refusal:
        actions.vacate(by=officer(), post=post, on=DAY)

    assert refusal.value.reason == "この職位は、いま空席です。"


def test_a_term_does_not_end_before_it_begins():
    with pytest.raises(Refused) as refusal:
        actions.vacate(by=officer(), post=examples.promoter(), on=datetime.date(2023, 3, 1))

    assert refusal.value.reason == "着任の日より後の日を入れてください。"


def test_members_of_bodies_do_not_hand_posts_over():
    with pytest.raises(Refused) as refusal:
        actions.vacate(by=somebody("ren"), post=examples.promoter(), on=DAY)

    assert refusal.value.reason == "職位は担当職員が登録します。"


def test_a_post_at_a_body_is_counted_before_the_body_is_merged_away():
    school, minato = people.school_body(), people.minato()
    actions.open_post(
        by=officer(), kind="promoter", title_ja="推進員", office=places.office(), body=school
    )

    assert compared(school, minato).pointing == 1
