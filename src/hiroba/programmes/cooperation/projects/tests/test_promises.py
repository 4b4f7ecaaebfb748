"""What the database itself does not let happen, whoever writes."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from hiroba.engines.registry.places import queries as places
from hiroba.foundation import clock
from hiroba.programmes.cooperation.projects.models import (
    Heading,
    Project,
    ProjectCountry,
    ProjectLocation,
)
from hiroba.programmes.cooperation.projects.tests.samples import adopted, bring_in, gardens

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def written(**columns):
    found = {
        "ref": "P-TEST",
        "origin": "own",
        "state": "adopted",
        "scheme": "world_fund",
        "title_ja": "水",
        "adopted_on": date(2023, 11, 1),
        "listed_on": date(2023, 11, 1),
        "changed_at": clock.now(),
    }
    return Project.objects.create(**{**found, **columns})


def reported(**columns):
    found = {"origin": "imported", "state": "", "scheme": "", "adopted_on": None}
    return written(**{**found, "iati_identifier": "T-1", **columns})


def test_a_project_of_each_origin_in_order_is_written():
    assert (written().pk, reported(ref="P-OTHER").pk) != (None, None)


@pytest.mark.parametrize(
    ("write", "columns"),
    [
        (written, {"adopted_on": None}),
        (written, {"state": ""}),
        (written, {"scheme": ""}),
        (written, {"origin": "elsewhere"}),
        (reported, {"state": "running"}),
        (reported, {"scheme": "world_fund"}),
        (reported, {"adopted_on": date(2023, 11, 1)}),
        (reported, {"iati_identifier": None}),
    ],
)
def test_a_project_is_adopted_here_or_reported_elsewhere(write, columns):
    with pytest.raises(IntegrityError, match="project_is_adopted_here_or_reported_elsewhere"):
        write(**columns)


@pytest.mark.parametrize(
    "columns",
    [
        {"state": "lapsed"},
        {"state": "terminated"},
        {"state": "adopted", "stopped_because": "洪水。"},
        {"state": "running", "stopped_because": "洪水。"},
    ],
)
def test_a_project_is_stopped_iff_reasoned(columns):
    with pytest.raises(IntegrityError, match="project_is_stopped_iff_reasoned"):
        written(**columns)


def test_a_project_has_a_title():
    with pytest.raises(IntegrityError, match="project_has_a_title"):
        written(title_ja="")


def test_a_project_of_ours_is_planned_to_end_after_it_starts():
    days = {"planned_start": date(2024, 4, 2), "planned_end": date(2024, 4, 1)}

    with pytest.raises(IntegrityError, match="project_is_planned_to_end_after_it_starts"):
        written(**days)


def test_others_may_report_days_as_odd_as_they_like():
    days = {"planned_start": date(2024, 4, 2), "planned_end": date(2024, 4, 1)}

    assert reported(**days).planned_end == date(2024, 4, 1)


@pytest.mark.parametrize("column", ["ref", "iati_identifier", "source_ref"])
def test_names_belong_to_one_project_alone(column):
    written(**{"ref": "P-ONE", column: "X"})

    with pytest.raises(IntegrityError):
        written(**{"ref": "P-TWO", column: "X"})


def test_many_projects_may_have_no_source_and_no_identifier():
    written(ref="P-ONE")
    written(ref="P-TWO")

    assert Project.objects.filter(source_ref=None, iati_identifier=None).count() == 2


def test_a_project_names_a_country_once():
    project = adopted(countries=["LA"])

    with pytest.raises(IntegrityError):
        ProjectCountry.objects.create(
            project=project, country=places.countries().get(code="LA"), percentage=Decimal(50)
        )


def test_a_project_stands_once_under_a_heading():
    project = adopted()

    with pytest.raises(IntegrityError):
        Heading.objects.create(project=project, name="everything", listed_on=project.listed_on)


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [("90.1", "0"), ("-90.1", "0"), ("0", "180.1"), ("0", "-180.1"), (None, "0"), ("0", None)],
)
def test_a_location_lies_on_earth_or_is_only_named(latitude, longitude):
    project = adopted()

    with (
        pytest.raises(IntegrityError, match="location_lies_on_earth_or_is_only_named"),
        transaction.atomic(),
    ):
        ProjectLocation.objects.create(project=project, latitude=latitude, longitude=longitude)


@pytest.mark.parametrize(("latitude", "longitude"), [(None, None), ("90", "180"), ("-90", "-180")])
def test_the_poles_and_the_date_line_are_on_earth(latitude, longitude):
    place = ProjectLocation(project=adopted(), name="K", latitude=latitude, longitude=longitude)

    place.save()

    assert place.pk


def test_a_country_of_projects_cannot_be_taken_away():
    adopted(countries=["LA"])

    with pytest.raises(IntegrityError):
        places.countries().get(code="LA").delete()


def test_what_hangs_on_a_project_goes_with_it():
    bring_in(gardens())

    Project.objects.get().delete()

    assert (Heading.objects.count(), ProjectCountry.objects.count()) == (0, 0)
