"""Bodies are registered, verified, renamed, suspended."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from hiroba.engines.registry.people import actions, examples, queries
from hiroba.engines.registry.people.models import Body
from hiroba.engines.registry.people.states import BodyState, Personality
from hiroba.engines.registry.places import examples as places
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import GUEST, IMPORTER
from hiroba.foundation.journal.models import Record
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.search.queries import refs_matching
from hiroba.foundation.verdicts import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

TODAY = datetime.date(2023, 11, 1)


def refused(act, **known):
    with pytest.raises(Refused) as refusal:
        act(**known)
    return refusal.value.reason


def test_whoever_registers_a_body_owns_it_and_it_waits_for_an_officer():
    body = examples.waiting()

    assert body.state == BodyState.UNVERIFIED
    assert [(one.person.name, one.role) for one in queries.members_of(body)] == [
        ("山田 花(見本)", "owner")
    ]
    assert list(queries.waiting_for(officer())) == [body]
    assert list(queries.waiting_for(somebody("ren"))) == []


def test_an_officer_verifies_and_everybody_finds_the_body():
    body = actions.verify(by=officer(), body=examples.waiting())

    assert (body.state, body.verified_by, body.verified_on) == ("verified", officer(), TODAY)
    assert sorted(set(refs_matching("かけはし", "bodies"))) == [body.ref]
    assert [letter.subject for letter in Letter.objects.all()] == [
        "「虹のかけはし(見本)」の登録を確認しました"
    ]


def test_a_body_is_verified_once():
    reason = refused(actions.verify, by=officer(), body=examples.minato())

    assert reason == "いまは「確認済み」のため、この操作はできません。"


def test_only_officers_verify():
    reason = refused(actions.verify, by=somebody("ren"), body=examples.waiting())

    assert reason == "確認は担当職員が行います。"


def test_nobody_verifies_the_own_body():
    body = actions.register_body(
        by=officer(), name_ja="職員の会", personality=Personality.UNINCORPORATED
    )

    reason = refused(actions.verify, by=officer(), body=body)

    assert reason == "ご自身が所属する団体は、ほかの職員が確認してください。"


def test_the_same_corporation_is_registered_once():
    minato = examples.minato()

    reason = refused(
        actions.register_body,
        by=somebody("hana"),
        name_ja="みなと",
        personality=Personality.NPO,
        corporate_number=minato.corporate_number,
    )

    assert reason == (
        "この法人番号の団体はすでに登録されています(特定非営利活動法人みなと)。"
        "登録した方に招待を頼んでください。"
    )


def test_a_wrong_corporate_number_is_noticed():
    reason = refused(
        actions.register_body,
        by=somebody("hana"),
        name_ja="会",
        personality=Personality.NPO,
        corporate_number="1234567890123",
    )

    assert reason == "法人番号が正しくありません。13桁の数字を確かめてください。"


def test_a_guest_signs_in_first():
    reason = refused(
        actions.register_body, by=GUEST, name_ja="会", personality=Personality.UNINCORPORATED
    )

    assert reason == "団体の登録にはログインが必要です。"


def test_a_body_changes_its_name_and_is_found_by_both():
    minato = examples.minato()

    actions.rename_body(
        by=somebody("ren"),
        body=minato,
        name_ja="認定NPO法人みなとの風",
        name_en="Minato Wind",
        since=TODAY,
    )

    names = [
        queries.name_on(minato, day).name_ja
        for day in (datetime.date(2000, 1, 1), datetime.date(2023, 10, 31), TODAY)
    ]
    assert names == [
        "特定非営利活動法人みなと",
        "特定非営利活動法人みなと",
        "認定NPO法人みなとの風",
    ]
    assert [body.ref for body in queries.directory("特定非営利活動法人みなと")] == [minato.ref]
    assert [body.ref for body in queries.directory("みなとの風")] == [minato.ref]


def test_a_new_name_begins_after_the_present_one():
    reason = refused(
        actions.rename_body,
        by=somebody("ren"),
        body=examples.minato(),
        name_ja="昔の名",
        since=datetime.date(2012, 6, 1),
    )

    assert reason == "いまの名称の始まりより後の日を入れてください。"


def test_a_new_name_does_not_begin_in_the_future():
    reason = refused(
        actions.rename_body,
        by=somebody("ren"),
        body=examples.minato(),
        name_ja="先の名",
        since=datetime.date(2023, 11, 2),
    )

    assert reason == "今日までの日を入れてください。"


def test_what_is_known_is_revised_and_the_journal_says_what_changed():
    minato = examples.minato()

    actions.revise_body(
        by=somebody("ren"), body=minato, phone="03-1111-1111", address=minato.address
    )

    record = Record.objects.get(verb="people.revise_body")
    assert record.details == {"changed": ["phone"]}
    assert Body.objects.get(pk=minato.pk).phone == "03-1111-1111"


def test_strangers_do_not_revise():
    reason = refused(actions.revise_body, by=somebody("akari"), body=examples.minato(), phone="03")

    assert reason == "特定非営利活動法人みなとの代表管理者か編集者だけができます。"


def test_an_officer_may_revise_any_body():
    body = actions.revise_body(by=officer(), body=examples.minato(), phone="03")

    assert body.phone == "03"


def test_a_suspended_body_cannot_act_and_its_people_know_why():
    minato = examples.minato()

    actions.suspend(by=officer(), body=minato, reason="所在を確かめています。")

    body = Body.objects.get(pk=minato.pk)
    reason = refused(actions.revise_body, by=somebody("ren"), body=body, phone="03")
    assert reason == "この団体は停止中です。担当職員へご連絡ください。"
    assert body not in queries.directory()
    assert "所在を確かめています。" in Letter.objects.get(kind="people/suspended").body
    assert list(refs_matching("みなと", "bodies")) == []


def test_a_suspension_needs_a_reason():
    reason = refused(actions.suspend, by=officer(), body=examples.minato(), reason=" ")

    assert reason == "停止の理由を書いてください。"


def test_members_do_not_suspend():
    reason = refused(actions.suspend, by=somebody("ren"), body=examples.minato(), reason="x")

    assert reason == "団体の台帳は担当職員が扱います。"


def test_a_lifted_suspension_leaves_the_body_as_it_was():
    minato = actions.suspend(by=officer(), body=examples.minato(), reason="確認中")

    body = actions.lift(by=officer(), body=minato)

    assert (body.state, body.suspended_on, body.suspended_because) == ("verified", None, "")
    assert body in queries.directory()


def test_a_body_that_is_not_suspended_has_nothing_to_lift():
    reason = refused(actions.lift, by=officer(), body=examples.minato())

    assert reason == "いまは「確認済み」のため、この操作はできません。"


def test_open_data_names_a_body_once():
    first, second = examples.foreign_body(), examples.foreign_body()

    assert first == second
    assert (first.name_ja, first.country.code, first.origin) == (
        "Sample Children's Network",
        "KE",
        "open_data",
    )
    assert list(queries.bodies_seen_by(GUEST)) == [first]
    assert list(queries.waiting_for(officer())) == []


def test_members_do_not_enter_bodies_of_open_data():
    reason = refused(
        actions.register_foreign_body, by=somebody("ren"), identifier="X-1", name_en="X"
    )

    assert reason == "公開データの団体は担当職員が取り込みます。"


def test_a_body_without_any_name_is_called_by_its_identifier():
    body = actions.register_foreign_body(by=IMPORTER, identifier="XM-DAC-1", name_en="")

    assert body.name_ja == "XM-DAC-1"


def test_the_seat_decides_on_the_office_and_a_branch_adds_one():
    minato = examples.minato()

    actions.add_branch(
        by=somebody("ren"), body=minato, name_ja="那覇支部", prefecture=places.prefecture("47")
    )

    assert queries.responsible_office(minato, TODAY).ref == "tokyo"
    assert [office.ref for office in queries.offices_of(minato, TODAY)] == ["tokyo", "okinawa"]
    assert queries.responsible_office(examples.foreign_body(), TODAY).ref == "kenya"


def test_the_database_keeps_a_verified_body_dated():
    minato = examples.minato()

    with pytest.raises(IntegrityError), transaction.atomic():
        Body.objects.filter(pk=minato.pk).update(verified_on=None, verified_by=None)


def test_introducing_oneself_twice_gives_the_same_person():
    with clock.at("2023-11-02 10:00"):
        first, second = (actions.introduce(by=somebody("ren")) for _ in range(2))

    assert first == second


def test_an_officer_enters_a_body_for_others():
    body = actions.enter_body(by=officer(), name_ja="青空の会", personality="unincorporated")

    assert (body.origin, queries.members_of(body).count()) == ("imported", 0)
    assert refused(actions.enter_body, by=somebody("ren"), name_ja="会", personality="npo") == (
        "団体の台帳は担当職員が扱います。"
    )


def test_a_guest_knows_no_persons():
    assert refused(actions.know_person, by=GUEST, name="だれか") == "登録にはログインが必要です。"
    assert actions.know_person(by=officer(), name="だれか").name == "だれか"
