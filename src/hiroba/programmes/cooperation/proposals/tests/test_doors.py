"""Every page, opened by everybody: what is invisible is not there, what is forbidden says why."""

import pytest

from hiroba.foundation import clock
from hiroba.programmes.cooperation.proposals import examples
from hiroba.programmes.cooperation.proposals.tests.worlds import (
    MINE,
    READ,
    STAFF,
    WHO,
    judged,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("call_stands", "in_autumn_2023")]

OURS = ("owner", "editor", "viewer", "signatory")
DECIDING = ("officer", "auditor", "chair", "approver")
CALL = "grassroots-2023/grassroots_support"

# Each page, and who finds it there; the others get the other answer.
PAGES = {
    "what is mine": (MINE, tuple(WHO), 404),
    "start": (f"{MINE}start/{CALL}/", tuple(WHO), 404),
    "my proposal": (MINE + "{proposal}/", OURS, 404),
    "my receipt": (MINE + "{proposal}/receipt/", OURS, 404),
    "what came in": (f"{STAFF}proposals/", ("officer", "auditor"), 403),
    "the spreadsheet": (f"{STAFF}proposals.csv", ("officer", "auditor"), 403),
    "one that came in": (STAFF + "proposals/{proposal}/", ("officer", "auditor"), 403),
    "asking reviewers": (STAFF + "proposals/{proposal}/assign/", ("officer",), 403),
    "calls": (f"{STAFF}calls/", ("officer",), 403),
    "one call": (f"{STAFF}calls/grassroots-2023/", ("officer",), 403),
    "a new call": (f"{STAFF}calls/new/", ("officer",), 403),
    "a new track": (f"{STAFF}calls/grassroots-2023/tracks/", ("officer",), 403),
    "a later deadline": (f"{STAFF}calls/{CALL}/extend/", ("officer",), 403),
    "other rules": (f"{STAFF}calls/{CALL}/amend-rules/", ("officer",), 403),
    "rankings": (f"{STAFF}rankings/", DECIDING, 403),
    "one ranking": (f"{STAFF}rankings/{CALL}/", DECIDING, 403),
    "decide": (STAFF + "proposals/{proposal}/decide/", ("chair",), 403),
    "decisions": (f"{STAFF}decisions/", DECIDING, 403),
    "one decision": (STAFF + "decisions/{decision}/", DECIDING, 403),
    "revoke": (STAFF + "decisions/{decision}/revoke/", ("chair", "approver"), 403),
    "my reads": (READ, ("reader", "other reader"), 403),
    "one read": (READ + "{assignment}/", ("reader",), {"other reader": 404}),
    "a conflict": (READ + "{assignment}/conflict/", ("reader",), {"other reader": 404}),
}
# Buttons: nobody but those named gets further than the door.
BUTTONS = {
    "submit": (MINE + "{proposal}/submit/", OURS, 404),
    "take back": (MINE + "{proposal}/take-back/", OURS, 404),
    "withdraw": (MINE + "{proposal}/withdraw/", OURS, 404),
    "publish": (f"{STAFF}calls/grassroots-2023/publish/", ("officer",), 403),
    "open the review": (STAFF + "proposals/{proposal}/open-review/", ("officer",), 403),
    "approve": (STAFF + "decisions/{decision}/approve/", ("approver",), 403),
    "release": (STAFF + "decisions/{decision}/release/", ("officer",), 403),
}


@pytest.fixture(scope="module")
def world(call_stands):
    """One proposal that stands on every page, for the whole file."""
    with clock.at("2023-09-20 10:00"):
        return judged()


def address(world, path):
    return path.format(
        proposal=world.proposal.ref, assignment=world.assignment_ref, decision=world.decision_ref
    )


def expected(who, allowed, otherwise, yes):
    if who in allowed:
        return yes
    if isinstance(otherwise, dict):
        return otherwise.get(who, 403)
    return otherwise


@pytest.mark.parametrize("which", PAGES)
def test_each_page_is_there_for_those_whom_it_concerns(signed_in, world, which):
    path, allowed, otherwise = PAGES[which]
    url = address(world, path)

    found = {name: signed_in(who()).get(url).status_code for name, who in WHO.items()}

    assert found == {name: expected(name, allowed, otherwise, 200) for name in WHO}


@pytest.mark.parametrize("which", PAGES)
def test_each_page_speaks_english_too(signed_in, world, which):
    path, allowed, _otherwise = PAGES[which]

    answer = signed_in(WHO[allowed[0]]()).get("/en" + address(world, path))

    assert answer.status_code == 200
    if not which.endswith("spreadsheet"):
        assert '<html lang="en"' in answer.content.decode()


@pytest.mark.parametrize("which", [*PAGES, *BUTTONS])
def test_a_visitor_is_asked_to_sign_in_first(client, world, which):
    path = {**PAGES, **BUTTONS}[which][0]
    url = address(world, path)

    answer = client.post(url) if which in BUTTONS else client.get(url)

    assert answer.status_code == 302
    assert "next=" in answer["Location"]


@pytest.mark.parametrize("which", BUTTONS)
def test_each_button_is_pressed_only_by_those_whom_it_concerns(signed_in, world, which):
    path, allowed, otherwise = BUTTONS[which]
    url = address(world, path)
    others = {name: who for name, who in WHO.items() if name not in allowed}

    found = {name: signed_in(who()).post(url).status_code for name, who in others.items()}

    assert found == {name: expected(name, allowed, otherwise, 302) for name in others}


@pytest.mark.parametrize("which", BUTTONS)
def test_a_button_is_no_page(signed_in, world, which):
    path, allowed, _otherwise = BUTTONS[which]

    assert signed_in(WHO[allowed[0]]()).get(address(world, path)).status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        MINE + "P-NOWHERE/",
        MINE + "P-NOWHERE/write/outline/",
        MINE + "start/nowhere/grassroots_support/",
        MINE + "start/grassroots-2023/nowhere/",
        "/calls/nowhere/",
    ],
)
def test_what_does_not_exist_is_not_there(signed_in, path):
    examples.call()

    assert signed_in(WHO["owner"]()).get(path).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "proposals/P-NOWHERE/",
        "decisions/E-NOWHERE/",
        "calls/nowhere/",
        "calls/grassroots-2023/nowhere/extend/",
        "rankings/grassroots-2023/nowhere/",
        "rankings/nowhere/nowhere/",
    ],
)
def test_what_does_not_exist_is_not_there_for_the_office_either(signed_in, path):
    examples.call()

    assert signed_in(WHO["officer"]()).get(STAFF + path).status_code == 404


@pytest.mark.parametrize("who", ["viewer", "signatory"])
def test_who_only_reads_sees_no_way_to_write(signed_in, who):
    proposal = examples.draft()
    browser = signed_in(WHO[who]())

    page = browser.get(f"{MINE}{proposal.ref}/").content.decode()
    write = browser.get(f"{MINE}{proposal.ref}/write/outline/")

    assert "続きを書く" not in page
    assert write.status_code == 403
    assert "代表管理者か編集者だけ" in write.content.decode()


@pytest.mark.parametrize("who", ["owner", "editor"])
def test_who_writes_finds_the_way(signed_in, who):
    proposal = examples.draft()

    page = signed_in(WHO[who]()).get(f"{MINE}{proposal.ref}/").content.decode()

    assert f"{MINE}{proposal.ref}/write/outline/" in page
