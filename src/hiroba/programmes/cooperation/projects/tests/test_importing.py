"""Open data comes in: completely, once, and again only what changed."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from hiroba.engines.registry.people import queries as bodies
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.iati.tests.samples import activity, file_of, text_file
from hiroba.foundation.journal.models import Record
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.cooperation.projects import actions, examples
from hiroba.programmes.cooperation.projects.models import (
    Heading,
    ImportRun,
    Project,
    ReportedPeriod,
)
from hiroba.programmes.cooperation.projects.plans import from_json, plan_import
from hiroba.programmes.cooperation.projects.queries import Wanted, listed
from hiroba.programmes.cooperation.projects.tests.samples import bring_in, gardens

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

REAL_FILE = Path(__file__).parents[7] / "shared/data/iati/dportal-401.xml"


def counts(run):
    return (run.new, run.changed, run.same, run.faulty, run.warned)


def test_an_activity_becomes_a_project_with_all_that_hangs_on_it():
    bring_in(gardens())

    project = Project.objects.get()
    assert (project.origin, project.state, project.iati_identifier) == ("imported", "", "T-1")
    assert (project.title_ja, project.title_en) == ("学校菜園", "School gardens")
    assert (project.title_original, project.language) == ("School gardens", "en")
    assert (project.summary_ja, project.summary_language) == ("Children grow vegetables.", "en")
    assert project.begins_on == date(2023, 4, 1)
    assert [row.country.code for row in project.countries.all()] == ["KE"]
    assert [(row.code, row.percentage) for row in project.sectors.all()] == [("11220", 100)]
    assert [(row.role, row.identifier, row.body) for row in project.partners.all()] == [
        ("4", "XM-DAC-0-TEST", project.body)
    ]
    assert [(row.value, row.currency) for row in project.budgets.all()] == [(Decimal(500), "USD")]
    assert [(row.type, row.value) for row in project.transactions.all()] == [("2", Decimal(300))]
    period = ReportedPeriod.objects.get()
    assert (period.target, period.actual, period.indicator.baseline) == ("10", "9", "0")
    assert set(project.headings.values_list("name", flat=True)) == {
        "everything",
        "origin:imported",
        f"body:{project.body.ref}",
        "country:KE",
        "sector:11220",
        "category:112",
        "year:2023",
    }


def test_the_body_that_reports_becomes_known_once():
    bring_in(gardens(1), gardens(2))

    body = bodies.body_with_identifier("XM-DAC-0-TEST")
    assert (body.name_en, body.origin) == ("Minato Association", "open_data")
    assert {project.body for project in Project.objects.all()} == {body}


def test_a_second_import_changes_nothing():
    first = bring_in(gardens(1), gardens(2))
    again = bring_in(gardens(1), gardens(2))

    assert (counts(first), counts(again)) == ((2, 0, 0, 0, 0), (0, 0, 2, 0, 0))
    assert Project.objects.count() == 2
    assert first.sha256 == again.sha256


def test_a_changed_activity_is_written_anew_and_keeps_its_name():
    bring_in(gardens(1), gardens(2))
    before = Project.objects.get(iati_identifier="T-1")
    changed = gardens(1, more="").replace("School gardens", "Village gardens").replace("KE", "UG")

    run = bring_in(changed, gardens(2))

    after = Project.objects.get(iati_identifier="T-1")
    assert counts(run) == (0, 1, 1, 0, 0)
    assert (after.ref, after.title_en) == (before.ref, "Village gardens")
    assert [row.country.code for row in after.countries.all()] == ["UG"]
    assert not after.budgets.exists()
    assert not after.results.exists()
    assert not after.headings.filter(name="country:KE").exists()
    assert [row.project for row in listed(Wanted(words="Village"))] == [after]


def test_faulty_activities_stay_out_and_every_fault_has_its_line():
    run = bring_in(gardens(1), gardens(1), activity("T-2", where='<recipient-country code="ZZ"/>'))

    assert counts(run) == (2, 0, 0, 1, 1)
    assert [
        (fault.severity, fault.line, fault.activity, fault.code) for fault in from_json(run.faults)
    ] == [
        ("error", 16, "T-1", "twice"),
        ("warning", 29, "T-2", "no-sector"),
        ("warning", 37, "T-2", "unknown-country"),
    ]


def test_a_project_remembers_what_was_doubtful_about_it():
    dear = gardens().replace(">300<", ">200000000000<")

    bring_in(dear)

    (remark,) = from_json(Project.objects.get().remarks)
    assert remark.sentence == (
        "金額 200,000,000,000 USD は大きすぎるようです。通貨や桁をご確認ください。"
    )


def test_a_file_that_breaks_off_brings_in_nothing_at_all():
    whole = file_of(gardens(1), gardens(2)).read().decode()

    with pytest.raises(Refused, match="XML が途中で壊れています"):
        bring_in(source=text_file(whole[:-60]))

    assert (Project.objects.count(), ImportRun.objects.count()) == (0, 0)


def test_looking_first_writes_nothing_and_tells_what_would_happen():
    bring_in(gardens(1))
    changed = gardens(1).replace("gardens", "fields")

    plan = plan_import(file_of(changed, gardens(2), activity("")))

    assert plan.counts == {"new": 1, "changed": 1, "same": 0, "faulty": 1, "warned": 0}
    assert plan.titles == [("changed", "T-1", "学校菜園"), ("new", "T-2", "学校菜園")]
    assert Project.objects.count() == 1
    assert plan_import(text_file("")).unreadable.sentence == "ファイルが空です。"


def test_an_import_is_remembered_with_who_did_it():
    with clock.at("2023-11-02 09:00"):
        run = actions.import_activities(by=officer(), source=file_of(gardens()), file_name="a.xml")

    record = Record.objects.get(verb="projects.import_activities")
    assert (run.imported_by, record.subject) == (officer(), run.ref)
    assert record.details == {"new": 1, "changed": 0, "same": 0, "faulty": 0, "warned": 0}


def test_strangers_bring_in_nothing():
    with pytest.raises(Refused, match="IATI ファイルの取り込みは、担当職員が行います"):
        actions.import_activities(
            by=somebody("ren"), source=file_of(gardens()), file_name="sample.xml"
        )


def test_countries_that_are_named_twice_are_one_and_long_parts_fit():
    where = """<recipient-country code="KE" percentage="33.333333333333"/>\
<recipient-country code="KE" percentage="66.666666666667"/>\
<recipient-country code="UG"/><sector code="11220"/>"""

    bring_in(gardens(where=where))

    (kenya, uganda) = Project.objects.get().countries.all()
    assert (float(kenya.percentage), uganda.percentage) == (pytest.approx(100), None)


def test_the_sample_of_the_story_is_in_order():
    run = examples.open_data()

    assert counts(run) == (12, 0, 0, 0, 0)
    assert Heading.objects.filter(name="everything").count() == 12


@pytest.mark.skipif(not REAL_FILE.exists(), reason="the real file lies beside the project only")
def test_the_real_file_comes_in_completely():
    with REAL_FILE.open("rb") as source:
        first = bring_in(source=source)
        again = bring_in(source=source)

    assert (first.new, first.faulty, again.same) == (401, 0, 401)
    assert [
        fault["activity"] for fault in first.faults if fault["code"] == "implausible-amount"
    ] == ["XM-DAC-701-2-2020003078"]
