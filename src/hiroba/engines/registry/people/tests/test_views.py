"""The pages about bodies, for everyone, for members, for officers."""

import pytest
from django.urls import reverse

from hiroba.engines.registry.people import actions, examples, queries
from hiroba.engines.registry.people.models import Body, Membership
from hiroba.engines.registry.places import examples as places
from hiroba.foundation.accounts.examples import officer, somebody

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

TYPED = {
    "name_ja": "海の会",
    "kana": "うみのかい",
    "personality": "unincorporated",
    "prefecture": "14",
    "corporate_number": "",
}


def signed_in(client, user):
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_the_directory_lists_verified_bodies_only(client):
    minato, waiting = examples.minato(), examples.waiting()

    page = client.get(reverse("people:bodies"))

    assert list(page.context["slice"].rows) == [minato]
    assert waiting.name_ja not in page.text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "みなと"}, ["NPO Minato"]),
        ({"q": "ミナト"}, ["NPO Minato"]),
        ({"q": "minato"}, ["NPO Minato"]),
        ({"q": "2010005000001"}, ["NPO Minato"]),
        ({"prefecture": "27"}, ["Mihon Water Co., Ltd. (sample)"]),
        ({"personality": "company"}, ["Mihon Water Co., Ltd. (sample)"]),
        ({"q": "どこにもない"}, []),
        ({"prefecture": "99"}, ["Mihon Water Co., Ltd. (sample)", "NPO Minato"]),
    ],
)
def test_bodies_are_found_by_name_place_and_personality(client, asked, found):
    examples.minato()
    examples.company()

    page = client.get(reverse("people:bodies"), asked)

    assert [body.name_en for body in page.context["slice"].rows] == found


def test_the_directory_asks_the_same_number_of_questions_for_one_and_for_many(
    client, django_assert_num_queries
):
    examples.minato()
    with django_assert_num_queries(3):
        client.get(reverse("people:bodies"))

    examples.company()
    examples.university()
    with django_assert_num_queries(3):
        client.get(reverse("people:bodies"))


def test_a_body_shows_what_everybody_may_know_and_no_address_of_people(client):
    minato = examples.minato()

    page = client.get(reverse("people:body", args=[minato.ref]))

    assert "東京センター" in page.text
    assert "2010005000001" in page.text
    assert "minato@example.jp" not in page.text
    assert "ren@example.jp" not in page.text


def test_a_body_that_waits_is_invisible_to_strangers_and_visible_to_its_people(client):
    url = reverse("people:body", args=[examples.waiting().ref])

    stranger = client.get(url).status_code
    owner = signed_in(client, somebody("hana")).get(url).status_code
    staff = signed_in(client, officer()).get(url).status_code

    assert (stranger, owner, staff) == (404, 200, 200)


def test_a_body_reads_in_english(client):
    page = client.get("/en" + reverse("people:body", args=[examples.minato().ref]))

    assert "<h1>NPO Minato</h1>" in page.text


def test_a_newcomer_registers_a_body_on_the_page(client):
    places.reference()

    page = signed_in(client, somebody("akari")).post(reverse("people:register_body"), TYPED)

    body = Body.objects.get(name_ja="海の会")
    assert page.headers["Location"] == reverse("people:my_body", args=[body.ref])
    assert (body.kana, body.prefecture.code) == ("ウミノカイ", "14")
    assert list(queries.bodies_of(somebody("akari"))) == [body]


def test_nothing_typed_is_lost_when_something_is_wrong(client):
    examples.minato()
    typed = TYPED | {"corporate_number": "123", "municipality": "ない町"}

    page = signed_in(client, somebody("akari")).post(reverse("people:register_body"), typed)

    assert "法人番号が正しくありません。" in page.text
    assert "神奈川県に「ない町」という市区町村はありません。" in page.text
    assert 'value="海の会"' in page.text


def test_the_same_number_is_told_on_the_form(client):
    typed = TYPED | {"corporate_number": examples.minato().corporate_number}

    page = signed_in(client, somebody("akari")).post(reverse("people:register_body"), typed)

    assert "この法人番号の団体はすでに登録されています" in page.text
    assert not Body.objects.filter(name_ja="海の会").exists()


def test_a_guest_is_led_to_the_entrance(client):
    page = client.get(reverse("people:my_bodies"))

    assert page.status_code == 302
    assert "/my/bodies/" in page.headers["Location"]


def test_an_owner_revises_renames_and_invites_on_the_pages(client):
    minato, ren = examples.minato(), somebody("ren")
    signed_in(client, ren)
    known = {
        "personality": "npo",
        "prefecture": "13",
        "corporate_number": minato.corporate_number,
        "phone": "03-2222-2222",
    }

    client.post(reverse("people:revise_body", args=[minato.ref]), known)
    client.post(
        reverse("people:rename_body", args=[minato.ref]),
        {"name_ja": "みなと新", "kana": "ミナトシン", "since": "2023-11-01"},
    )
    client.post(
        reverse("people:invite", args=[minato.ref]),
        {"name": "あかり", "email": "akari@example.jp", "role": "viewer"},
    )

    minato.refresh_from_db()
    page = client.get(reverse("people:my_body", args=[minato.ref]))
    assert (minato.phone, minato.name_ja) == ("03-2222-2222", "みなと新")
    assert "返事を待っています" in page.text
    assert "特定非営利活動法人みなと" in page.text


def test_the_invited_accepts_changes_and_leaves_on_the_pages(client):
    minato, akari = examples.minato(), somebody("akari")
    membership = actions.invite(
        by=somebody("ren"), body=minato, name="あかり", email=akari.email, role="viewer"
    )
    page = signed_in(client, akari).get(reverse("people:my_bodies"))
    assert "「特定非営利活動法人みなと」から閲覧者として招待されています。" in page.text

    client.post(reverse("people:accept_invitation", args=[membership.ref]))
    signed_in(client, somebody("ren")).post(
        reverse("people:change_role", args=[membership.ref]), {"role": "editor"}
    )
    membership.refresh_from_db()
    assert membership.role == "editor"

    signed_in(client, akari).post(reverse("people:leave", args=[membership.ref]))
    assert list(queries.bodies_of(akari)) == []


def test_a_stranger_finds_no_page_of_anothers_body(client):
    minato = examples.minato()
    member = Membership.objects.get(body=minato)
    signed_in(client, somebody("akari"))

    answers = [
        client.get(reverse(f"people:{name}", args=[minato.ref])).status_code
        for name in ("my_body", "revise_body", "rename_body", "invite")
    ]
    answers.append(client.post(reverse("people:leave", args=[member.ref])).status_code)

    assert answers == [404] * 5


def test_officers_alone_enter_the_ledger(client):
    inside = [
        signed_in(client, user).get(reverse("people:kept_bodies")).status_code
        for user in (somebody("ren"), officer())
    ]

    assert inside == [403, 200]


def test_an_officer_verifies_suspends_and_lifts_on_the_pages(client):
    body = examples.waiting()
    signed_in(client, officer())

    page = client.get(reverse("people:kept_bodies"))
    assert list(page.context["waiting"]) == [body]
    states = []
    for verb, typed in (("verify", {}), ("suspend", {"reason": "確認中"}), ("lift", {})):
        client.post(reverse(f"people:{verb}", args=[body.ref]), typed)
        body.refresh_from_db()
        states.append(body.state)

    assert states == ["verified", "suspended", "verified"]


def test_a_suspension_without_a_reason_stays_on_the_form(client):
    minato = examples.minato()

    page = signed_in(client, officer()).post(
        reverse("people:suspend", args=[minato.ref]), {"reason": ""}
    )

    assert page.status_code == 200
    assert page.context["form"].errors == {"reason": ["このフィールドは必須です。"]}


def test_an_officer_compares_merges_and_undoes_on_the_pages(client):
    school, minato = examples.school_body(), examples.minato()
    signed_in(client, officer())

    found = client.get(reverse("people:survivors", args=[school.ref]), {"q": "みなと"})
    preview = client.get(reverse("people:merge", args=[school.ref, minato.ref]))
    client.post(
        reverse("people:merge", args=[school.ref, minato.ref]), {"reason": "同じ団体でした"}
    )
    school.refresh_from_db()
    seen = client.get(reverse("people:kept_body", args=[minato.ref]))

    assert list(found.context["found"]) == [minato]
    assert "統合される団体" in preview.text
    assert school.merged_into == minato
    assert "この統合を取り消す" in seen.text
    client.post(reverse("people:unmerge", args=[queries.merges_of(minato)[0].ref]))
    school.refresh_from_db()
    assert school.merged_into is None


def test_a_refusal_is_told_on_the_page_one_came_from(client):
    minato = examples.minato()
    here = reverse("people:kept_body", args=[minato.ref])

    page = signed_in(client, officer()).post(
        reverse("people:verify", args=[minato.ref]),
        follow=True,
        headers={"Referer": f"http://testserver{here}"},
    )

    assert "いまは「確認済み」のため、この操作はできません。" in page.text


def test_an_officer_corrects_a_body(client):
    minato = examples.minato()

    page = signed_in(client, officer()).get(reverse("people:revise_kept_body", args=[minato.ref]))

    assert page.context["form"].initial["corporate_number"] == minato.corporate_number
