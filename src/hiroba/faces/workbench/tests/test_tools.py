"""The tools on the desk: to each role its own, and behind each a page that opens."""

import pytest

from hiroba.foundation.accounts.actions import grant
from hiroba.foundation.accounts.examples import (
    administrator,
    approver,
    auditor,
    chair,
    officer,
    reviewers,
    somebody,
)
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import CLOCKWORK

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

TOOLS = {
    officer: [
        ("公募の管理", "Manage calls", "/staff/cooperation/calls/"),
        ("届いた提案書", "Proposals received", "/staff/cooperation/proposals/"),
        ("IATIの取り込み", "IATI imports", "/staff/iati/"),
        ("団体の確認", "Verify organisations", "/staff/bodies/"),
        ("団体の一括取り込み", "Import lists of organisations", "/staff/bodies/import/"),
        ("年次版をつくる", "Make a yearly edition", "/editions/"),
    ],
    chair: [("順位の一覧", "Rankings", "/staff/cooperation/rankings/")],
    approver: [("決定の一覧", "Decisions", "/staff/cooperation/decisions/")],
    auditor: [("記録簿", "Journal", "/staff/journal/")],
    administrator: [
        ("人と役割", "People and roles", "/staff/users/"),
        ("送ったお便り", "Letters sent", "/staff/letters/"),
        ("終えられなかった処理", "Jobs that could not be finished", "/staff/jobs/"),
    ],
}


@pytest.mark.parametrize("who", TOOLS, ids=lambda who: who.__name__)
def test_each_role_finds_its_tools_in_both_languages(client, who):
    client.force_login(who())

    japanese = client.get("/workbench/").context["tools"]
    english = client.get("/en/workbench/").context["tools"]

    ours = {url for _, _, url in TOOLS[who]}
    assert [(tool.label, tool.url) for tool in japanese if tool.url in ours] == [
        (label, url) for label, _, url in TOOLS[who]
    ]
    assert [(tool.label, tool.url) for tool in english if tool.url[3:] in ours] == [
        (label, f"/en{url}") for _, label, url in TOOLS[who]
    ]
    assert [f"/en{tool.url}" for tool in japanese] == [tool.url for tool in english]
    assert all(tool.hint.endswith("。") for tool in japanese)
    assert all(tool.hint.isascii() and tool.hint.endswith(".") for tool in english)


@pytest.mark.parametrize("who", TOOLS, ids=lambda who: who.__name__)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_behind_each_tool_there_is_a_page_that_opens_for_the_role(client, who, prefix):
    client.force_login(who())

    found = {
        tool.url: client.get(tool.url).status_code
        for tool in client.get(f"{prefix}/workbench/").context["tools"]
    }

    assert set(found.values()) == {200}, found


@pytest.mark.parametrize(("prefix", "heading"), [("", "道具"), ("/en", "Tools")])
def test_the_tools_stand_below_the_piles(client, prefix, heading):
    client.force_login(officer())

    page = client.get(f"{prefix}/workbench/").text

    assert f'<h2 id="tools">{heading}</h2>' in page
    assert page.index('class="empty"') < page.index('id="tools"')


@pytest.mark.parametrize("who", [lambda: reviewers()[0], lambda: somebody("aoi")])
def test_a_role_without_tools_has_no_such_section(client, who):
    client.force_login(who())

    answer = client.get("/workbench/")

    assert (answer.status_code, answer.context["tools"]) == (200, [])
    assert 'id="tools"' not in answer.text


def test_somebody_with_two_roles_has_the_tools_of_both(client):
    grant(by=CLOCKWORK, user=auditor(), role=Role.CHAIR, scope="programme:cooperation")
    client.force_login(auditor())

    tools = client.get("/workbench/").context["tools"]

    assert [tool.label for tool in tools] == ["順位の一覧", "記録簿"]


def test_a_visitor_is_asked_to_sign_in(client):
    assert client.get("/workbench/")["Location"] == "/account/login/?next=/workbench/"
    assert client.get("/en/workbench/")["Location"] == "/en/account/login/?next=/en/workbench/"
