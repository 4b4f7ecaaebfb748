"""The pages of one's own tokens."""

import pytest

from hiroba.foundation.accounts.examples import somebody
from hiroba.foundation.tokens import queries
from hiroba.foundation.tokens.examples import token_of
from hiroba.foundation.tokens.models import Token

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def test_the_secret_is_shown_once(client):
    client.force_login(somebody("ren"))

    answer = client.post("/my/tokens/issue/", {"name": "会計", "scopes": ["me"], "days": 30})

    secret = answer.context["issued"].secret
    assert secret in answer.content.decode() and "no-store" in answer["Cache-Control"]
    assert queries.token_behind(secret) == Token.objects.get()
    assert secret not in client.get("/my/tokens/").content.decode()


def test_a_form_without_a_scope_comes_back(client):
    client.force_login(somebody("ren"))

    answer = client.post("/my/tokens/issue/", {"name": "会計", "days": 30})

    assert answer.context["form"].errors.keys() == {"scopes"} and not Token.objects.exists()


def test_another_persons_token_is_not_found(client):
    issued = token_of("ren")
    client.force_login(somebody("akari"))

    assert client.post(f"/my/tokens/{issued.token.ref}/revoke/").status_code == 404
    assert issued.token.name not in client.get("/my/tokens/").content.decode()


def test_a_revoked_token_says_so(client):
    issued = token_of("ren")
    client.force_login(somebody("ren"))

    client.post(f"/my/tokens/{issued.token.ref}/revoke/")

    assert "無効にしました" in client.get("/my/tokens/").content.decode()


def test_one_must_sign_in(client):
    assert client.get("/my/tokens/").status_code == 302


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_the_same_however_many(client, django_assert_num_queries, count):
    for _ in range(count):
        token_of("ren")
    client.force_login(somebody("ren"))
    client.get("/my/tokens/")

    with django_assert_num_queries(4):
        client.get("/my/tokens/")
