"""What is true after each action, and what is left alone when it is refused."""

from datetime import date

import pytest

from hiroba.engines.registry.people.examples import minato
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import chair, officer, somebody
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.journal.models import Record
from hiroba.foundation.search.models import Findable
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.cooperation.projects import actions
from hiroba.programmes.cooperation.projects.models import Heading, Project, ProjectBudget
from hiroba.programmes.cooperation.projects.queries import Wanted, listed
from hiroba.programmes.cooperation.projects.states import Scheme
from hiroba.programmes.cooperation.projects.tests.samples import (
    adopted,
    in_state,
    known_about,
    last_record,
    verbs_noted,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

TODAY = date(2023, 11, 1)
FLOOD = "洪水のため、続けられなくなりました。"


def changed(project, before):
    """The columns that are different now, with what they hold."""
    now = known_about(project)["columns"]
    return {name: value for name, value in now.items() if value != before["columns"][name]}


def test_an_adopted_project_holds_what_was_decided_and_nothing_else():
    project = adopted("村の水道")

    columns = known_about(project)["columns"]
    assert {name: value for name, value in columns.items() if value} == {
        "id": project.pk,
        "ref": project.ref,
        "origin": "own",
        "scheme": "grassroots_partner",
        "state": "adopted",
        "title_ja": "村の水道",
        "language": "ja",
        "currency": "JPY",
        "adopted_on": TODAY,
        "listed_on": TODAY,
        "changed_at": clock.now(),
    }


def test_a_project_without_a_plan_is_listed_in_the_year_of_its_adoption():
    assert sorted(adopted().headings.values_list("name", flat=True)) == [
        "country:LA",
        "everything",
        "origin:own",
        "scheme:grassroots_partner",
        "year:2023",
    ]


def test_money_without_a_day_is_not_planned_for_any():
    adopted(yen=5_000_000)

    assert ProjectBudget.objects.count() == 0


def test_nought_yen_is_no_budget():
    adopted(yen=0, planned_start=date(2024, 4, 1))

    assert ProjectBudget.objects.count() == 0


def test_the_planned_money_is_for_the_planned_time():
    adopted(yen=3, planned_start=date(2024, 4, 1), planned_end=date(2025, 3, 31))

    assert list(
        ProjectBudget.objects.values_list(
            "kind", "starts_on", "ends_on", "value", "currency", "value_on"
        )
    ) == [("planned", date(2024, 4, 1), date(2025, 3, 31), 3, "JPY", TODAY)]


def test_a_project_may_have_many_countries_and_each_counts_once():
    project = adopted(countries=["LA", "KE", "LA"])

    assert sorted(row.country.code for row in project.countries.all()) == ["KE", "LA"]


def test_a_country_nobody_knows_is_left_out():
    assert adopted(countries=["XX"]).countries.count() == 0


def test_an_adoption_is_noted_with_scheme_and_source():
    project = adopted(source_ref="S-1")

    assert last_record("projects.adopt") == (
        officer().name,
        project.ref,
        {"scheme": "grassroots_partner", "source": "S-1"},
    )


def test_the_clockwork_adopts_what_was_released_at_night():
    project = actions.adopt(by=CLOCKWORK, title_ja="夜の公表", scheme=Scheme.REGIONAL, countries=[])

    assert verbs_noted(project) == ["projects.adopt"]


def test_two_decisions_without_a_source_are_two_projects():
    assert adopted() != adopted()


def test_adopting_again_writes_nothing_even_for_somebody_who_may_not():
    first = adopted(source_ref="S-1")
    before = known_about(first)

    again = actions.adopt(
        by=chair(), title_ja="別", scheme="unknown", countries=["KE"], source_ref="S-1"
    )

    assert again == first
    assert known_about(first) == before


def test_a_refused_adoption_leaves_the_house_as_it_was():
    with pytest.raises(Refused):
        adopted(scheme="unknown")

    assert [model.objects.count() for model in (Project, Heading, ProjectBudget)] == [0, 0, 0]
    assert not Record.objects.filter(verb="projects.adopt").exists()
    assert not Findable.objects.filter(kind="projects").exists()


@pytest.mark.parametrize(
    ("verb", "state", "columns"),
    [
        ("contract", "adopted", {"state": "contracted"}),
        ("start", "contracted", {"state": "running", "actual_start": TODAY}),
        ("end", "running", {"state": "ended", "actual_end": TODAY}),
        ("settle", "ended", {"state": "settled"}),
        ("post_check", "settled", {"state": "post_checked"}),
    ],
)
def test_a_step_changes_its_columns_and_no_other(verb, state, columns):
    project = in_state(state)
    before = known_about(project)

    getattr(actions, verb)(by=officer(), project=project)

    assert changed(project, before) == columns
    assert verbs_noted(project) == [*before["records"], f"projects.{verb}"]


@pytest.mark.parametrize(("verb", "state"), [("lapse", "adopted"), ("terminate", "running")])
def test_stopping_keeps_the_reason_without_spaces_around_it(verb, state):
    project = in_state(state)
    before = known_about(project)

    getattr(actions, verb)(by=officer(), project=project, because=f"  {FLOOD}\n")

    assert changed(project, before) == {
        "state": "lapsed" if verb == "lapse" else "terminated",
        "stopped_because": FLOOD,
    }
    assert last_record(f"projects.{verb}") == (
        officer().name,
        project.ref,
        {"stopped_because": FLOOD},
    )


def test_a_step_is_dated_by_the_moment_it_was_recorded():
    project = adopted()

    with clock.at("2023-12-24 12:00"):
        project = actions.contract(by=officer(), project=project)
        assert project.changed_at == clock.now()


def test_what_began_earlier_is_noted_with_its_day():
    actions.start(by=officer(), project=in_state("contracted"), on=date(2023, 10, 2))

    assert last_record("projects.start")[2] == {"actual_start": "2023-10-02"}


def test_a_project_that_began_is_listed_in_the_years_it_runs():
    project = in_state("contracted", planned_start=date(2023, 4, 1))
    with clock.at("2024-05-01 09:00"):
        project = actions.start(by=officer(), project=project)
    with clock.at("2026-04-01 09:00"):
        actions.end(by=officer(), project=project)

    assert sorted(
        project.headings.filter(name__startswith="year").values_list("name", flat=True)
    ) == [
        "year:2024",
        "year:2025",
        "year:2026",
    ]
    assert [row.project for row in listed(Wanted(year="2025"))] == [project]
    assert not listed(Wanted(year="2023")).exists()


def test_a_project_that_began_is_listed_by_the_day_it_began():
    project = actions.start(by=officer(), project=in_state("contracted"), on=date(2023, 10, 2))

    assert project.listed_on == date(2023, 10, 2)
    assert set(project.headings.values_list("listed_on", flat=True)) == {date(2023, 10, 2)}
    assert set(Findable.objects.filter(ref=project.ref).values_list("day", flat=True)) == {
        date(2023, 10, 2)
    }


def test_its_other_headings_stay():
    project = in_state("running", body=minato(), countries=["LA", "KE"])

    assert sorted(project.headings.values_list("name", flat=True)) == [
        f"body:{minato().ref}",
        "country:KE",
        "country:LA",
        "everything",
        "origin:own",
        "scheme:grassroots_partner",
        "year:2023",
    ]


def test_leaving_out_of_figures_is_noted_with_the_reason():
    project = adopted()
    before = known_about(project)

    actions.exclude_from_figures(by=officer(), project=project, because=" 重複です。 ")

    assert changed(project, before) == {"excluded_from_figures_reason": "重複です。"}
    assert last_record("projects.exclude_from_figures")[1:] == (
        project.ref,
        {"because": "重複です。"},
    )


def test_a_better_reason_replaces_the_first_one():
    project = actions.exclude_from_figures(by=officer(), project=adopted(), because="重複?")

    project = actions.exclude_from_figures(by=officer(), project=project, because="重複です。")

    assert project.excluded_from_figures_reason == "重複です。"


def test_leaving_out_and_taking_back_leaves_no_trace_but_the_journal():
    project = adopted()
    before = known_about(project)

    project = actions.exclude_from_figures(by=officer(), project=project, because="重複。")
    project = actions.include_in_figures(by=officer(), project=project)

    assert changed(project, before) == {}
    assert verbs_noted(project)[-2:] == [
        "projects.exclude_from_figures",
        "projects.include_in_figures",
    ]


def test_what_is_counted_cannot_be_taken_back_again():
    project = adopted()
    before = known_about(project)

    with pytest.raises(Refused, match="この事業は、すでに数えています"):
        actions.include_in_figures(by=officer(), project=project)

    assert known_about(project) == before


@pytest.mark.parametrize("verb", ["contract", "exclude_from_figures", "lapse"])
def test_a_stranger_changes_nothing(verb):
    project = adopted()
    before = known_about(project)
    because = {} if verb == "contract" else {"because": "いたずら"}

    with pytest.raises(Refused, match="担当職員が行います"):
        getattr(actions, verb)(by=somebody("ren"), project=project, **because)

    assert known_about(project) == before


def test_two_officers_with_the_same_page_record_a_step_only_once():
    first, second = (Project.objects.get(pk=adopted(source_ref="S-1").pk) for _ in range(2))
    actions.contract(by=officer(), project=first)

    with pytest.raises(Refused, match="いまは「契約済み」のため、この操作はできません"):
        actions.contract(by=officer(), project=second)

    assert verbs_noted(first) == ["projects.adopt", "projects.contract"]


def test_an_action_is_called_with_names():
    with pytest.raises(TypeError, match="contract is called with names"):
        actions.contract(officer(), adopted())
