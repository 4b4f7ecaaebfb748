"""What members do for their bodies on the pages, and what others cannot."""

import datetime

import pytest
from django.urls import reverse

from hiroba.engines.registry.people import actions, examples, queries
from hiroba.engines.registry.people.models import Body, Membership
from hiroba.engines.registry.places.tests.support import LONG, letters, questions, signed_in
from hiroba.foundation.accounts.examples import officer, somebody

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

MINE = "/my/bodies/"
KNOWN = {"personality": "npo", "prefecture": "13", "corporate_number": "2010005000001"}
NEW = {"name_ja": "海の会", "kana": "うみ", "personality": "npo", "prefecture": "14"}
NEEDED = ["このフィールドは必須です。"]


@pytest.fixture
def minato():
    return examples.minato()


@pytest.fixture
def ren(client, minato):
    return signed_in(client, somebody("ren"))


def at(name, thing):
    return reverse(f"people:{name}", args=[thing.ref])


def merged(absorbed, survivor):
    actions.merge(by=officer(), absorbed=absorbed, survivor=survivor, reason="同じ団体")
    absorbed.refresh_from_db()
    return absorbed


def own(body, handle="ren"):
    return Membership.objects.get(body=body, person__account=somebody(handle))


@pytest.mark.parametrize("name", ["my_body", "revise_body", "rename_body", "invite"])
def test_a_visitor_is_led_to_the_entrance(client, minato, name):
    page = client.get(at(name, minato))

    assert page.status_code == 302
    assert at(name, minato) in page.headers["Location"]


@pytest.mark.parametrize("name", ["accept_invitation", "leave"])
def test_a_visitor_presses_no_buttons(client, minato, name):
    page = client.post(at(name, own(minato)))

    assert page.status_code == 302
    assert own(minato).until is None


@pytest.mark.parametrize("who", ["akari", "sato", "kansa"])
@pytest.mark.parametrize("name", ["my_body", "revise_body", "rename_body", "invite"])
def test_who_does_not_belong_to_a_body_finds_no_page_of_it(client, minato, name, who):
    visitor = signed_in(client, somebody(who))

    answers = [visitor.get(at(name, minato)).status_code]
    if name != "my_body":
        answers.append(visitor.post(at(name, minato), KNOWN).status_code)

    assert set(answers) == {404}


def test_who_belongs_nowhere_is_told_what_to_do(client):
    page = signed_in(client, somebody("akari")).get(MINE)

    assert "まだ団体に所属していません" in page.text
    assert "/my/bodies/register/" in page.text


def test_ones_bodies_are_listed_with_how_they_stand(client):
    examples.company()
    examples.waiting()

    page = signed_in(client, somebody("hana")).get(MINE)

    assert [body.name_ja for body in page.context["bodies"]] == [
        "株式会社みほん水処理",
        "虹のかけはし(見本)",
    ]
    assert "確認済み" in page.text
    assert "確認待ち" in page.text


def test_the_list_asks_the_same_for_one_and_for_three_bodies(client):
    examples.minato()
    signed_in(client, somebody("ren"))
    client.get(MINE)
    few = questions(client, MINE)

    for number in range(2):
        actions.register_body(by=somebody("ren"), name_ja=f"{number}の会", personality="npo")

    assert questions(client, MINE) == few <= 12


def test_the_page_of_ones_body_asks_the_same_for_one_and_for_three_members(ren, minato):
    ren.get(at("my_body", minato))
    few = questions(ren, at("my_body", minato))

    examples.member(minato, somebody("akari"))
    examples.member(minato, somebody("machi"), "viewer")

    assert questions(ren, at("my_body", minato)) == few <= 14


def test_the_pages_read_in_english(client):
    examples.minato()
    signed_in(client, somebody("ren"))

    page = client.get("/en/my/bodies/")

    assert "NPO Minato" in page.text
    assert "自分の団体" not in page.text


def test_a_body_with_a_long_name_and_rare_letters_is_registered(client):
    page = signed_in(client, somebody("akari")).post(
        "/my/bodies/register/", NEW | {"name_ja": LONG}, follow=True
    )

    assert f"<h1>{LONG}</h1>" in page.text
    assert "団体を登録しました。担当職員が内容を確かめます。" in page.text
    assert "担当職員が登録内容を確かめています。" in page.text


def test_everything_typed_stays_when_something_is_missing(client):
    typed = NEW | {
        "name_ja": "",
        "name_en": "Sea 🌏",
        "address": "𠮷見本町1-2",
        "about_ja": "海を守ります。\n二行目",
        "registered_on": "2020-02-30",
    }

    page = signed_in(client, somebody("akari")).post("/my/bodies/register/", typed)

    form = page.context["form"]
    assert dict(form.errors) == {
        "name_ja": NEEDED,
        "registered_on": ["日付を正しく入力してください。"],
    }
    assert {name: form[name].value() for name in typed} == typed
    assert Body.objects.count() == 0


def test_a_viewer_sees_the_page_and_hears_why_nothing_can_be_changed(client, minato):
    examples.member(minato, somebody("akari"), "viewer")

    page = signed_in(client, somebody("akari")).get(at("my_body", minato))

    assert page.status_code == 200
    assert "特定非営利活動法人みなとの代表管理者か編集者だけができます。" in page.text
    assert "所属する方を決めるのは代表管理者です。" in page.text
    assert "役割を変える" not in page.text


@pytest.mark.parametrize("name", ["revise_body", "rename_body"])
def test_a_viewer_changes_nothing(client, minato, name):
    examples.member(minato, somebody("akari"), "viewer")
    visitor = signed_in(client, somebody("akari"))

    answers = [visitor.get(at(name, minato)), visitor.post(at(name, minato), KNOWN)]

    assert [page.status_code for page in answers] == [403, 403]
    assert "代表管理者か編集者だけができます。" in answers[0].text


def test_an_editor_revises_and_does_not_invite(client, minato):
    examples.member(minato, somebody("akari"), "editor")
    visitor = signed_in(client, somebody("akari"))

    answers = [visitor.get(at(name, minato)).status_code for name in ("revise_body", "invite")]

    assert answers == [200, 403]


def test_a_suspended_body_shows_the_reason_and_cannot_be_changed(ren, minato):
    actions.suspend(by=officer(), body=minato, reason="所在を確かめています🌏")

    page = ren.get(at("my_body", minato))
    closed = [ren.get(at(name, minato)).status_code for name in ("revise_body", "rename_body")]

    assert "所在を確かめています🌏" in page.text
    assert closed == [403, 403]


def test_a_revised_body_is_shown_at_once(ren, minato):
    page = ren.post(
        at("revise_body", minato), KNOWN | {"homepage": "https://new.example.jp/"}, follow=True
    )

    assert "登録内容を直しました。" in page.text
    assert "https://new.example.jp/" in page.text


def test_a_revision_that_is_wrong_keeps_what_was_typed_and_changes_nothing(ren, minato):
    typed = KNOWN | {"corporate_number": "2010005000009", "phone": "03-7777-7777"}

    page = ren.post(at("revise_body", minato), typed)

    minato.refresh_from_db()
    assert page.context["form"]["phone"].value() == "03-7777-7777"
    assert list(page.context["form"].errors) == ["corporate_number"]
    assert minato.phone == "03-0000-0000"


def test_a_number_of_another_body_is_told_above_the_form(ren, minato):
    company = examples.company()

    page = ren.post(
        at("revise_body", minato), KNOWN | {"corporate_number": company.corporate_number}
    )

    assert "株式会社みほん水処理" in page.context["form"].non_field_errors()[0]


@pytest.mark.parametrize(
    ("since", "told"),
    [
        ("2012-06-01", "いまの名称の始まりより後の日を入れてください。"),
        ("2023-11-02", "今日までの日を入れてください。"),
    ],
)
def test_a_name_that_cannot_begin_says_why(ren, minato, since, told):
    typed = {"name_ja": "みなと会", "kana": "みなと", "since": since}

    page = ren.post(at("rename_body", minato), typed)

    assert page.context["form"].non_field_errors() == [told]
    assert page.context["form"]["name_ja"].value() == "みなと会"


def test_a_renamed_body_shows_both_names(ren, minato):
    typed = {"name_ja": "みなと会", "kana": "みなと", "since": "2023-11-01"}

    page = ren.post(at("rename_body", minato), typed, follow=True)

    assert "<h1>みなと会</h1>" in page.text
    assert [name.name_ja for name in page.context["names"]] == [
        "みなと会",
        "特定非営利活動法人みなと",
    ]


def test_an_invitation_is_written_from_the_page(ren, minato):
    typed = {"name": "新しい方", "email": "new@example.jp", "role": "editor"}

    page = ren.post(at("invite", minato), typed, follow=True)

    assert "招待のお便りを送りました。" in page.text
    assert "招待を取り消す" in page.text
    assert [to for to, _, _ in letters("people/invited")] == ["new@example.jp"]


def test_inviting_twice_is_told_on_the_form_with_what_was_typed(ren, minato):
    typed = {"name": "新しい方", "email": "new@example.jp", "role": "editor"}
    ren.post(at("invite", minato), typed)

    page = ren.post(at("invite", minato), typed)

    form = page.context["form"]
    assert form.non_field_errors() == ["この方はすでに招待されているか、所属しています。"]
    assert {name: form[name].value() for name in typed} == typed
    assert len(letters("people/invited")) == 1


def test_an_invitation_that_is_withdrawn_is_gone_from_both_pages(ren, client, minato):
    ren.post(
        at("invite", minato), {"name": "あかり", "email": "akari@example.jp", "role": "viewer"}
    )
    membership = Membership.objects.get(since=None)

    ren.post(at("leave", membership))

    assert "返事を待っています" not in ren.get(at("my_body", minato)).text
    assert "招待を受ける" not in signed_in(client, somebody("akari")).get(MINE).text


def test_anothers_invitation_is_not_found(client, minato):
    membership = actions.invite(
        by=somebody("ren"), body=minato, name="x", email="akari@example.jp", role="owner"
    )

    page = signed_in(client, somebody("machi")).post(at("accept_invitation", membership))

    membership.refresh_from_db()
    assert (page.status_code, membership.since) == (404, None)


def test_an_unproven_address_is_told_where_one_pressed(client, minato):
    akari = somebody("akari")
    membership = actions.invite(
        by=somebody("ren"), body=minato, name="x", email=akari.email, role="owner"
    )
    akari.emailaddress_set.update(verified=False)

    page = signed_in(client, akari).post(
        at("accept_invitation", membership),
        follow=True,
        headers={"Referer": f"http://testserver{MINE}"},
    )

    assert "招待されたメールアドレスでログインしてください。" in page.text


def test_an_accepted_invitation_leads_to_the_body(client, minato):
    akari = somebody("akari")
    membership = actions.invite(
        by=somebody("ren"), body=minato, name="x", email=akari.email, role="editor"
    )

    page = signed_in(client, akari).post(at("accept_invitation", membership), follow=True)

    assert page.redirect_chain == [(at("my_body", minato), 302)]
    assert "招待をお受けしました。" in page.text


def test_an_invitation_to_a_body_that_was_merged_meanwhile_leads_to_what_it_became(client, minato):
    school = examples.school_body()
    membership = actions.invite(
        by=somebody("akari"), body=school, name="x", email="machi@example.jp", role="editor"
    )
    merged(school, minato)

    page = signed_in(client, somebody("machi")).post(at("accept_invitation", membership))

    assert page.headers["Location"] == at("my_body", minato)
    assert list(queries.bodies_of(somebody("machi"))) == [minato]


def test_the_role_of_a_member_is_changed_on_the_page(ren, minato):
    member = examples.member(minato, somebody("akari"), "viewer")
    shown = ren.get(at("change_role", member))

    page = ren.post(at("change_role", member), {"role": "signatory"}, follow=True)

    member.refresh_from_db()
    assert shown.context["form"].initial == {"role": "viewer"}
    assert (member.role, "役割を変えました。" in page.text) == ("signatory", True)


def test_the_last_owner_is_told_on_the_form(ren, minato):
    page = ren.post(at("change_role", own(minato)), {"role": "viewer"})

    assert page.context["form"].non_field_errors() == [
        "代表管理者が一人もいなくなります。先にほかの方を代表管理者にしてください。"
    ]


def test_a_colleague_does_not_change_roles(client, minato):
    examples.member(minato, somebody("akari"), "editor")

    page = signed_in(client, somebody("akari")).get(at("change_role", own(minato)))

    assert page.status_code == 403
    assert "所属する方を決めるのは代表管理者です。" in page.text


def test_the_owner_looks_after_members_who_came_by_a_merge(ren, minato):
    school = merged(examples.school_body(), minato)
    member = own(school, "akari")

    changed = ren.post(at("change_role", member), {"role": "viewer"}, follow=True)
    left = ren.post(at("leave", member), follow=True)

    member.refresh_from_db()
    assert "役割を変えました。" in changed.text
    assert "所属を終えました。" in left.text
    assert (member.role, member.until) == ("viewer", datetime.date(2023, 11, 1))


def test_who_leaves_is_led_to_the_list_and_no_longer_finds_the_body(client, minato):
    member = examples.member(minato, somebody("akari"))
    visitor = signed_in(client, somebody("akari"))

    page = visitor.post(at("leave", member), follow=True)

    assert page.redirect_chain == [(MINE, 302)]
    assert "所属を終えました。" in page.text
    assert visitor.get(at("my_body", minato)).status_code == 404


def test_the_last_owner_stays_and_hears_why(ren, minato):
    page = ren.post(
        at("leave", own(minato)),
        follow=True,
        headers={"Referer": f"http://testserver{at('my_body', minato)}"},
    )

    assert "代表管理者が一人もいなくなります。" in page.text
    assert own(minato).until is None


@pytest.mark.parametrize("name", ["accept_invitation", "leave"])
def test_buttons_are_pressed_and_not_looked_at(ren, minato, name):
    assert ren.get(at(name, own(minato))).status_code == 405


def test_the_office_in_charge_stands_on_ones_page(ren, minato):
    page = ren.get(at("my_body", minato))

    assert [office.ref for office in page.context["offices"]] == ["tokyo"]
    assert "東京センター" in page.text
