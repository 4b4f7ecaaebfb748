"""Whatever others report comes in, leaves again, and comes in as the same."""

import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from hiroba.foundation.actors import IMPORTER
from hiroba.foundation.iati.activities import (
    Activity,
    Amount,
    Budget,
    Dates,
    Document,
    Location,
    Organisation,
    Related,
    Share,
    Transaction,
)
from hiroba.foundation.iati.reading import read
from hiroba.foundation.iati.tests.samples import TODAY
from hiroba.foundation.iati.texts import Text
from hiroba.foundation.iati.writing import write
from hiroba.programmes.cooperation.projects import actions
from hiroba.programmes.cooperation.projects.models import Project
from hiroba.programmes.cooperation.projects.publishing import activities as publishing
from hiroba.programmes.cooperation.projects.publishing.activities import activity_of
from hiroba.programmes.cooperation.projects.tests.samples import bring_in, gardens

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

NOW = datetime(2023, 11, 1, 10, tzinfo=UTC)
SAID = (
    st.text("abc XYZ09<&>'学校水𠮷🍚é", min_size=1, max_size=20)
    .map(lambda words: " ".join(words.split()))
    .filter(bool)
)
DAYS = st.dates(date(1960, 1, 1), date(2023, 10, 31))
MAYBE = st.none() | DAYS
ONE = SAID.map(lambda words: (Text("en", words),))
NAMES = st.sampled_from(["X-1", "X-2", "JP-JCN-9"])
SUMS = st.decimals(-(10**12), 10**12, places=2)
AMOUNTS = st.builds(Amount, SUMS, st.sampled_from(["USD", "JPY", "EUR"]), DAYS)
PARTS = st.none() | st.decimals(0, 100, places=2)


def several(one, **how):
    return st.lists(one, max_size=3, **how).map(tuple)


ACTIVITIES = st.builds(
    Activity,
    identifier=st.just("T-1"),
    reporting=st.builds(Organisation, ref=NAMES, type=st.sampled_from(["10", "21"]), name=ONE),
    title=ONE,
    description=ONE,
    status=st.sampled_from("123456"),
    language=st.just("en"),
    currency=st.sampled_from(["USD", "JPY"]),
    dates=st.builds(Dates, MAYBE, MAYBE, MAYBE, MAYBE),
    organisations=several(st.builds(Organisation, st.sampled_from("1234"), NAMES, name=ONE)),
    countries=several(
        st.builds(Share, st.sampled_from(["KE", "UG", "LA"]), percentage=PARTS),
        unique_by=lambda share: share.code,
    ),
    regions=several(st.builds(Share, st.sampled_from(["298", "89"]), st.just("1"), PARTS, ONE)),
    sectors=several(
        st.builds(
            Share, st.sampled_from(["11220", "G-1"]), st.sampled_from(["1", "99"]), PARTS, ONE
        )
    ),
    locations=several(
        st.builds(
            Location,
            ONE,
            ONE,
            st.decimals(-90, 90, places=4),
            st.decimals(-180, 180, places=4),
        )
    ),
    budgets=several(
        st.builds(Budget, st.just("budget"), DAYS, MAYBE, AMOUNTS),
        unique_by=lambda budget: budget.start,
    ).map(lambda budgets: tuple(sorted(budgets, key=lambda budget: budget.start))),
    transactions=several(
        st.builds(Transaction, st.sampled_from("1234"), DAYS, AMOUNTS, ONE),
        unique_by=lambda move: move.on,
    ).map(lambda moves: tuple(sorted(moves, key=lambda move: move.on, reverse=True))),
    documents=several(
        st.builds(
            Document,
            st.sampled_from(["https://example.org/a.pdf", "https://例え.テスト/報告"]),
            st.just("application/pdf"),
            ONE,
            st.just(("A02", "B01")),
            st.just(("en", "ja")),
        )
    ),
    related=several(st.builds(Related, NAMES, st.sampled_from("12"))),
)
FEW = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)


def file_with(*activities):
    out = io.BytesIO()
    write(activities, out, generated=NOW)
    out.seek(0)
    return out


def brought_in(activity):
    source = file_with(activity)
    return actions.import_activities(by=IMPORTER, source=source, file_name="a.xml")


@FEW
@given(ACTIVITIES)
def test_an_activity_leaves_as_it_came(activity):
    with transaction.atomic():
        brought_in(activity)
        left = activity_of(Project.objects.get(iati_identifier="T-1"))
        transaction.set_rollback(True)

    assert left == activity


@FEW
@given(ACTIVITIES)
def test_what_we_give_out_of_others_is_nothing_new_to_us(activity):
    with transaction.atomic():
        brought_in(activity)
        out = io.BytesIO()
        write(publishing.activities(publishing.all_projects()), out, generated=NOW)
        out.seek(0)
        again = actions.import_activities(by=IMPORTER, source=out, file_name="b.xml")
        transaction.set_rollback(True)

    assert (again.new, again.changed, again.same, again.faulty) == (0, 0, 1, 0)


@FEW
@given(ACTIVITIES)
def test_any_report_can_be_shown_on_its_page(activity):
    with transaction.atomic():
        brought_in(activity)
        project = Project.objects.get(iati_identifier="T-1")
        told = str(project), project.title_language, project.begins_on
        transaction.set_rollback(True)

    assert told[0] == activity.title[0].words


def test_the_part_of_a_region_is_given_out_too():
    where = '<recipient-region code="298" percentage="40"/><recipient-country code="KE"/>'
    bring_in(gardens(where=where))

    [region] = activity_of(Project.objects.get()).regions

    assert (region.code, region.vocabulary, region.percentage) == ("298", "1", Decimal(40))


def test_many_projects_are_given_out_in_few_questions(django_assert_max_num_queries):
    bring_in(*(gardens(number) for number in range(3)))

    with django_assert_max_num_queries(13):
        found = list(publishing.activities(publishing.all_projects()))

    assert [activity.identifier for activity in found] == ["T-0", "T-1", "T-2"]


def test_what_is_given_out_is_read_without_a_doubt():
    bring_in(gardens(1), gardens(2))
    out = file_with(*publishing.activities(publishing.all_projects()))

    assert [one.faults for one in read(out, today=TODAY)] == [(), ()]
