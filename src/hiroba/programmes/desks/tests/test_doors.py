"""Every page of the desks, for everybody who may knock, in both languages."""

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import auditor, officer, somebody
from hiroba.foundation.actors import CLOCKWORK
from hiroba.programmes.desks import actions
from hiroba.programmes.desks.tests.samples import asked, known_body, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

# Nobody signed in, a stranger, who asked, Sato, Kato of the desks, Ogawa of the legacies, auditor.
ROLES = ("", "hana", "ren", "sato", "kato", "sumire", "kansa")

# Each page, and what each of them is answered in this order.
# fmt: off
READ = [
    ("/desks/",                               [200, 200, 200, 200, 200, 200, 200]),
    ("/desks/JD-KE/",                         [200, 200, 200, 200, 200, 200, 200]),
    ("/desks/JD-KE/ask/",                     [200, 200, 200, 200, 200, 200, 200]),
    ("/my/desks/",                            [302, 200, 200, 200, 200, 200, 200]),
    ("/my/desks/{case}/",                     [302, 404, 200, 404, 404, 404, 404]),
    ("/my/desks/{case}/write-again/",         [302, 404, 200, 404, 404, 404, 404]),
    ("/my/desks/{case}/reopen/",              [302, 404, 200, 404, 404, 404, 404]),
    ("/staff/desks/cases/",                   [302, 403, 403, 200, 200, 200, 403]),
    ("/staff/desks/cases/?all=1",             [302, 403, 403, 200, 200, 200, 403]),
    ("/staff/desks/cases/{case}/",            [302, 403, 403, 200, 200, 404, 403]),
    ("/staff/desks/cases/{case}/answer/",     [302, 403, 403, 200, 200, 404, 403]),
    ("/staff/desks/cases/{case}/note/",       [302, 403, 403, 200, 200, 404, 403]),
    ("/staff/desks/cases/{case}/pause/",      [302, 403, 403, 200, 200, 404, 403]),
    ("/staff/desks/cases/{case}/reopen/",     [302, 403, 403, 200, 200, 404, 403]),
    ("/staff/desks/cases/{case}/refer/",      [302, 403, 403, 200, 200, 404, 403]),
    ("/staff/desks/cases/{case}/draft-faq/",  [302, 403, 403, 200, 200, 404, 403]),
    ("/staff/desks/bodies/",                  [302, 403, 403, 200, 200, 200, 403]),
    ("/staff/desks/JD-KE/add-local-body/",    [302, 403, 403, 200, 200, 200, 403]),
    ("/staff/desks/JD-KE/write-guide/",       [302, 403, 403, 200, 200, 200, 403]),
]
PRESSED = [
    ("/my/desks/{case}/resolve/",             [302, 404, 302, 404, 404, 404, 404]),
    ("/staff/desks/cases/{case}/resume/",     [302, 403, 403, 302, 302, 404, 403]),
    ("/staff/desks/cases/{case}/resolve/",    [302, 403, 403, 302, 302, 404, 403]),
    ("/staff/desks/faq/{entry}/approve/",     [302, 403, 403, 302, 404, 404, 403]),
    ("/staff/desks/bodies/{body}/check/",     [302, 403, 403, 302, 302, 404, 403]),
]
# fmt: on


@pytest.fixture(scope="module")
def world(standing):
    """An answered question, a draft that Kato wrote, and a body that was checked long ago."""
    with clock.at("2021-04-01 10:00"):
        actions.set_checking_rule(by=CLOCKWORK, fresh_days=365)
        body = known_body()
    with clock.at("2023-11-01 10:00"):
        for handle in filter(None, ROLES):
            somebody(handle)
        first, second = [
            actions.answer(by=officer(), case=asked(consent_public=True), text="要ります。")
            for _ in range(2)
        ]
        entry = actions.draft_faq(
            by=somebody("kato"), case=second, question_ja="登録は?", answer_ja="要る。"
        )
    return {"case": first.ref, "entry": entry.ref, "body": body.ref}


def knock(client, ask, path):
    """What each of them is answered, each with an own browser."""
    answers = []
    for handle in ROLES:
        client.logout()
        if handle:
            signed_in(client, somebody(handle))
        answers.append(getattr(client, ask)(path).status_code)
    return answers


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize(("path", "told"), READ)
def test_a_page_opens_for_those_it_is_for(client, world, path, told, language):
    assert knock(client, "get", language + path.format(**world)) == told


@pytest.mark.parametrize("handle", ROLES)
@pytest.mark.parametrize(("path", "told"), PRESSED)
def test_a_button_works_for_those_it_is_for(client, world, path, told, handle):
    if handle:
        signed_in(client, somebody(handle))

    assert client.post(path.format(**world)).status_code == told[ROLES.index(handle)]


@pytest.mark.parametrize(("path", "told"), PRESSED)
def test_a_button_is_no_page(client, world, path, told):
    signed_in(client, officer())

    assert client.get(path.format(**world)).status_code == 405


@pytest.mark.parametrize("path", ["/desks/", "/desks/JD-KE/", "/my/desks/", "/staff/desks/cases/"])
def test_a_page_that_is_read_takes_nothing(client, world, path):
    signed_in(client, officer())

    assert client.post(path).status_code == 405


@pytest.mark.parametrize(
    ("path", "door"),
    [
        ("/my/desks/", "/account/login/?next=/my/desks/"),
        ("/staff/desks/cases/", "/account/login/?next=/staff/desks/cases/"),
        ("/en/my/desks/", "/en/account/login/?next=/en/my/desks/"),
    ],
)
def test_a_visitor_is_led_to_the_door_and_back(client, world, path, door):
    assert client.get(path)["Location"] == door


@pytest.mark.parametrize(
    "path",
    [
        "/my/desks/DESK-KE-2023-0099/",
        "/staff/desks/cases/DESK-KE-2023-0099/",
        "/staff/desks/cases/DESK-KE-2023-0099/answer/",
        "/staff/desks/cases/DESK-KE-2023-0099/refer/",
        "/staff/desks/cases/DESK-KE-2023-0099/draft-faq/",
        "/staff/desks/JD-XX/add-local-body/",
        "/staff/desks/JD-XX/write-guide/",
    ],
)
def test_what_nobody_wrote_is_not_there_for_an_officer(client, world, path):
    signed_in(client, officer())

    assert client.get(path).status_code == 404


def test_an_officer_of_other_programmes_finds_no_questions_in_the_list(client, world):
    signed_in(client, somebody("sumire"))

    text = words(client.get("/staff/desks/cases/?all=1"))

    assert ("待っている質問はありません" in text, world["case"] in text) == (True, False)


def test_an_officer_of_other_programmes_enters_no_body(client, world):
    signed_in(client, somebody("sumire"))
    facts = {"name_ja": "名", "name_en": "Name", "work_ja": "働き", "work_en": "Work"}

    text = words(client.post("/staff/desks/JD-KE/add-local-body/", facts))

    assert "ジャパンデスクの担当職員だけができます。" in text


@pytest.mark.parametrize(
    ("who", "shown"),
    [
        (lambda: somebody("ren"), False),
        (auditor, False),
        (lambda: somebody("sumire"), False),
        (lambda: somebody("kato"), True),
        (officer, True),
    ],
    ids=["asker", "auditor", "legacies", "desks", "officer"],
)
def test_the_doors_of_the_directory_are_shown_to_who_keeps_it(client, world, who, shown):
    signed_in(client, who())

    text = words(client.get("/desks/JD-KE/"))

    assert ["現地団体を載せる" in text, "国別案内を書く" in text] == [shown, shown]
