"""What an officer finds beside a material, and what others do not."""

import pytest

from hiroba.foundation.accounts.examples import auditor, officer, somebody
from hiroba.foundation.actors import GUEST
from hiroba.foundation.verdicts import YES
from hiroba.programmes.materials import actions, examples, policies
from hiroba.programmes.materials.moving import verbs_for
from hiroba.programmes.materials.states import MATERIAL

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def labels(material, by=None):
    return [(verb.label, bool(verb.verdict)) for verb in verbs_for(by or officer(), material)]


def test_a_draft_without_a_file_can_be_everything_but_published():
    assert labels(examples.draft()) == [
        ("教材を直す", True),
        ("ファイルを付ける", True),
        ("公開する", False),
    ]


def test_what_is_public_can_be_withdrawn():
    assert labels(examples.published()) == [
        ("教材を直す", True),
        ("ファイルを付ける", True),
        ("公開を終える", True),
    ]


def test_what_is_withdrawn_is_over():
    material = actions.withdraw(by=officer(), material=examples.published(), because="古い。")

    assert labels(material) == []
    assert MATERIAL.verbs_from(material.state) == []


@pytest.mark.parametrize("person", [lambda: GUEST, auditor, lambda: somebody("ren")])
def test_others_find_no_button(person):
    assert labels(examples.published(), person()) == []


def test_every_button_leads_to_a_door_that_is_there(client):
    client.force_login(officer())

    for material in (examples.draft(), examples.published("公開")):
        for verb in verbs_for(officer(), material):
            assert client.get(verb.url).status_code == (200 if verb.asks else 405)


def test_an_officer_may_do_all_of_it():
    draft, public = examples.draft(), examples.published("公開")
    examples.with_file(draft)

    assert [
        policies.may_enter_licence(officer()),
        policies.may_make(officer(), ["adults"]),
        policies.may_revise(officer(), draft, ["adults"]),
        policies.may_add_file(officer(), draft),
        policies.may_publish(officer(), draft),
        policies.may_withdraw(officer(), public, "古い。"),
        policies.may_download(GUEST, public.files.get()),
    ] == [YES] * 7
