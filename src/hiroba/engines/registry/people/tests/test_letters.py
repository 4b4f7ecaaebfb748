"""Whom letters about bodies reach, in which language, and what stands in them."""

import pytest

from hiroba.engines.registry.people import actions, examples
from hiroba.engines.registry.people.models import Person
from hiroba.engines.registry.places.tests.support import letters, refused
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.letters.models import Letter

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


@pytest.fixture
def minato():
    return examples.minato()


def stop(body, reason="所在を確かめています。"):
    return actions.suspend(by=officer(), body=body, reason=reason)


def text(kind):
    return Letter.objects.filter(kind=kind).latest("pk").body


def test_a_new_body_writes_to_nobody():
    examples.waiting()

    assert list(Letter.objects.all()) == []


def test_the_owner_hears_that_the_body_was_verified(minato):
    assert letters("people/verified") == [
        ("ren@example.jp", "ja", "「特定非営利活動法人みなと」の登録を確認しました")
    ]
    assert f"/bodies/{minato.ref}/" in text("people/verified")
    assert f"/my/bodies/{minato.ref}/" in text("people/verified")


def test_everybody_is_written_to_in_the_own_language(minato):
    examples.member(minato, somebody("peter", name="Peter", language="en"), "editor")

    stop(minato)

    assert letters("people/suspended") == [
        ("ren@example.jp", "ja", "「特定非営利活動法人みなと」の利用を停止しました"),
        ("peter@example.jp", "en", "NPO Minato has been suspended"),
    ]
    assert f"/en/my/bodies/{minato.ref}/" in text("people/suspended")


def test_a_body_without_an_english_name_is_named_in_japanese():
    body = actions.register_body(
        by=somebody("peter", name="Peter", language="en"), name_ja="𠮷野の会🌏", personality="npo"
    )

    actions.verify(by=officer(), body=body)

    assert letters("people/verified") == [
        ("peter@example.jp", "en", "𠮷野の会🌏 has been verified")
    ]


def test_viewers_and_invited_people_get_no_letters_of_the_body(minato):
    examples.member(minato, somebody("akari"), "viewer")
    actions.invite(
        by=somebody("ren"), body=minato, name="まち", email="machi@example.jp", role="owner"
    )

    stop(minato)

    assert [to for to, _, _ in letters("people/suspended")] == ["ren@example.jp"]


def test_who_left_gets_no_letters_any_more(minato):
    member = examples.member(minato, somebody("akari"))
    actions.leave(by=somebody("akari"), membership=member)

    stop(minato)

    assert [to for to, _, _ in letters("people/suspended")] == ["ren@example.jp"]


def test_a_body_without_people_is_written_to_at_its_own_address():
    body = actions.enter_body(
        by=officer(), name_ja="青空の会", personality="npo", email="sora@example.jp"
    )

    actions.verify(by=officer(), body=body)

    assert letters("people/verified") == [
        ("sora@example.jp", "ja", "「青空の会」の登録を確認しました")
    ]


def test_a_body_that_nobody_can_be_written_to_is_verified_all_the_same():
    body = actions.enter_body(by=officer(), name_ja="青空の会", personality="npo")

    body = actions.verify(by=officer(), body=body)

    assert (body.state, letters("people/verified")) == ("verified", [])


def test_the_reason_of_a_suspension_stands_in_the_letter_as_it_was_written(minato):
    stop(minato, "  <b>所在</b> & 連絡先を「確認」しています。\n10月までに。 ")

    assert "<b>所在</b> & 連絡先を「確認」しています。\n10月までに。" in text("people/suspended")


def test_a_lifted_suspension_is_told(minato):
    actions.lift(by=officer(), body=stop(minato))

    assert letters("people/lifted") == [
        ("ren@example.jp", "ja", "「特定非営利活動法人みなと」の停止を解きました")
    ]


def test_a_revised_and_a_renamed_body_writes_to_nobody(minato):
    before = Letter.objects.count()

    actions.revise_body(by=somebody("ren"), body=minato, phone="03-9999-9999")
    actions.rename_body(
        by=somebody("ren"),
        body=minato,
        name_ja="みなと会",
        since=minato.registered_on.replace(2020),
    )

    assert Letter.objects.count() == before


def test_an_invitation_reaches_who_has_no_account_in_japanese(minato):
    actions.invite(
        by=somebody("ren"), body=minato, name="新しい方", email=" new@example.jp ", role="signatory"
    )

    assert letters("people/invited") == [
        ("new@example.jp", "ja", "「特定非営利活動法人みなと」への招待")
    ]
    assert "新しい方 様" in text("people/invited")
    assert "鈴木 蓮(見本)さんが" in text("people/invited")
    assert "署名権者として招待しました" in text("people/invited")


def test_an_invitation_reaches_a_known_person_in_their_language(minato):
    peter = somebody("peter", name="Peter", language="en")
    examples.person(peter)

    actions.invite(
        by=somebody("ren"), body=minato, name="x", email="PETER@example.jp", role="viewer"
    )

    assert letters("people/invited") == [("peter@example.jp", "en", "An invitation to NPO Minato")]


def test_letters_follow_an_address_that_changed(minato):
    ren = somebody("ren")
    ren.email = "ren.new@example.jp"
    ren.save(update_fields=["email"])

    stop(minato)

    assert Person.objects.get(account=ren).email == "ren@example.jp"
    assert [to for to, _, _ in letters("people/suspended")] == ["ren.new@example.jp"]


def test_a_merge_is_told_to_the_people_of_the_body_that_goes(minato):
    school = examples.school_body()

    actions.merge(by=officer(), absorbed=school, survivor=minato, reason="同じ団体でした")

    assert letters("people/merged") == [
        (
            "akari@example.jp",
            "ja",
            "「見本市立ひろば中学校」を「特定非営利活動法人みなと」に統合しました",
        )
    ]
    assert "同じ団体でした" in text("people/merged")
    assert f"/my/bodies/{minato.ref}/" in text("people/merged")


def test_people_who_came_by_an_earlier_merge_are_told_too(minato):
    school, company = examples.school_body(), examples.company()
    actions.merge(by=officer(), absorbed=school, survivor=company, reason="同じ団体")
    before = len(letters("people/merged"))

    actions.merge(by=officer(), absorbed=company, survivor=minato, reason="これも同じ")

    told = [to for to, _, _ in letters("people/merged")[before:]]
    assert sorted(told) == ["akari@example.jp", "hana@example.jp"]


def test_a_refused_action_writes_to_nobody(minato):
    before = Letter.objects.count()

    refused(actions.suspend, by=officer(), body=minato, reason=" ")
    refused(actions.verify, by=officer(), body=minato)
    refused(actions.merge, by=officer(), absorbed=minato, survivor=minato, reason="x")

    assert Letter.objects.count() == before
