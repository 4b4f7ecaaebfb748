"""A person issues a token, a program uses it, the person revokes it."""

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import administrator, somebody
from hiroba.foundation.accounts.models import User
from hiroba.foundation.actors import CLOCKWORK, GUEST
from hiroba.foundation.journal.models import Record
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.tokens import actions, policies, queries
from hiroba.foundation.tokens.examples import token_of
from hiroba.foundation.tokens.models import Token
from hiroba.foundation.tokens.states import Scope
from hiroba.foundation.verdicts import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def test_a_token_is_kept_as_a_fingerprint_only():
    issued = token_of("ren", Scope.ME)

    stored = Token.objects.get()
    assert issued.secret.startswith("hiroba_") and len(issued.secret) > 40
    assert issued.secret not in str(stored.__dict__)
    assert queries.token_behind(issued.secret) == stored


def test_the_owner_is_told_and_the_secret_is_nowhere():
    issued = token_of("ren", Scope.ME)

    letter, record = Letter.objects.get(), Record.objects.get(verb="tokens.issue")
    assert (letter.to, record.subject) == ("ren@example.jp", issued.token.ref)
    assert issued.secret not in letter.body + str(record.details)


@pytest.mark.parametrize("secret", ["", "hiroba_", "hiroba_wrong", "ren", "hiroba_\ud800x"[:7]])
def test_a_secret_that_was_never_issued_opens_nothing(secret):
    assert queries.token_behind(secret) is None


def test_a_token_ends():
    issued = token_of("ren")

    with clock.at("2024-01-29 10:00"):
        before = queries.token_behind(issued.secret)
    with clock.at("2024-01-30 10:01"):
        after = queries.token_behind(issued.secret)

    assert (before, after) == (issued.token, None)


def test_a_person_who_left_takes_the_tokens_along():
    issued = token_of("ren")

    User.objects.filter(email="ren@example.jp").update(is_active=False)

    assert queries.token_behind(issued.secret) is None


def test_the_owner_revokes_it_once():
    issued = token_of("ren")

    actions.revoke(by=somebody("ren"), token=issued.token)

    assert queries.token_behind(issued.secret) is None
    with pytest.raises(Refused, match="この鍵はすでに無効です。"):
        actions.revoke(by=somebody("ren"), token=issued.token)


def test_a_stranger_does_not_revoke_and_an_administrator_does():
    issued = token_of("ren")

    no = policies.may_revoke(somebody("akari"), issued.token)

    assert no.reason == "鍵を無効にできるのは持ち主だけです。"
    assert policies.may_revoke(administrator(), issued.token)


def test_the_limits_of_issuing():
    ren = somebody("ren")
    cases = {
        policies.may_issue(GUEST, ["me"], 30).reason: "鍵を作るにはログインしてください。",
        policies.may_issue(ren, [], 30).reason: "できることを選んでください。",
        policies.may_issue(ren, ["everything"], 30).reason: "できることを選んでください。",
        policies.may_issue(ren, ["me"], 366).reason: "使える日数は365日までです。",
        policies.may_issue(ren, ["me"], 0).reason: "使える日数は365日までです。",
    }

    assert list(cases) == [*dict.fromkeys(cases.values())]
    assert policies.may_issue(ren, ["me"], 365)


def test_a_person_has_ten_tokens_at_most():
    for _ in range(10):
        token_of("ren")

    with pytest.raises(Refused, match="使える鍵は10本までです。"):
        token_of("ren")


def test_a_token_does_only_what_it_was_issued_for():
    token = token_of("ren", Scope.ME).token

    assert policies.may_do(token, Scope.ME)
    assert "提案書を書き、応募する" in policies.may_do(token, Scope.PROPOSALS_WRITE).reason


def test_only_the_house_notes_when_it_was_used():
    token = token_of("ren").token

    actions.mark_used(by=CLOCKWORK, token=token)
    token.refresh_from_db()

    assert token.last_used_at == clock.now() and queries.is_noted_as_used(token)
    assert policies.may_mark_used(somebody("ren")).reason == "使った時刻は自動で記録されます。"
