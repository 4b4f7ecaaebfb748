"""Our own projects from adoption to the check afterwards."""

from datetime import date

import pytest

from hiroba.engines.registry.people.examples import minato
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import approver, officer, somebody
from hiroba.foundation.actors import GUEST
from hiroba.foundation.journal.models import Record
from hiroba.foundation.search.queries import found_by
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.cooperation.projects import actions
from hiroba.programmes.cooperation.projects.models import Project
from hiroba.programmes.cooperation.projects.states import Scheme
from hiroba.programmes.cooperation.projects.tests.samples import adopted

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def test_a_decision_makes_a_project_of_ours():
    project = adopted(
        title_en="Water of the village",
        summary_ja="村の人が水道を直します。",
        body=minato(),
        prefecture_code="13",
        planned_start=date(2024, 4, 1),
        planned_end=date(2027, 3, 31),
        yen=10_000_000,
        source_ref="S-1",
    )

    assert (project.origin, project.state, project.fiscal_year_adopted) == ("own", "adopted", 2023)
    assert (project.adopted_on, project.body, project.prefecture.code) == (
        date(2023, 11, 1),
        minato(),
        "13",
    )
    assert [(row.kind, row.value, row.currency) for row in project.budgets.all()] == [
        ("planned", 10_000_000, "JPY")
    ]
    assert sorted(project.headings.values_list("name", flat=True)) == [
        f"body:{minato().ref}",
        "country:LA",
        "everything",
        "origin:own",
        "scheme:grassroots_partner",
        "year:2024",
        "year:2025",
        "year:2026",
    ]
    assert Record.objects.filter(verb="projects.adopt", subject=project.ref).count() == 1


def test_it_is_found_by_two_characters_by_its_country_and_in_english():
    project = adopted(title_en="Water of the village")

    found = {
        words: [hit.ref for hit in found_by(GUEST, words)]
        for words in ("水道", "ラオス", "village")
    }

    assert found == dict.fromkeys(found, [project.ref, project.ref])


def test_the_same_decision_is_adopted_only_once():
    first = adopted(source_ref="S-1")
    second = adopted(title_ja="別の題名", source_ref="S-1")

    assert first == second
    assert Project.objects.count() == 1


def test_who_releases_decisions_may_adopt_and_strangers_may_not():
    known = {"title_ja": "村の水道", "scheme": Scheme.SUPPORT, "countries": []}

    assert actions.adopt(by=approver(), **known).scheme == Scheme.SUPPORT
    with pytest.raises(Refused, match="採択は、選考の決定にもとづいて担当職員が記録します"):
        actions.adopt(by=somebody("ren"), **known)


def test_what_makes_no_sense_is_not_adopted():
    with pytest.raises(Refused, match="この事業形態は登録されていません"):
        adopted(scheme="unknown")
    with pytest.raises(Refused, match="終了の予定日を、開始の予定日より後に"):
        adopted(planned_start=date(2024, 4, 1), planned_end=date(2024, 3, 1))
    with pytest.raises(Refused, match="金額は0円以上"):
        adopted(yen=-1)


def test_a_project_goes_its_way_and_every_step_is_dated():
    project = adopted()
    by = officer()

    project = actions.contract(by=by, project=project)
    project = actions.start(by=by, project=project, on=date(2023, 10, 1))
    with clock.at("2024-03-31 17:00"):
        project = actions.end(by=by, project=project)
        project = actions.settle(by=by, project=project)
    with clock.at("2027-04-01 10:00"):
        project = actions.post_check(by=by, project=project)

    project.refresh_from_db()
    assert (project.state, project.actual_start, project.actual_end) == (
        "post_checked",
        date(2023, 10, 1),
        date(2024, 3, 31),
    )
    assert list(
        Record.objects.filter(subject=project.ref).order_by("pk").values_list("verb", flat=True)
    ) == [
        "projects.adopt",
        "projects.contract",
        "projects.start",
        "projects.end",
        "projects.settle",
        "projects.post_check",
    ]


def test_a_project_that_finds_no_contract_lapses_with_a_reason():
    project = actions.lapse(by=officer(), project=adopted(), because=" 同意が得られませんでした。 ")

    project.refresh_from_db()
    assert (project.state, project.stopped_because) == ("lapsed", "同意が得られませんでした。")


def test_a_running_project_can_be_broken_off():
    project = actions.contract(by=officer(), project=adopted())

    project = actions.terminate(by=officer(), project=project, because="洪水のため。")

    assert (project.state, project.stopped_because) == ("terminated", "洪水のため。")


def test_a_project_is_left_out_of_figures_and_taken_back():
    project = actions.exclude_from_figures(by=officer(), project=adopted(), because="重複です。")
    assert project.excluded_from_figures_reason == "重複です。"

    project = actions.include_in_figures(by=officer(), project=project)
    assert project.excluded_from_figures_reason == ""
