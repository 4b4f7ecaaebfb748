"""What officers find on a project's page and behind its buttons, and what others do not."""

import pytest
from lxml import html

from hiroba.foundation.accounts.examples import (
    administrator,
    approver,
    auditor,
    officer,
    reviewers,
    somebody,
)
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import GUEST
from hiroba.programmes.cooperation.projects import actions
from hiroba.programmes.cooperation.projects.models import Project
from hiroba.programmes.cooperation.projects.moving import verbs_for
from hiroba.programmes.cooperation.projects.tests.samples import (
    PATHS,
    adopted,
    bring_in,
    gardens,
    in_state,
    known_about,
)
from hiroba.programmes.cooperation.projects.tests.test_permissions import officer_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

CLICKED = {
    "contract": "adopted",
    "start": "contracted",
    "end": "running",
    "settle": "ended",
    "post-check": "settled",
}
REASONED = {"lapse": "adopted", "terminate": "running", "exclude-from-figures": "adopted"}
OTHERS = [lambda: somebody("ren"), auditor, administrator, approver, lambda: reviewers()[0]]
NEXT = {
    "adopted": ["契約を記録する", "契約に至らなかったことを記録する"],
    "contracted": ["開始を記録する", "中止を記録する"],
    "running": ["終了を記録する", "中止を記録する"],
    "ended": ["精算を記録する"],
    "settled": ["事後確認を記録する"],
    "post_checked": [],
    "lapsed": [],
    "terminated": [],
}


def door(project, verb):
    return f"/staff/projects/{project.ref}/{verb}/"


def told(answer):
    """What the page says, messages and errors included."""
    return " ".join(html.fromstring(answer.content.decode()).text_content().split())


@pytest.mark.parametrize("state", PATHS)
def test_an_officer_finds_the_next_steps_and_no_others(state):
    verbs = verbs_for(officer(), in_state(state))

    assert [verb.label for verb in verbs] == [*NEXT[state], "数値から除く"]
    assert all(verb.verdict for verb in verbs)


def test_what_is_left_out_can_be_taken_back():
    project = actions.exclude_from_figures(by=officer(), project=adopted(), because="重複。")

    *_, last = verbs_for(officer(), project)
    assert (last.label, last.asks) == ("数値に戻す", False)


@pytest.mark.parametrize("person", [lambda: GUEST, *OTHERS])
def test_nobody_else_finds_a_button(person):
    assert verbs_for(person(), adopted()) == []


def test_an_officer_of_another_programme_finds_no_button():
    assert verbs_for(officer_of("giving"), adopted()) == []


def test_nobody_finds_a_button_on_what_others_publish():
    bring_in(gardens())

    assert verbs_for(officer(), Project.objects.get()) == []


def test_every_button_leads_to_a_door_that_is_there(client):
    client.force_login(officer())

    for state in PATHS:
        for verb in verbs_for(officer(), in_state(state)):
            assert client.get(verb.url).status_code == (200 if verb.asks else 405)


@pytest.mark.parametrize("verb", CLICKED)
def test_a_click_is_a_step_and_leads_back_to_the_project(client, verb):
    project = in_state(CLICKED[verb])
    client.force_login(officer())

    answer = client.post(door(project, verb), follow=True)

    project.refresh_from_db()
    assert answer.redirect_chain == [(f"/projects/{project.ref}/", 302)]
    assert "記録しました。" in told(answer)
    assert project.state != CLICKED[verb]


@pytest.mark.parametrize("verb", CLICKED)
def test_a_second_click_is_refused_in_a_sentence_and_changes_nothing(client, verb):
    project = in_state(CLICKED[verb])
    client.force_login(officer())
    client.post(door(project, verb))
    before = known_about(project)

    page = f"http://testserver/projects/{project.ref}/"
    answer = client.post(door(project, verb), headers={"referer": page}, follow=True)

    assert "のため、この操作はできません。" in told(answer)
    assert known_about(project) == before


@pytest.mark.parametrize("verb", [*CLICKED, *REASONED, "include-in-figures"])
@pytest.mark.parametrize("person", [lambda: somebody("ren"), auditor])
def test_other_roles_stand_before_a_closed_door(client, person, verb):
    project = in_state(CLICKED.get(verb) or REASONED.get(verb, "adopted"))
    before = known_about(project)
    client.force_login(person())

    answer = client.post(door(project, verb), {"because": "いたずら"})

    assert answer.status_code == 403
    assert "担当の職員のためのものです" in told(answer)
    assert known_about(project) == before


@pytest.mark.parametrize("verb", [*CLICKED, *REASONED, "include-in-figures"])
def test_a_visitor_is_asked_to_sign_in(client, verb):
    project = adopted()

    answer = client.post(door(project, verb), {"because": "いたずら"})

    assert (answer.status_code, "/login/" in answer["Location"]) == (302, True)


@pytest.mark.parametrize("verb", CLICKED)
def test_a_step_cannot_be_taken_by_looking(client, verb):
    project = in_state(CLICKED[verb])
    client.force_login(officer())

    assert client.get(door(project, verb)).status_code == 405


@pytest.mark.parametrize("verb", REASONED)
def test_a_reason_is_asked_for_and_kept(client, verb):
    project = in_state(REASONED[verb])
    client.force_login(officer())

    asked = client.get(door(project, verb))
    done = client.post(door(project, verb), {"because": " 洪水の<ため>。 "}, follow=True)

    assert "この理由は事業の画面に公開されます。" in told(asked)
    assert "洪水の<ため>。" in told(done) and "<ため>" not in done.content.decode()


@pytest.mark.parametrize("verb", REASONED)
@pytest.mark.parametrize("because", ["", "   ", "長" * 401])
def test_without_a_fitting_reason_nothing_happens_and_nothing_typed_is_lost(client, verb, because):
    project = in_state(REASONED[verb])
    before = known_about(project)
    client.force_login(officer())

    answer = client.post(door(project, verb), {"because": because})

    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert because.strip() in answer.content.decode()
    assert known_about(project) == before


def test_a_reason_comes_too_late_and_is_not_lost(client):
    project = in_state("contracted")
    client.force_login(officer())

    answer = client.post(door(project, "lapse"), {"because": "同意なし。"})

    assert "いまは「契約済み」のため、この操作はできません。" in told(answer)
    assert "同意なし。" in told(answer)


@pytest.mark.parametrize("verb", ["contract", "lapse", "include-in-figures"])
def test_a_project_that_is_not_there_is_not_found(client, verb):
    client.force_login(officer())

    answer = client.post(f"/staff/projects/P-NOTHERE/{verb}/", {"because": "x"})

    assert answer.status_code == 404


def test_a_role_that_was_taken_away_closes_the_door_at_once(client):
    project = adopted()
    user = officer_of("cooperation")
    client.force_login(user)
    assert client.get(door(project, "lapse")).status_code == 200

    user.grants.filter(role=Role.OFFICER).delete()

    assert client.post(door(project, "contract")).status_code == 403


def test_the_buttons_are_there_in_english_too(client):
    project = adopted(title_en="Village water")
    client.force_login(officer())

    page = client.get(f"/en/projects/{project.ref}/").content.decode()

    assert "契約を記録する" not in page
    assert f"/en/staff/projects/{project.ref}/contract/" in page
