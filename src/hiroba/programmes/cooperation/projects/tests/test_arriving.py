"""Files with everything that can be wrong with them, and what an import makes of it."""

import io
from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from hiroba.engines.registry.people import queries as bodies
from hiroba.foundation import clock
from hiroba.foundation.actors import IMPORTER
from hiroba.foundation.iati.doors import MEGABYTE
from hiroba.foundation.iati.tests.samples import WHO, activity, file_of, text_file
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.cooperation.projects import actions, examples, plans
from hiroba.programmes.cooperation.projects.models import Heading, ImportRun, Project
from hiroba.programmes.cooperation.projects.plans import from_json, plan_import
from hiroba.programmes.cooperation.projects.tests.samples import (
    adopted,
    bring_in,
    gardens,
    known_about,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def counts(run):
    return (run.new, run.changed, run.same, run.faulty, run.warned)


def everything():
    """All projects with their columns and what hangs on them, by identifier."""
    return {
        project.iati_identifier or project.ref: (
            known_about(project),
            [list(relation.order_by("pk").values()) for relation in hanging_on(project)],
        )
        for project in Project.objects.all()
    }


def hanging_on(project):
    names = ("sectors", "partners", "locations", "documents", "budgets", "transactions", "results")
    return [getattr(project, name) for name in names]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "ファイルが空です。"),
        (b" \n\t ", "ファイルが空です。"),
        (b"PK\x03\x04", "XML ではありません。"),
        (b"id,title\n1,water\n", "XML ではありません。"),
        (b"<!DOCTYPE html><html></html>", "ウェブページ(HTML)です。"),
        (b"<iati-organisations version='2.03'/>", "組織ファイル"),
        (b"<iati-activities version='1.05'/>", "IATI 1.05 版は、すでに廃止されています。"),
        (b"<iati-activities version='2.09'/>", "IATI 2.09 版は読めません。"),
        (b"<iati-activities/>", "IATI の版が書かれていません。"),
        (b"<iati-activities version='2.03'/>", "活動(iati-activity)がひとつもありません。"),
        (b"<rss/>", "最初の要素が rss です"),
        (b"<!DOCTYPE a><iati-activities version='2.03'/>", "DOCTYPE を含むファイルは"),
        (b"<iati-activities version='2.03'><iati-activity>", "XML が途中で壊れています。"),
        (b"<?xml version='1.0' encoding='x'?><iati-activities/>", "XML が途中で壊れています。"),
    ],
)
def test_looking_and_bringing_in_refuse_with_the_same_sentence(content, sentence):
    plan = plan_import(io.BytesIO(content))

    with pytest.raises(Refused) as refused:
        bring_in(source=io.BytesIO(content))
    assert plan.unreadable.sentence == refused.value.reason
    assert refused.value.reason.startswith(sentence) or sentence in refused.value.reason
    assert (Project.objects.count(), ImportRun.objects.count()) == (0, 0)


def test_a_refusal_is_told_in_the_language_of_who_asks():
    with translation.override("en"), pytest.raises(Refused) as refused:
        bring_in(source=text_file("<rss/>"))

    assert "rss" in refused.value.reason and "要素" not in refused.value.reason


def test_a_file_beyond_the_limit_is_refused():
    large = io.BytesIO(b"<!--" + b"x" * 2 * MEGABYTE + b"-->" + file_of(gardens()).read())

    with pytest.raises(Refused, match="ファイルが大きすぎます"):
        actions.import_activities(by=IMPORTER, source=large, file_name="a.xml", megabytes=1)


def test_looking_tells_exactly_what_bringing_in_then_does():
    bring_in(gardens(1), gardens(2), gardens(3))
    content = (
        gardens(1),
        gardens(2).replace("gardens", "fields"),
        activity(""),
        gardens(4).replace(">300<", ">200000000000<"),
        gardens(4),
        activity("T-5", where="<recipient-country code='ZZ'/>"),
    )

    plan = plan_import(file_of(*content))
    run = bring_in(*content)

    assert counts(plan) == counts(run) == (2, 1, 1, 2, 2)
    assert plan.faults == from_json(run.faults)
    assert plan.total == 6


def test_looking_changes_nothing_at_all():
    bring_in(gardens(1))
    before = everything()

    plan_import(file_of(gardens(1).replace("gardens", "fields"), gardens(2)))

    assert everything() == before


def test_the_same_file_again_changes_not_a_single_row():
    content = (gardens(1), gardens(2), gardens(3))
    bring_in(*content)
    before = everything()

    with clock.at("2023-12-01 10:00"):
        run = bring_in(*content)

    assert counts(run) == (0, 0, 3, 0, 0)
    assert everything() == before


def test_a_changed_activity_changes_itself_and_no_other():
    bring_in(gardens(1), gardens(2), gardens(3))
    before = everything()

    with clock.at("2023-12-01 10:00"):
        bring_in(gardens(1), gardens(2).replace(">300<", ">301<"), gardens(3))

    after = everything()
    assert [name for name in after if after[name] != before[name]] == ["T-2"]
    assert after["T-2"][0]["columns"]["ref"] == before["T-2"][0]["columns"]["ref"]


def test_the_order_and_the_line_breaks_of_a_file_do_not_matter():
    bring_in(gardens(1), gardens(2))

    run = bring_in("\n\n<!-- new -->" + gardens(2), gardens(1).replace("\n", "\n\n"))

    assert counts(run) == (0, 0, 2, 0, 0)


def test_an_activity_that_is_missing_in_a_later_file_stays():
    bring_in(gardens(1), gardens(2))

    bring_in(gardens(2))

    assert Project.objects.count() == 2


def test_an_activity_that_turns_bad_keeps_what_was_known():
    bring_in(gardens(1))
    before = everything()

    run = bring_in(gardens(2), gardens(1).replace("T-1", "T-2"))

    assert counts(run) == (1, 0, 0, 1, 0)
    assert everything()["T-1"] == before["T-1"]


def test_our_own_projects_are_never_touched_by_a_file():
    project = adopted()
    before = known_about(project)

    bring_in(gardens(1).replace("T-1", project.ref))

    assert known_about(project) == before
    assert Project.objects.count() == 2


def test_what_was_ours_to_decide_survives_a_change():
    bring_in(gardens())
    Project.objects.update(excluded_from_figures_reason="重複。", is_sample=True)

    bring_in(gardens().replace("gardens", "fields"))

    project = Project.objects.get()
    assert (project.excluded_from_figures_reason, project.is_sample) == ("重複。", True)


def test_a_doubt_that_was_mended_is_forgotten():
    bring_in(gardens().replace(">300<", ">200000000000<"))
    assert len(Project.objects.get().remarks) == 1

    bring_in(gardens())

    assert Project.objects.get().remarks == []


@pytest.mark.parametrize(
    ("where", "countries", "codes"),
    [
        ('<recipient-country code="KE"/>', ["KE"], []),
        ('<recipient-country code="ke"/>', [], ["unknown-country"]),
        ('<recipient-country code="XX"/>', [], ["unknown-country"]),
        ("<recipient-country/>", [], ["code-skipped"]),
        ('<sector code="99999"/><recipient-country code="KE"/>', ["KE"], []),
        (
            '<recipient-country code="KE"/><sector vocabulary="99" code="' + "9" * 40 + '"/>',
            ["KE"],
            [],
        ),
    ],
)
def test_codes_nobody_knows_are_told_and_the_rest_comes_in(where, countries, codes):
    run = bring_in(gardens(where=where))

    assert [row.country.code for row in Project.objects.get().countries.all()] == countries
    assert [fault.code for fault in from_json(run.faults)] == codes


@pytest.mark.parametrize("code", ["9" * 40, "123456", "1122", "²²²", "１１２", "11-220"])
def test_only_codes_of_the_list_become_filters(code):
    bring_in(gardens(where=f'<recipient-country code="KE"/><sector vocabulary="1" code="{code}"/>'))

    names = Heading.objects.values_list("name", flat=True)
    assert [name for name in names if name.startswith(("sector", "category"))] == []


def test_a_category_of_three_digits_is_a_filter_of_its_own():
    bring_in(gardens(where='<recipient-country code="KE"/><sector vocabulary="2" code="112"/>'))

    names = Heading.objects.values_list("name", flat=True)
    assert [name for name in names if name.startswith(("sector", "category"))] == ["category:112"]


def test_a_country_named_often_is_never_more_than_the_whole():
    bring_in(gardens(where='<recipient-country code="KE" percentage="100"/>' * 12))

    assert [row.percentage for row in Project.objects.get().countries.all()] == [Decimal(100)]


@pytest.mark.parametrize("value", ["9999999999999.99", "-9999999999999.99", "0.001", "0"])
def test_the_largest_and_the_smallest_sums_are_kept(value):
    bring_in(gardens().replace(">300<", f">{value}<"))

    [kept] = Project.objects.get().transactions.all()
    kept.refresh_from_db()
    assert abs(kept.value - Decimal(value)) <= Decimal("0.005")


@pytest.mark.parametrize("value", ["1e16", "-1e16", "1e9999"])
def test_a_sum_too_large_for_its_column_is_left_out_and_the_rest_comes_in(value):
    run = bring_in(gardens().replace(">300<", f">{value}<"))

    assert Project.objects.get().transactions.count() == 0
    assert [fault.code for fault in from_json(run.faults)] == ["value-too-large"]


def test_texts_longer_than_their_columns_are_cut_and_never_lost():
    long = "長" * 3000
    words = gardens().replace("学校菜園", long).replace("Minato Association", long)
    words = words.replace("Meals", long).replace("Children<", f"{long}<")

    bring_in(words)

    project = Project.objects.get()
    assert (len(project.title_ja), len(project.reporter_name)) == (500, 300)
    assert [len(result.title) for result in project.results.all()] == [1000]


def test_rare_characters_come_in_whole():
    bring_in(gardens().replace("学校菜園", "𠮷野川の学校菜園🍅 — “ä”"))

    assert Project.objects.get().title_ja == "𠮷野川の学校菜園🍅 — “ä”"


@pytest.mark.parametrize(
    ("what", "title", "original", "language"),
    [
        ("<title><narrative>Water</narrative></title>", "Water", "Water", "en"),
        (
            '<title><narrative xml:lang="fr">Eau</narrative></title>',
            "Eau",
            "Eau",
            "fr",
        ),
        (
            '<title><narrative xml:lang="fr">Eau</narrative>'
            '<narrative xml:lang="ja">水</narrative></title>',
            "水",
            "Eau",
            "fr",
        ),
        (
            '<title><narrative xml:lang="fr">Eau</narrative>'
            '<narrative xml:lang="en">Water</narrative></title>',
            "Water",
            "Eau",
            "fr",
        ),
        ("<title/>", "T-1", "", "en"),
    ],
)
def test_a_title_is_shown_in_the_nearest_language(what, title, original, language):
    bring_in(gardens(what=what))

    project = Project.objects.get()
    assert (project.title_ja, project.title_original, project.language) == (
        title,
        original,
        language,
    )


@pytest.mark.parametrize(
    ("days", "listed_on"),
    [
        ('<activity-date type="2" iso-date="2020-01-01"/>', date(2020, 1, 1)),
        ('<activity-date type="1" iso-date="2019-01-01"/>', date(2019, 1, 1)),
        ('<activity-date type="1" iso-date="2040-01-01"/>', date(2023, 11, 1)),
        ("", date(2023, 11, 1)),
        ('<activity-date type="2" iso-date="0001-01-01"/>', date(1, 1, 1)),
    ],
)
def test_a_project_is_listed_by_its_beginning_but_never_ahead_of_today(days, listed_on):
    bring_in(gardens(what=f"<title><narrative>W</narrative></title>{days}"))

    assert Project.objects.get().listed_on == listed_on


def test_a_reporter_without_an_identifier_is_no_body_and_still_named():
    who = "<reporting-org><narrative>Nobody knows</narrative></reporting-org>"

    bring_in(gardens(who=who))

    project = Project.objects.get()
    assert (project.body, project.reporter_name) == (None, "Nobody knows")


def test_a_reporter_that_is_known_is_not_entered_again():
    bring_in(gardens(1))
    bring_in(gardens(2).replace("Minato Association", "Minato Renamed"))

    assert bodies.bodies().filter(identifier="XM-DAC-0-TEST").count() == 1
    assert bodies.body_with_identifier("XM-DAC-0-TEST").name_en == "Minato Association"


def test_two_reporters_in_one_file_are_two_bodies():
    other = WHO.replace("XM-DAC-0-TEST", "X-2").replace("Minato Association", "Kaze")

    bring_in(gardens(1), gardens(2, who=other))

    assert [project.body.name_en for project in Project.objects.order_by("iati_identifier")] == [
        "Minato Association",
        "Kaze",
    ]


def test_batches_of_any_size_give_the_same_projects(monkeypatch):
    monkeypatch.setattr(plans, "AT_ONCE", 2)
    content = [gardens(number, more="") for number in range(5)]

    run = bring_in(*content, gardens(0, more=""))

    assert counts(run) == (5, 0, 0, 1, 0)
    assert Project.objects.count() == 5


def test_of_very_many_faults_the_first_are_kept_and_all_are_counted(monkeypatch):
    monkeypatch.setattr(plans, "KEPT_FAULTS", 3)

    run = bring_in(*(activity(f"T-{number}", where="") for number in range(4)))

    assert (len(run.faults), run.warned) == (3, 4)


def test_a_plan_names_a_few_titles_and_says_when_there_are_more(monkeypatch):
    monkeypatch.setattr(plans, "AT_ONCE", 2)

    few, many = (plan_import(file_of(*map(gardens, range(count)))) for count in (2, 3))

    assert (len(few.titles), few.more_titles) == (2, False)
    assert (len(many.titles), many.more_titles) == (2, True)


def test_what_stays_the_same_is_not_among_the_titles():
    bring_in(gardens(1))

    plan = plan_import(file_of(gardens(1), gardens(2)))

    assert ([identifier for _, identifier, _ in plan.titles], plan.more_titles) == (["T-2"], False)


def test_a_plan_of_nothing_new_has_nothing_to_do():
    bring_in(gardens(1))

    assert not plan_import(file_of(gardens(1))).changes_something
    assert plan_import(file_of(gardens(2))).changes_something


def test_faults_survive_being_kept():
    plan = plan_import(file_of(activity(""), activity("T-2", where="")))

    assert from_json(plans.as_json(plan.faults)) == plan.faults


def test_the_hash_tells_files_apart():
    same, other = file_of(gardens(1)), file_of(gardens(2))
    same.read()

    assert plans.hash_of(same) == plans.hash_of(file_of(gardens(1)))
    assert plans.hash_of(same) != plans.hash_of(other)
    assert plans.hash_of(io.BytesIO()).startswith("e3b0c442")


def test_a_long_file_name_keeps_its_end():
    run = actions.import_activities(
        by=IMPORTER, source=file_of(gardens()), file_name="a" * 300 + ".xml"
    )

    assert (len(run.file_name), run.file_name[-5:]) == (200, "a.xml")


def test_the_story_can_be_told_twice():
    examples.tell()
    before = everything()

    examples.tell()

    assert len(before) == 20
    assert everything() == before
