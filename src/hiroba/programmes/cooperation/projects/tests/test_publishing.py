"""What we give out can be read by others, and by ourselves."""

import io
from datetime import UTC, date, datetime

import pytest

from hiroba.engines.registry.people.examples import minato
from hiroba.foundation import clock
from hiroba.foundation.iati.activities import Share
from hiroba.foundation.iati.reading import read
from hiroba.foundation.iati.tests.samples import TODAY, file_of, read_all
from hiroba.foundation.iati.texts import Text, said_in
from hiroba.foundation.iati.writing import write
from hiroba.programmes.cooperation.projects.models import Project
from hiroba.programmes.cooperation.projects.publishing import activities as publishing
from hiroba.programmes.cooperation.projects.tests.samples import adopted, bring_in, gardens

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def published(projects):
    out = io.BytesIO()
    write(publishing.activities(projects), out, generated=datetime(2023, 11, 1, tzinfo=UTC))
    out.seek(0)
    return [(one.activity, one.faults) for one in read(out, today=TODAY)]


def test_an_imported_activity_leaves_as_it_came():
    (before,) = read_all(file_of(gardens()))
    bring_in(gardens())

    ((after, faults),) = published(publishing.all_projects())

    for part in ("identifier", "title", "description", "status", "dates", "reporting", "countries",
                 "sectors", "budgets", "transactions", "results"):  # fmt: skip
        assert getattr(after, part) == getattr(before.activity, part), part
    assert [(body.role, body.ref) for body in after.organisations] == [("4", "XM-DAC-0-TEST")]
    assert faults == ()


def test_our_own_project_is_an_activity_in_order():
    with clock.at("2023-10-01 09:00"):
        project = adopted(
            title_en="Village water",
            summary_ja="水を守ります。",
            body=minato(),
            planned_start=date(2023, 10, 1),
            planned_end=date(2026, 9, 30),
            yen=5_000_000,
        )

    ((activity, faults),) = published(publishing.own_projects())

    assert activity.identifier == f"XM-DAC-701-8-{project.ref}"
    assert activity.title == (Text("en", "Village water"), Text("ja", "村の水道"))
    assert activity.status == "1"
    assert activity.countries == (Share("LA"),)
    assert [(body.role, said_in(body.name)) for body in activity.organisations] == [
        ("1", "ひろば"),
        ("4", "特定非営利活動法人みなと"),
    ]
    assert [(one.kind, one.amount.value, one.amount.currency) for one in activity.budgets] == [
        ("planned", 5_000_000, "JPY")
    ]
    assert [fault.code for fault in faults] == ["no-sector"]


def test_samples_and_what_others_publish_are_not_given_out_as_ours():
    adopted(is_sample=True)
    bring_in(gardens())

    assert published_refs() == []
    assert Project.objects.count() == 2


def published_refs():
    return list(publishing.own_projects())
