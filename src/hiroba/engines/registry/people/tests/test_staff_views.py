"""The pages on which officers keep the registry, and who else is turned away."""

import pytest
from django.urls import reverse

from hiroba.engines.registry.people import actions, examples, queries
from hiroba.engines.registry.people.models import Body, Merge
from hiroba.engines.registry.places.tests.support import LONG, journal, questions, signed_in
from hiroba.foundation.accounts.examples import administrator, auditor, officer, somebody

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

KEPT = "/staff/bodies/"
KNOWN = {"personality": "npo", "prefecture": "13", "corporate_number": "2010005000001"}
ONLY_STAFF = "この画面は担当の職員のためのものです。必要な方は管理者へご相談ください。"


@pytest.fixture
def minato():
    return examples.minato()


@pytest.fixture
def sato(client):
    return signed_in(client, officer())


def at(name, *things):
    return reverse(f"people:{name}", args=[thing.ref for thing in things])


def came_from(url):
    return {"Referer": f"http://testserver{url}"}


def group(name, **facts):
    return actions.enter_body(by=officer(), name_ja=name, personality="npo", **facts)


@pytest.mark.parametrize("who", ["ren", "kansa", "mori", "kimura", "ono", "aoi"])
def test_pages_of_the_registry_are_closed_to_everybody_else(client, minato, who):
    school = examples.school_body()
    visitor = signed_in(client, somebody(who))
    looked = [
        KEPT,
        at("kept_body", minato),
        at("survivors", minato),
        at("revise_kept_body", minato),
    ]
    looked += [at("suspend", minato), at("merge", minato, school)]
    pressed = [at("verify", minato), at("lift", minato), at("suspend", minato)]

    pages = [visitor.get(url) for url in looked]
    pages += [visitor.post(url, {"reason": "x"}) for url in pressed]

    assert {page.status_code for page in pages} == {403}
    assert all(ONLY_STAFF in page.text for page in pages)
    assert Body.objects.get(pk=minato.pk).state == "verified"


def test_a_visitor_is_led_to_the_entrance(client, minato):
    answers = [client.get(url).status_code for url in (KEPT, at("kept_body", minato))]

    assert answers == [302, 302]


@pytest.mark.parametrize("keeper", [officer, administrator])
def test_keepers_come_in(client, minato, keeper):
    visitor = signed_in(client, keeper())

    assert [visitor.get(url).status_code for url in (KEPT, at("kept_body", minato))] == [200, 200]


def test_an_empty_registry_says_that_nothing_waits(sato):
    page = sato.get(KEPT)

    assert "確認を待っている団体はありません" in page.text
    assert "あてはまる団体は見つかりませんでした" in page.text


def test_every_body_is_listed_with_how_it_stands(sato, minato):
    examples.waiting()
    actions.suspend(by=officer(), body=examples.company(), reason="確認中")
    actions.merge(by=officer(), absorbed=examples.school_body(), survivor=minato, reason="x")

    page = sato.get(KEPT)

    assert {body.name_ja for body in page.context["slice"].rows} == {
        "特定非営利活動法人みなと",
        "虹のかけはし(見本)",
        "株式会社みほん水処理",
        "見本市立ひろば中学校",
    }
    assert all(word in page.text for word in ("停止中", "統合済み", "確認待ち", "確認済み"))


def test_the_registry_is_searched_and_what_waits_steps_aside(sato, minato):
    examples.waiting()

    page = sato.get(KEPT, {"q": " みなと "})

    assert [body.ref for body in page.context["slice"].rows] == [minato.ref]
    assert (page.context["waiting"], page.context["words"]) == ([], "みなと")
    assert 'value="みなと"' in page.text


def test_long_lists_are_turned_by_page(sato):
    for number in range(25):
        group(f"{number:02}の会", kana=f"カイ{number:02}")

    first = sato.get(KEPT)
    second = sato.get(first.context["slice"].next_url)

    assert [len(page.context["slice"].rows) for page in (first, second)] == [20, 5]
    assert len(first.context["waiting"]) == 25


def test_no_more_than_fifty_that_wait_are_shown(sato):
    for number in range(51):
        group(f"{number:02}の会")

    assert len(sato.get(KEPT).context["waiting"]) == 50


def test_the_list_asks_the_same_for_one_and_for_three_bodies(sato):
    group("一の会")
    sato.get(KEPT)
    few = questions(sato, KEPT)

    group("二の会")
    group("三の会")

    assert questions(sato, KEPT) == few <= 12


def test_the_page_of_a_body_asks_the_same_with_more_members_twins_and_merges(sato, minato):
    actions.merge(by=officer(), absorbed=examples.school_body(), survivor=minato, reason="x")
    group(minato.name_ja)
    sato.get(at("kept_body", minato))
    few = questions(sato, at("kept_body", minato))

    actions.merge(by=officer(), absorbed=examples.company(), survivor=minato, reason="x")
    examples.member(minato, somebody("machi"))
    group(minato.name_ja)

    assert questions(sato, at("kept_body", minato)) == few <= 16


def test_a_body_is_shown_with_all_an_officer_must_know(sato, minato):
    twin = group(minato.name_ja)

    page = sato.get(at("kept_body", minato))

    assert list(page.context["alike"]) == [twin]
    for told in ("ren@example.jp", "東京センター", "2010005000001", "代表管理者"):
        assert told in page.text


def test_the_page_reads_in_english(client, minato):
    page = signed_in(client, officer()).get("/en" + at("kept_body", minato))

    assert '<html lang="en"' in page.text
    assert "できること" not in page.text


def test_a_long_name_with_rare_letters_is_shown_and_searched(sato):
    body = group(LONG)

    page = sato.get(KEPT, {"q": LONG})

    assert [one.ref for one in page.context["slice"].rows] == [body.ref]
    assert LONG in page.text


def test_a_body_that_waits_is_verified_with_one_button(sato):
    waiting = examples.waiting()

    page = sato.post(at("verify", waiting), follow=True)

    waiting.refresh_from_db()
    assert (waiting.state, waiting.verified_by) == ("verified", officer())
    assert "虹のかけはし(見本)を確認しました。" in page.text
    assert journal("people.verify")[-1] == ("佐藤 職員(見本)", waiting.ref, {})


def test_the_button_sleeps_with_its_reason_before_ones_own_body(sato):
    own = actions.register_body(by=officer(), name_ja="職員の会", personality="npo")

    page = sato.get(at("kept_body", own))
    pressed = sato.post(at("verify", own), follow=True, headers=came_from(at("kept_body", own)))

    told = "ご自身が所属する団体は、ほかの職員が確認してください。"
    assert f'disabled title="{told}"' in page.text
    assert told in pressed.text
    assert Body.objects.get(pk=own.pk).state == "unverified"


def test_a_suspension_is_written_on_its_own_page(sato, minato):
    shown = sato.get(at("suspend", minato))
    page = sato.post(at("suspend", minato), {"reason": "所在を確認中🌏"}, follow=True)

    assert "団体の方にそのまま届きます。" in shown.text
    assert "特定非営利活動法人みなとを停止しました。" in page.text
    assert Body.objects.get(pk=minato.pk).suspended_because == "所在を確認中🌏"


def test_a_body_that_waits_is_not_suspended_and_the_form_says_why(sato):
    page = sato.post(at("suspend", examples.waiting()), {"reason": "確認中です"})

    assert page.context["form"].non_field_errors() == [
        "いまは「確認待ち」のため、この操作はできません。"
    ]
    assert page.context["form"]["reason"].value() == "確認中です"


def test_lifting_what_is_not_suspended_is_told(sato, minato):
    page = sato.post(at("lift", minato), follow=True, headers=came_from(at("kept_body", minato)))

    assert "いまは「確認済み」のため、この操作はできません。" in page.text


def test_an_officer_corrects_even_a_suspended_body(sato, minato):
    actions.suspend(by=officer(), body=minato, reason="確認中")

    page = sato.post(at("revise_kept_body", minato), KNOWN | {"phone": "03-5555-5555"}, follow=True)

    assert page.redirect_chain == [(at("kept_body", minato), 302)]
    assert Body.objects.get(pk=minato.pk).phone == "03-5555-5555"


def test_a_correction_that_is_wrong_keeps_what_was_typed(sato, minato):
    page = sato.post(at("revise_kept_body", minato), KNOWN | {"email": "minato", "phone": "03-1"})

    assert dict(page.context["form"].errors) == {
        "email": ["有効なメールアドレスを入力してください。"]
    }
    assert page.context["form"]["phone"].value() == "03-1"


def test_a_merged_body_is_not_corrected_and_the_page_says_where_to_go(sato, minato):
    school = examples.school_body()
    actions.merge(by=officer(), absorbed=school, survivor=minato, reason="x")

    page = sato.get(at("revise_kept_body", school))

    assert page.status_code == 403
    assert "この団体は特定非営利活動法人みなとに統合されました。" in page.text


def test_bodies_that_look_alike_are_offered_first(sato, minato):
    twin = group(minato.name_ja)
    examples.company()

    page = sato.get(at("survivors", twin))

    assert list(page.context["found"]) == [minato]


def test_a_body_is_not_offered_to_itself(sato, minato):
    page = sato.get(at("survivors", minato), {"q": "みなと"})

    assert page.context["found"] == []
    assert "名前の一部か法人番号でさがしてください。" in page.text


def test_at_most_twenty_bodies_are_offered(sato, minato):
    for number in range(22):
        group(f"みなと{number}")

    assert len(sato.get(at("survivors", minato), {"q": "みなと"}).context["found"]) == 20


def test_both_bodies_are_compared_and_can_change_sides(sato, minato):
    school = examples.school_body()

    page = sato.get(at("merge", school, minato))

    assert (page.context["preview"].members, page.context["preview"].pointing) == (1, 0)
    assert at("merge", minato, school) in page.text
    assert page.text.count("ちがい</span>") == 3


@pytest.mark.parametrize(
    ("reason", "error"), [("", ["このフィールドは必須です。"]), ("あ" * 401, None)]
)
def test_a_merge_without_a_good_reason_stays_on_the_form(sato, minato, reason, error):
    school = examples.school_body()

    page = sato.post(at("merge", school, minato), {"reason": reason})

    assert list(page.context["form"].errors) == ["reason"]
    assert error in (None, page.context["form"].errors["reason"])
    assert page.context["form"]["reason"].value() == reason
    assert not Merge.objects.exists()


def test_a_body_is_not_merged_into_itself_and_the_form_says_so(sato, minato):
    page = sato.post(at("merge", minato, minato), {"reason": "同じ団体"})

    assert page.context["form"].non_field_errors() == ["別の団体を選んでください。"]


def test_a_second_press_on_undo_is_told(sato, minato):
    merge = actions.merge(
        by=officer(), absorbed=examples.school_body(), survivor=minato, reason="x"
    )
    sato.post(at("unmerge", merge))

    page = sato.post(at("unmerge", merge), follow=True, headers=came_from(at("kept_body", minato)))

    assert "この統合はすでに取り消されています。" in page.text
    assert "取り消し済み" in page.text


def test_a_merge_that_was_built_upon_is_not_undone_and_says_why(sato, minato):
    school, company = examples.school_body(), examples.company()
    early = actions.merge(by=officer(), absorbed=school, survivor=company, reason="x")
    actions.merge(by=officer(), absorbed=company, survivor=minato, reason="x")

    page = sato.post(at("unmerge", early), follow=True, headers=came_from(at("kept_body", company)))

    assert "あとの統合から順に取り消してください。" in page.text
    assert queries.merge_in_force(school) == early


@pytest.mark.parametrize("name", ["verify", "lift"])
def test_buttons_are_pressed_and_not_looked_at(sato, minato, name):
    assert sato.get(at(name, minato)).status_code == 405


@pytest.mark.parametrize("path", ["B-NOTHERE/", "B-NOTHERE/merge/", "B-NOTHERE/revise/"])
def test_a_body_that_does_not_exist_is_not_found(sato, path):
    assert sato.get(KEPT + path).status_code == 404


def test_an_auditor_reads_the_public_page_of_any_body(client):
    waiting = examples.waiting()

    page = signed_in(client, auditor()).get(at("body", waiting))

    assert page.status_code == 200
    assert at("kept_body", waiting) not in page.text
