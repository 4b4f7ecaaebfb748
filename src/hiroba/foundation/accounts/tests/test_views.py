"""Pages for administrators, the choice of a language, and the demo's short way in."""

import pytest

from hiroba.foundation.accounts import actions, queries
from hiroba.foundation.accounts.examples import administrator, officer, somebody
from hiroba.foundation.accounts.models import User
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import CLOCKWORK

pytestmark = pytest.mark.django_db


def people(count):
    for number in range(count):
        actions.open_account(by=CLOCKWORK, email=f"p{number}@example.jp", name=f"人 {number:02}")


@pytest.fixture
def as_administrator(client):
    client.force_login(administrator())
    return client


def test_a_stranger_is_asked_to_sign_in_and_comes_back(client):
    answer = client.get("/staff/users/?q=a")

    assert (answer.status_code, answer["Location"]) == (
        302,
        "/account/login/?next=/staff/users/%3Fq%3Da",
    )


def test_others_are_told_whom_to_ask(client):
    client.force_login(officer())

    answer = client.get("/staff/users/")

    assert answer.status_code == 403
    assert "管理者へご相談ください" in answer.text


def test_people_are_listed_with_their_roles(as_administrator):
    officer()

    answer = as_administrator.get("/staff/users/")

    assert answer.status_code == 200
    assert [user.email for user in answer.context["slice"].rows] == [
        "sato@example.jp",
        "kanri@example.jp",
    ]
    assert "担当職員" in answer.text


def test_the_list_asks_as_often_for_one_person_as_for_many(
    as_administrator, django_assert_num_queries
):
    as_administrator.get("/staff/users/")
    with django_assert_num_queries(5):
        as_administrator.get("/staff/users/")

    people(3)
    with django_assert_num_queries(5):
        as_administrator.get("/staff/users/")


def test_the_list_is_narrowed_by_words(as_administrator):
    somebody("akari")

    found = as_administrator.get("/staff/users/", {"q": "あかり"}).context["slice"].rows
    nothing = as_administrator.get("/staff/users/", {"q": "だれもいない"})

    assert [user.email for user in found] == ["akari@example.jp"]
    assert "見つかりませんでした" in nothing.text


def test_a_long_list_is_turned_page_by_page(as_administrator):
    people(25)

    first = as_administrator.get("/staff/users/").context["slice"]
    second = as_administrator.get(first.next_url).context["slice"]

    assert (len(first.rows), len(second.rows)) == (20, 6)
    assert {user.pk for user in first.rows} & {user.pk for user in second.rows} == set()


def test_a_role_is_given_by_a_form(as_administrator):
    akari = somebody("akari")

    answer = as_administrator.post(
        f"/staff/users/{akari.pk}/", {"role": "guide", "scope": "office:tokyo"}
    )

    assert (answer.status_code, answer["Location"]) == (302, f"/staff/users/{akari.pk}/")
    assert [(one.role, one.scope) for one in queries.grants_of(akari)] == [
        ("guide", "office:tokyo")
    ]


def test_a_wrong_scope_comes_back_with_its_reason_and_what_was_typed(as_administrator):
    akari = somebody("akari")

    answer = as_administrator.post(f"/staff/users/{akari.pk}/", {"role": "guide", "scope": "東京"})

    assert "範囲は「everywhere」" in answer.text
    assert 'value="東京"' in answer.text
    assert queries.grants_of(akari).count() == 0


def test_a_role_is_taken_by_a_button(as_administrator):
    grant = officer().grants.get()

    answer = as_administrator.post(f"/staff/users/{grant.user_id}/grants/{grant.pk}/end/")

    assert answer.status_code == 302
    assert queries.grants_of(grant.user).count() == 0


def test_the_own_role_is_not_taken_and_the_page_says_why(as_administrator):
    kanri = administrator()
    page = f"/staff/users/{kanri.pk}/"

    answer = as_administrator.post(
        f"{page}grants/{kanri.grants.get().pk}/end/", headers={"Referer": page}
    )

    assert answer["Location"] == page
    assert "ほかの管理者が変えます" in as_administrator.get(page).text


def test_a_role_that_was_taken_is_gone_with_the_next_click(client):
    sato, kanri = officer(), administrator()
    grant = actions.grant(by=kanri, user=sato, role=Role.ADMINISTRATOR)
    client.force_login(sato)
    assert client.get("/staff/users/").status_code == 200

    actions.end_grant(by=kanri, grant=grant)

    assert client.get("/staff/users/").status_code == 403


def test_a_person_who_is_not_there_is_not_found(as_administrator):
    assert as_administrator.get("/staff/users/999999/").status_code == 404
    assert as_administrator.get(f"/staff/users/{10**30}/").status_code == 404


def test_choosing_a_language_is_kept_and_leads_back_to_the_page_in_it(client):
    akari = somebody("akari")
    client.force_login(akari)

    answer = client.post("/my/language/", {"language": "en"}, headers={"Referer": "/help/"})

    assert answer["Location"] == "/en/help/"
    assert User.objects.get(pk=akari.pk).language == "en"


def test_a_language_that_is_not_there_changes_nothing(client):
    akari = somebody("akari")
    client.force_login(akari)

    answer = client.post("/my/language/", {"language": "tlh"}, headers={"Referer": "/help/"})

    assert answer["Location"] == "/help/"
    assert User.objects.get(pk=akari.pk).language == "ja"


def test_choosing_a_language_is_a_button_for_those_who_signed_in(client):
    assert client.post("/my/language/", {"language": "en"})["Location"].startswith("/account/login")
    client.force_login(somebody("akari"))
    assert client.get("/my/language/").status_code == 405


def test_the_short_way_in_exists_only_in_the_demo(client, settings):
    somebody("akari")
    assert client.post("/demo/sign-in/", {"email": "akari@example.jp"}).status_code == 404

    settings.HIROBA_ENV = "demo"
    answer = client.post("/demo/sign-in/", {"email": "akari@example.jp"})

    assert (answer.status_code, answer["Location"]) == (302, "/my/")
    assert client.get("/my/").status_code == 200


def test_the_short_way_in_is_for_the_people_of_the_story_only(client, settings):
    settings.HIROBA_ENV = "demo"
    actions.open_account(by=CLOCKWORK, email="real@hiroba.test", name="ほんもの")

    assert client.post("/demo/sign-in/", {"email": "real@hiroba.test"}).status_code == 404
    assert client.post("/demo/sign-in/", {"email": "nobody@example.jp"}).status_code == 404
    assert client.get("/demo/sign-in/").status_code == 405
