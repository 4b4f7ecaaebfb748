"""What the journal remembers of people and bodies, and that a refusal leaves no trace."""

import datetime

import pytest
from django.apps import apps
from django.forms.models import model_to_dict

from hiroba.engines.registry.people import actions, examples
from hiroba.engines.registry.people.models import Body, Membership
from hiroba.engines.registry.places import examples as places
from hiroba.engines.registry.places.tests.support import journal, refused
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import GUEST, IMPORTER
from hiroba.foundation.journal.models import Record

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

TODAY = datetime.date(2023, 11, 1)
REN, SATO = "鈴木 蓮(見本)", "佐藤 職員(見本)"


@pytest.fixture
def minato():
    return examples.minato()


def everything():
    """Every row of the room, and how long the journal and the outbox are."""
    rooms = [
        *apps.get_app_config("people").get_models(),
        *apps.get_app_config("letters").get_models(),
    ]
    rows = {
        model.__name__: [model_to_dict(row) for row in model._default_manager.order_by("pk")]
        for model in rooms
    }
    return rows | {"journal": Record.objects.count()}


def test_registering_and_verifying_stand_in_the_journal(minato):
    assert journal("people.register_body") == [
        (REN, minato.ref, {"name": "特定非営利活動法人みなと"})
    ]
    assert journal("people.verify") == [(SATO, minato.ref, {})]


def test_the_person_behind_an_account_is_noted_once():
    person = actions.introduce(by=somebody("ren"))

    actions.introduce(by=somebody("ren"))

    assert journal("people.introduce") == [(REN, person.ref, {})]


def test_a_person_without_an_account_is_noted_with_who_entered_them():
    person = actions.know_person(by=IMPORTER, name="だれか", email="x@example.jp")

    assert journal("people.know_person") == [("importer", person.ref, {})]
    assert (person.name, person.email, person.account) == ("だれか", "x@example.jp", None)


def test_an_entered_body_is_noted():
    body = actions.enter_body(by=officer(), name_ja="青空の会", personality="npo")

    assert journal("people.enter_body") == [(SATO, body.ref, {"name": "青空の会"})]


def test_a_body_of_open_data_is_noted_once():
    body = examples.foreign_body()

    examples.foreign_body()

    assert journal("people.register_foreign_body") == [
        ("importer", body.ref, {"identifier": "KE-NCO-0000001"})
    ]


def test_the_journal_names_what_was_revised_in_the_order_of_the_alphabet(minato):
    actions.revise_body(
        by=somebody("ren"), body=minato, phone="03-1", abbreviation="港", personality="npo"
    )

    assert journal("people.revise_body") == [
        (REN, minato.ref, {"changed": ["abbreviation", "phone"]})
    ]


def test_the_journal_keeps_the_name_before_and_the_name_now(minato):
    actions.rename_body(by=officer(), body=minato, name_ja="みなと会", since=TODAY)

    assert journal("people.rename_body") == [
        (
            SATO,
            minato.ref,
            {"before": "特定非営利活動法人みなと", "now": "みなと会", "since": "2023-11-01"},
        )
    ]


def test_a_branch_is_noted_at_its_body(minato):
    actions.add_branch(
        by=somebody("ren"), body=minato, name_ja="那覇支部", prefecture=places.prefecture("47")
    )

    assert journal("people.add_branch") == [(REN, minato.ref, {"branch": "那覇支部"})]


def test_a_suspension_and_its_end_are_noted_with_the_reason(minato):
    actions.lift(by=officer(), body=actions.suspend(by=officer(), body=minato, reason="確認中"))

    assert journal("people.suspend") == [(SATO, minato.ref, {"reason": "確認中"})]
    assert journal("people.lift") == [(SATO, minato.ref, {"reason": "確認中"})]


def test_how_somebody_comes_and_goes_is_noted_at_the_membership(minato):
    member = examples.member(minato, somebody("akari"), "viewer")
    actions.change_role(by=somebody("ren"), membership=member, role="editor")
    actions.leave(by=somebody("akari"), membership=member)

    akari, here = "中村 あかり(見本)", {"body": minato.ref}
    assert journal("people.invite") == [(REN, member.ref, here | {"role": "viewer"})]
    assert journal("people.accept_invitation") == [(akari, member.ref, here)]
    assert journal("people.change_role") == [
        (REN, member.ref, {"before": "viewer", "now": "editor"})
    ]
    assert journal("people.leave") == [(akari, member.ref, here)]


def test_a_merge_and_its_end_are_noted_at_the_body_that_went(minato):
    school = examples.school_body()
    merge = actions.merge(by=officer(), absorbed=school, survivor=minato, reason="同じ団体")
    actions.unmerge(by=officer(), merge=merge)

    assert journal("people.merge") == [
        (SATO, school.ref, {"into": minato.ref, "reason": "同じ団体"})
    ]
    assert journal("people.unmerge") == [(SATO, school.ref, {"apart_from": minato.ref})]


def test_a_refused_registration_leaves_nothing(minato):
    hana = somebody("hana")
    before = everything()

    refused(
        actions.register_body,
        by=hana,
        name_ja="みなと",
        personality="npo",
        corporate_number=minato.corporate_number,
    )

    assert everything() == before


def test_a_guests_registration_leaves_nothing():
    before = everything()

    refused(actions.register_body, by=GUEST, name_ja="会", personality="npo")
    refused(actions.register_foreign_body, by=GUEST, identifier="X", name_en="X")
    refused(actions.enter_body, by=GUEST, name_ja="会", personality="npo")
    refused(actions.know_person, by=GUEST, name="だれか")

    assert everything() == before


def test_what_a_stranger_tries_leaves_nothing(minato):
    akari = somebody("akari")
    own = Membership.objects.get(body=minato)
    before = everything()

    refused(actions.revise_body, by=akari, body=minato, phone="03")
    refused(actions.rename_body, by=akari, body=minato, name_ja="あかり会", since=TODAY)
    refused(actions.invite, by=akari, body=minato, name="x", email="x@example.jp", role="owner")
    refused(actions.change_role, by=akari, membership=own, role="viewer")
    refused(actions.leave, by=akari, membership=own)
    refused(actions.suspend, by=akari, body=minato, reason="x")
    refused(
        actions.add_branch,
        by=akari,
        body=minato,
        name_ja="x",
        prefecture=places.prefecture("47"),
    )

    assert everything() == before


def test_a_refused_merge_leaves_nothing(minato):
    school = examples.school_body()
    before = everything()

    refused(actions.merge, by=somebody("ren"), absorbed=school, survivor=minato, reason="x")
    refused(actions.merge, by=officer(), absorbed=school, survivor=minato, reason=" ")
    refused(actions.merge, by=officer(), absorbed=school, survivor=school, reason="x")

    assert everything() == before


def test_everything_that_is_known_of_a_new_body_is_kept():
    facts = {
        "name_en": "Sea",
        "kana": "ウミノカイ",
        "abbreviation": "海",
        "registered_on": datetime.date(2020, 2, 29),
        "active_since": datetime.date(2019, 4, 1),
        "active_abroad_since": datetime.date(2021, 4, 1),
        "prefecture": places.prefecture("14"),
        "address": "見本町1-2",
        "representative": "山田 花",
        "email": "umi@example.jp",
        "phone": "045-000-0000",
        "homepage": "https://umi.example.jp/",
        "about_ja": "海の会です🌏𠮷",
        "about_en": "Sea",
    }

    body = actions.register_body(
        by=somebody("hana"), name_ja="海の会", personality="unincorporated", **facts
    )

    kept = Body.objects.get(pk=body.pk)
    assert {name: getattr(kept, name) for name in facts} == facts
    assert [(name.name_ja, name.since, name.until) for name in kept.names.all()] == [
        ("海の会", datetime.date(2020, 2, 29), None)
    ]


def test_revising_nothing_changes_nothing(minato):
    before = model_to_dict(Body.objects.get(pk=minato.pk))

    actions.revise_body(by=somebody("ren"), body=minato)

    assert model_to_dict(Body.objects.get(pk=minato.pk)) == before


def test_a_long_identifier_of_open_data_names_one_body():
    identifier = "XM-" + "9" * 200

    bodies = [
        actions.register_foreign_body(by=IMPORTER, identifier=identifier, name_en="Long")
        for _ in range(2)
    ]

    assert bodies[0] == bodies[1]
    assert bodies[0].identifier == identifier[:120]


def test_long_names_of_open_data_are_cut_to_what_fits():
    body = actions.register_foreign_body(by=IMPORTER, identifier="X-1", name_en="N" * 300)

    assert (body.name_ja, body.name_en) == ("N" * 120, "N" * 160)
