"""Signing up, signing in and out: by password, by code, with a second factor."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.contrib.sessions.models import Session
from django.utils.translation import override

from hiroba.foundation.accounts import actions
from hiroba.foundation.accounts.examples import DEMO_PASSWORD, somebody
from hiroba.foundation.accounts.models import User
from hiroba.foundation.journal.models import Record
from hiroba.foundation.letters.actions import send
from hiroba.foundation.letters.queries import letters_seen_by, letters_to

pytestmark = pytest.mark.django_db

AKARI = "akari@example.jp"


@pytest.fixture
def akari():
    return somebody("akari")


def sign_in(client, password=DEMO_PASSWORD, **more):
    return client.post("/account/login/", {"login": AKARI, "password": password, **more})


def is_in(client):
    return client.get("/my/").status_code == 200


def join(client, **changed):
    typed = {"name": "新しい人", "email": "new@example.jp"}
    typed |= {"password1": "a-long-secret-7", "password2": "a-long-secret-7"}
    return client.post("/account/signup/", {**typed, **changed})


def link_in(letter):
    return re.search(r"https?://testserver(\S+)", letter.body).group(1)


@pytest.mark.parametrize(
    "page",
    ["login/", "signup/", "login/code/", "password/reset/", "confirm-email/", "inactive/"],
)
@pytest.mark.parametrize("language", ["", "/en"])
def test_the_ways_in_are_open_to_those_who_are_outside(client, page, language):
    answer = client.get(f"{language}/account/{page}")

    assert answer.status_code == 200
    assert f'<html lang="{language[1:] or "ja"}">' in answer.text


@pytest.mark.parametrize(
    "page",
    ["email/", "password/change/", "2fa/", "2fa/totp/activate/", "2fa/webauthn/add/", "logout/"],
)
def test_the_pages_about_oneself_ask_outsiders_to_sign_in(client, page):
    answer = client.get(f"/account/{page}")

    assert answer.status_code == 302
    assert answer["Location"].startswith(("/account/login/?next=", "/"))
    assert not is_in(client)


def test_signing_in_by_password(client, akari):
    answer = sign_in(client)

    assert (answer.status_code, answer["Location"]) == (302, "/my/")
    assert is_in(client)
    assert Record.objects.filter(actor=akari, verb="accounts.sign_in").count() == 1


def test_a_wrong_password_and_an_unknown_address_read_alike(client, akari):
    wrong = sign_in(client, password="wrong")
    unknown = client.post("/account/login/", {"login": "no@example.jp", "password": "wrong"})

    assert wrong.status_code == unknown.status_code == 200
    assert wrong.context["form"].errors == unknown.context["form"].errors
    assert f'value="{AKARI}"' in wrong.text
    assert not is_in(client)


def test_signing_in_gives_a_new_session(client, akari):
    client.get("/account/login/")
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    before = session.session_key

    sign_in(client)

    assert client.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()


def test_signing_in_leads_back_to_the_page_one_wished_to_see(client, akari):
    assert sign_in(client, next="/help/")["Location"] == "/help/"


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example/", "//evil.example/", "javascript:alert(1)", r"/\evil.example"],
)
def test_signing_in_never_leads_to_another_house(client, akari, elsewhere):
    assert sign_in(client, next=elsewhere)["Location"] == "/my/"


def test_signing_out_is_a_button(client, akari):
    sign_in(client)

    client.get("/account/logout/")
    assert is_in(client)

    client.post("/account/logout/")
    assert not is_in(client)


def test_after_too_many_wrong_passwords_even_the_right_one_waits(client, akari):
    for _ in range(5):
        sign_in(client, password="wrong")

    answer = sign_in(client)

    assert "時間が経ってからやり直してください" in answer.text
    assert not is_in(client)


def test_too_many_attempts_from_one_place_are_answered_with_a_page_of_our_own(client, akari):
    answers = [
        client.post("/account/login/", {"login": f"p{n}@example.jp", "password": "x"})
        for n in range(31)
    ]

    assert [answer.status_code for answer in answers] == [200] * 30 + [429]
    assert "しばらくお待ちください" in answers[-1].text


def test_limits_count_people_and_not_the_proxy_before_us(client, akari, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1

    answers = [
        client.post(
            "/account/login/",
            {"login": f"p{n}@example.jp", "password": "x"},
            headers={"X-Forwarded-For": f"192.0.2.{n}"},
        )
        for n in range(31)
    ]

    assert {answer.status_code for answer in answers} == {200}


def test_somebody_who_is_stopped_does_not_come_in(client, akari):
    sign_in(client)
    User.objects.filter(pk=akari.pk).update(is_active=False)

    assert not is_in(client)
    assert not (sign_in(client)["Location"] == "/my/" and is_in(client))


def test_signing_in_by_a_code_from_a_letter(client, akari):
    client.post("/account/login/code/", {"email": AKARI})
    letter = letters_to(AKARI).get()
    code = re.search(r"^  (\S+)$", letter.body, re.MULTILINE).group(1)

    client.post("/account/login/code/confirm/", {"code": code})

    assert letter.kind == "accounts/login_code"
    assert letter.subject == f"ログインの番号: {code}"
    assert is_in(client)


def test_a_wrong_code_does_not_open_the_door(client, akari):
    client.post("/account/login/code/", {"email": AKARI})

    client.post("/account/login/code/confirm/", {"code": "WRONG1"})

    assert not is_in(client)


def test_a_code_for_an_unknown_address_is_answered_alike_and_written_to_nobody(client, akari):
    known = client.post("/account/login/code/", {"email": AKARI})
    client.post("/account/logout/")
    unknown = client.post("/account/login/code/", {"email": "no@example.jp"})

    assert known["Location"] == unknown["Location"]
    assert letters_to("no@example.jp").count() == 0


def test_letters_come_in_the_language_of_the_account_and_not_of_the_page(client, akari):
    actions.choose_language(by=akari, language="en")

    with override("ja"):
        client.post("/account/login/code/", {"email": AKARI})

    letter = letters_to(AKARI).get()
    assert letter.language == "en"
    assert letter.subject.startswith("Your sign-in code")


def test_joining_needs_a_confirmed_address(client):
    answer = join(client)

    assert answer["Location"] == "/account/confirm-email/"
    assert not is_in(client)
    user = User.objects.get(email="new@example.jp")
    assert (user.name, user.language) == ("新しい人", "ja")
    assert Record.objects.filter(actor=user, verb="accounts.join").count() == 1

    page = link_in(letters_to("new@example.jp").get())
    assert client.get(page).status_code == 200
    client.post(page)
    client.post("/account/login/", {"login": "new@example.jp", "password": "a-long-secret-7"})
    assert is_in(client)


def test_joining_on_an_english_page_makes_an_english_account(client):
    client.post(
        "/en/account/signup/",
        {"name": "New", "email": "new@example.jp", "password1": "a-long-secret-7"}
        | {"password2": "a-long-secret-7"},
    )

    assert User.objects.get(email="new@example.jp").language == "en"
    assert letters_to("new@example.jp").get().subject == "Please confirm your e-mail address"


def test_joining_with_a_known_address_tells_only_its_owner(client, akari):
    fresh, known = join(client), join(client, email=AKARI)

    assert fresh["Location"] == known["Location"]
    assert [letter.kind for letter in letters_to(AKARI)] == ["accounts/account_already_exists"]
    assert User.objects.filter(email=AKARI).count() == 1


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": ""}, "name"),
        ({"email": "no address"}, "email"),
        ({"password1": "12345678", "password2": "12345678"}, "password1"),
        ({"password2": "another-secret-7"}, "password2"),
    ],
)
def test_joining_with_a_mistake_says_where_it_is(client, changed, field):
    answer = join(client, **changed)

    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {field}
    assert not User.objects.exists()


def test_a_forgotten_password_is_chosen_anew_by_a_link(client, akari):
    client.post("/account/password/reset/", {"email": AKARI})
    page = client.get(link_in(letters_to(AKARI).get()))["Location"]

    client.post(page, {"password1": "another-secret-8", "password2": "another-secret-8"})

    assert sign_in(client, password="another-secret-8")["Location"] == "/my/"


def test_a_session_ends_when_the_password_was_changed_elsewhere(client, akari):
    sign_in(client)
    akari.set_password("changed-elsewhere-9")
    akari.save()

    assert client.get("/").status_code == 200
    assert not is_in(client)


def test_the_pages_of_the_second_factor_open_to_those_who_say_their_password_again(client, akari):
    sign_in(client)
    asked = client.get("/account/2fa/totp/activate/")
    assert asked["Location"].startswith("/account/reauthenticate/")
    client.post(asked["Location"], {"password": DEMO_PASSWORD})

    pages = ["2fa/", "2fa/totp/activate/", "2fa/webauthn/", "2fa/webauthn/add/", "email/"]
    answers = {page: client.get(f"/account/{page}").status_code for page in pages}

    assert answers == dict.fromkeys(pages, 200)


def test_a_second_factor_is_asked_for_after_the_password(client, akari):
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(akari, secret)

    answer = sign_in(client)
    assert answer["Location"] == "/account/2fa/authenticate/"
    assert not is_in(client)

    code = totp.format_hotp_value(
        totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time()))
    )
    client.post(answer["Location"], {"code": code})
    assert is_in(client)


def test_a_wrong_second_factor_keeps_the_door_shut(client, akari):
    totp.TOTP.activate(akari, totp.generate_totp_secret())
    sign_in(client)

    answer = client.post("/account/2fa/authenticate/", {"code": "000000"})

    assert answer.context["form"].errors
    assert not is_in(client)
    assert Authenticator.objects.filter(user=akari).count() == 1


def test_the_passkey_door_offers_a_challenge(client):
    answer = client.get("/account/2fa/webauthn/login/", headers={"Accept": "application/json"})

    assert answer.status_code == 200
    assert "challenge" in answer.text


def test_letters_that_open_accounts_are_read_by_no_administrator(client, akari):
    client.post("/account/login/code/", {"email": AKARI})
    send("people/invited", to=AKARI, about="X-1")

    seen = letters_seen_by(somebody("kanri"))

    assert [letter.kind for letter in seen] == ["people/invited"]
