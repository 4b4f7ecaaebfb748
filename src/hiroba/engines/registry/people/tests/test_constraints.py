"""What the database promises about people and bodies, even to those who pass the actions by."""

import datetime

import pytest
from django.db.models import F

from hiroba.engines.registry.people import actions, examples, queries
from hiroba.engines.registry.people.models import Body, BodyName, Membership, Merge, Person
from hiroba.engines.registry.places.tests.support import broken
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

TODAY = datetime.date(2023, 11, 1)


@pytest.fixture
def minato():
    return examples.minato()


def written(body, **values):
    return broken(lambda: Body.objects.filter(pk=body.pk).update(**values))


@pytest.mark.parametrize(
    ("values", "promise"),
    [
        ({"name_ja": ""}, "body_has_a_name"),
        ({"verified_on": None, "verified_by": None}, "body_is_verified_iff_dated"),
        ({"state": "unverified"}, "body_is_verified_iff_dated"),
        ({"state": "suspended"}, "body_is_suspended_iff_dated_and_reasoned"),
        (
            {"state": "suspended", "suspended_on": TODAY},
            "body_is_suspended_iff_dated_and_reasoned",
        ),
        (
            {"state": "suspended", "suspended_because": "確認中"},
            "body_is_suspended_iff_dated_and_reasoned",
        ),
        ({"suspended_on": TODAY}, "body_is_suspended_iff_dated_and_reasoned"),
        ({"suspended_because": "確認中"}, "body_is_suspended_iff_dated_and_reasoned"),
        ({"merged_into": F("pk")}, "body_is_not_merged_into_itself"),
    ],
)
def test_a_verified_body_is_whole(minato, values, promise):
    assert promise in written(minato, **values)


def test_whoever_verified_did_so_on_a_day():
    waiting = examples.waiting()

    assert "body_is_verified" in written(waiting, verified_by=officer())


def test_two_standing_bodies_do_not_share_a_corporate_number(minato):
    told = written(examples.company(), corporate_number=minato.corporate_number)

    assert "corporate_number" in told


def test_a_body_that_was_merged_away_keeps_a_number_another_may_have(minato):
    company = examples.company()
    actions.merge(by=officer(), absorbed=company, survivor=minato, reason="同じ団体")

    Body.objects.filter(pk=company.pk).update(corporate_number=minato.corporate_number)

    assert queries.body_with_number(minato.corporate_number) == minato


def test_an_identifier_of_open_data_belongs_to_one_body_for_ever(minato):
    foreign = examples.foreign_body()
    actions.merge(by=officer(), absorbed=foreign, survivor=minato, reason="同じ団体")

    assert "identifier" in written(minato, identifier=foreign.identifier)


def test_empty_numbers_and_identifiers_are_no_numbers(minato):
    examples.waiting()

    Body.objects.update(corporate_number="", identifier="")

    assert Body.objects.filter(corporate_number="", identifier="").count() == 2


def test_a_reference_is_given_once(minato):
    assert "ref" in written(examples.company(), ref=minato.ref)


def test_an_account_is_one_person(minato):
    told = broken(lambda: Person.objects.create(ref="P-2", name="蓮", account=somebody("ren")))

    assert "account_id" in told


def test_a_body_has_one_name_now(minato):
    told = broken(lambda: BodyName.objects.create(body=minato, name_ja="別名", since=TODAY))

    assert "people_bodyname.body_id" in told or "body_has_one_name_now" in told


def test_a_name_ends_after_it_begins(minato):
    early = datetime.date(2012, 5, 31)

    told = broken(lambda: minato.names.update(until=early))

    assert "body_name_ends_after_it_begins" in told


def test_a_name_may_end_on_the_day_it_begins(minato):
    assert minato.names.update(until=F("since")) == 1


def test_a_person_belongs_to_a_body_once_at_a_time(minato):
    ren = examples.person(somebody("ren"))

    told = broken(
        lambda: Membership.objects.create(ref="M-2", person=ren, body=minato, role="viewer")
    )

    assert "people_membership.person_id" in told or "once_at_a_time" in told


def test_a_person_may_have_belonged_before(minato):
    ren = examples.person(somebody("ren"))

    Membership.objects.create(
        ref="M-2", person=ren, body=minato, role="viewer", since=TODAY, until=TODAY
    )

    assert minato.memberships.count() == 2


def test_a_membership_ends_after_it_begins(minato):
    yesterday = TODAY - datetime.timedelta(days=1)

    told = broken(lambda: minato.memberships.update(until=yesterday))

    assert "membership_ends_after_it_begins" in told


def merged(minato):
    return actions.merge(
        by=officer(), absorbed=examples.company(), survivor=minato, reason="同じ団体"
    )


@pytest.mark.parametrize("half", ["undone_by", "undone_at"])
def test_a_merge_is_undone_by_somebody_at_a_time(minato, half):
    merge = merged(minato)
    value = {"undone_by": officer(), "undone_at": clock.now()}[half]

    told = broken(lambda: Merge.objects.filter(pk=merge.pk).update(**{half: value}))

    assert "merge_is_undone_by_somebody_at_a_time" in told


def test_a_body_is_merged_away_once_at_a_time(minato):
    merge = merged(minato)
    again = {"absorbed": merge.absorbed, "survivor": minato, "reason": "x"}

    told = broken(
        lambda: Merge.objects.create(ref="G-2", merged_by=officer(), merged_at=clock.now(), **again)
    )

    assert "people_merge.absorbed_id" in told or "merged_away_once" in told
