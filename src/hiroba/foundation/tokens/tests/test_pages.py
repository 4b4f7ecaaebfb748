"""The pages of one's own tokens: visitor, owner and stranger, in both languages."""

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import administrator, somebody
from hiroba.foundation.tokens import actions
from hiroba.foundation.tokens.examples import token_of
from hiroba.foundation.tokens.models import Token
from hiroba.foundation.tokens.states import MOST

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

WISH = {"name": "会計", "scopes": ["me", "proposals:read"], "days": 90}


@pytest.fixture
def ren(client):
    user = somebody("ren")
    client.force_login(user)
    return user


@pytest.mark.parametrize("address", ["/my/tokens/", "/my/tokens/issue/"])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_visitor_is_asked_to_sign_in(client, prefix, address):
    answer = client.get(f"{prefix}{address}")

    assert answer["Location"] == f"{prefix}/account/login/?next={prefix}{address}"


@pytest.mark.parametrize(("prefix", "words"), [("", "鍵はまだありません"), ("/en", "token")])
def test_somebody_without_tokens_is_told_so(client, ren, prefix, words):
    page = client.get(f"{prefix}/my/tokens/").text

    assert 'class="empty"' in page and words in page


def test_the_secret_is_on_one_page_and_on_no_other(client, ren):
    answer = client.post("/my/tokens/issue/", WISH)
    secret = answer.context["issued"].secret

    others = [client.get(address).text for address in ("/my/tokens/", "/my/tokens/issue/", "/my/")]

    assert answer.text.count(secret) == 2 and "no-store" in answer["Cache-Control"]
    assert not any(secret in page for page in others)


def test_the_page_after_issuing_speaks_the_readers_language(client, ren):
    answer = client.post("/en/my/tokens/issue/", WISH)

    assert '<html lang="en">' in answer.text and "鍵ができました" not in answer.text


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 81}, "name"),
        ({"scopes": []}, "scopes"),
        ({"scopes": ["everything"]}, "scopes"),
        ({"days": ""}, "days"),
        ({"days": "400"}, "days"),
    ],
)
def test_a_form_with_a_fault_comes_back_with_its_words(client, ren, change, field):
    answer = client.post("/my/tokens/issue/", WISH | change)

    assert answer.context["form"].errors.keys() == {field}
    assert not Token.objects.exists()


def test_an_eleventh_token_is_refused_on_the_form(client, ren):
    for _ in range(MOST):
        token_of("ren")

    answer = client.post("/my/tokens/issue/", WISH)

    assert answer.context["form"].non_field_errors() == [
        "使える鍵は10本までです。使わない鍵を無効にしてください。"
    ]
    assert Token.objects.count() == MOST


def test_each_token_says_how_it_stands(client, ren):
    alive, gone, ended = (token_of("ren").token for _ in range(3))
    actions.revoke(by=ren, token=gone)
    Token.objects.filter(pk=ended.pk).update(
        issued_at=clock.moment("2022-01-01 10:00"), ends_at=clock.moment("2022-02-01 10:00")
    )

    page = client.get("/my/tokens/").text

    assert [page.count(words) for words in ("使えます", "無効にしました", "期限が切れました")] == [
        1,
        1,
        1,
    ]
    assert page.count("/revoke/") == 1 and f"/my/tokens/{alive.ref}/revoke/" in page


@pytest.mark.parametrize("who", [lambda: somebody("akari"), administrator])
def test_another_persons_token_is_not_there(client, who):
    issued = token_of("ren")
    client.force_login(who())

    answer = client.post(f"/my/tokens/{issued.token.ref}/revoke/")

    assert (answer.status_code, Token.objects.get().revoked_at) == (404, None)


def test_revoking_twice_tells_why_not(client, ren):
    issued = token_of("ren")
    address = f"/my/tokens/{issued.token.ref}/revoke/"
    client.post(address)

    answer = client.post(address, follow=True, headers={"Referer": "/my/tokens/"})

    assert "この鍵はすでに無効です。" in answer.text


def test_a_token_is_not_revoked_by_looking(client, ren):
    issued = token_of("ren")

    assert client.get(f"/my/tokens/{issued.token.ref}/revoke/").status_code == 405
    assert Token.objects.get().revoked_at is None
