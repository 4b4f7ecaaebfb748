"""Which page of the room opens for whom, in each state of a material."""

import pytest

from hiroba.foundation.accounts.examples import administrator, auditor, officer, somebody
from hiroba.programmes.materials import actions, examples
from hiroba.programmes.materials.models import Material

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

PEOPLE = {
    "guest": None,
    "teacher": lambda: somebody("akari"),
    "administrator": administrator,
    "auditor": auditor,
    "officer": officer,
}
STATES = {
    "draft": examples.draft,
    "published": examples.published,
    "withdrawn": lambda: actions.withdraw(
        by=officer(), material=examples.published(), because="古い。"
    ),
}
# What a look at the page of a material is answered with.
SEEN = {
    "guest": {"draft": 404, "published": 200, "withdrawn": 200},
    "teacher": {"draft": 404, "published": 200, "withdrawn": 200},
    "administrator": {"draft": 404, "published": 200, "withdrawn": 200},
    "auditor": {"draft": 200, "published": 200, "withdrawn": 200},
    "officer": {"draft": 200, "published": 200, "withdrawn": 200},
}
# What a look at the officers' pages is answered with: 302 leads to the door with the keys.
STAFF = {
    "guest": {"": 302, "make/": 302, "{}/revise/": 302, "{}/add-file/": 302, "{}/withdraw/": 302},
    "teacher": {"": 403, "make/": 403, "{}/revise/": 403, "{}/add-file/": 403, "{}/withdraw/": 403},
    "administrator": {
        "": 403,
        "make/": 403,
        "{}/revise/": 403,
        "{}/add-file/": 403,
        "{}/withdraw/": 403,
    },
    "auditor": {"": 200, "make/": 403, "{}/revise/": 403, "{}/add-file/": 403, "{}/withdraw/": 403},
    "officer": {"": 200, "make/": 200, "{}/revise/": 200, "{}/add-file/": 200, "{}/withdraw/": 200},
}


def enter(client, name):
    if person := PEOPLE[name]:
        client.force_login(person())
    return client


@pytest.mark.parametrize("name", PEOPLE)
def test_a_material_is_seen_by_whom_it_is_meant_for(client, name):
    enter(client, name)

    assert {
        state: client.get(f"/materials/{made().ref}/").status_code for state, made in STATES.items()
    } == SEEN[name]


@pytest.mark.parametrize("name", PEOPLE)
def test_pages_of_officers_open_for_officers(client, name):
    ref = examples.published().ref
    enter(client, name)

    assert {
        page: client.get(f"/staff/materials/{page.format(ref)}").status_code for page in STAFF[name]
    } == STAFF[name]


@pytest.mark.parametrize("name", ["guest", "teacher", "administrator", "auditor"])
def test_others_change_nothing_by_knocking_harder(client, name):
    draft = examples.draft()
    examples.with_file(draft)
    public = examples.published("公開")
    enter(client, name)

    client.post(f"/staff/materials/{draft.ref}/publish/")
    client.post(f"/staff/materials/{public.ref}/withdraw/", {"because": "いたずら"})
    client.post(f"/staff/materials/{draft.ref}/add-file/", {"name_ja": "x"})

    assert list(Material.objects.order_by("pk").values_list("state", flat=True)) == [
        "draft",
        "published",
    ]
    assert draft.files.count() == 1


@pytest.mark.parametrize("verb", ["publish", "revise", "add-file", "withdraw"])
def test_a_material_that_is_not_there_is_not_found(client, verb):
    client.force_login(officer())

    assert client.post(f"/staff/materials/M-NOTHERE/{verb}/").status_code == 404


def test_a_file_of_another_material_is_not_found(client):
    file = examples.published().files.get()
    other = examples.published("べつの教材")

    assert client.post(f"/materials/{other.ref}/files/{file.pk}/").status_code == 404


def test_a_file_of_a_draft_is_not_there_for_visitors(client):
    file = examples.with_file(examples.draft())

    assert client.post(f"/materials/{file.material.ref}/files/{file.pk}/").status_code == 404


def test_publishing_is_a_button_and_not_a_look(client):
    client.force_login(officer())

    assert client.get(f"/staff/materials/{examples.draft().ref}/publish/").status_code == 405


def test_a_refusal_is_told_on_the_page_one_came_from(client):
    ref = examples.draft().ref
    client.force_login(officer())
    page = f"http://testserver/materials/{ref}/"

    answer = client.post(f"/staff/materials/{ref}/publish/", headers={"referer": page}, follow=True)

    assert answer.redirect_chain == [(page, 302)]
    assert "ファイルを一つ以上付けると公開できます。" in answer.content.decode()
