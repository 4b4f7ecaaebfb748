"""Tokens as they are written, shown, used and revoked; nothing but a fingerprint is ever kept."""

from datetime import timedelta
from hashlib import sha256

import pytest
from django.db import IntegrityError, connection, transaction

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import administrator, auditor, officer, somebody
from hiroba.foundation.actors import CLOCKWORK, GUEST, IMPORTER
from hiroba.foundation.journal.models import Record
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.tokens import actions, policies, queries
from hiroba.foundation.tokens.examples import tell, token_of
from hiroba.foundation.tokens.models import Token
from hiroba.foundation.tokens.states import DAYS, MOST, Scope
from hiroba.foundation.verdicts import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

OWNER_ONLY = "鍵を無効にできるのは持ち主だけです。"


def everything():
    return (list(Token.objects.order_by("pk").values()), Letter.objects.count())


def issue(handle="ren", **facts):
    known = {"name": "会計", "scopes": ["me"], "days": 30}
    return actions.issue(by=somebody(handle), **(known | facts))


def whole_database():
    """Every text of every table of the room, of letters and of the journal."""
    tables = ("tokens_token", "letters_letter", "journal_record")
    with connection.cursor() as cursor:
        found = []
        for table in tables:
            cursor.execute(f"SELECT * FROM {table}")
            found += cursor.fetchall()
    return str(found)


def test_a_token_is_written_whole():
    issued = issue(scopes=["proposals:read", "me", "me"])

    [row] = Token.objects.values()
    assert row == {
        "id": issued.token.pk,
        "ref": issued.token.ref,
        "owner_id": somebody("ren").pk,
        "name": "会計",
        "sha256": sha256(issued.secret.encode()).hexdigest(),
        "scopes": ["me", "proposals:read"],
        "issued_at": clock.now(),
        "ends_at": clock.now() + timedelta(days=30),
        "last_used_at": None,
        "revoked_at": None,
    }


def test_the_secret_stands_nowhere_in_the_database():
    issued = issue()

    kept = whole_database()

    assert issued.secret not in kept and issued.secret.removeprefix("hiroba_") not in kept
    assert issued.token.sha256 in kept


def test_no_two_secrets_are_alike():
    secrets = {issue().secret for _ in range(MOST)}

    assert len(secrets) == MOST and all(len(each) == len("hiroba_") + 43 for each in secrets)


def test_issuing_is_noted_and_told_in_the_owners_language():
    kate = somebody("kate", language="en")
    issued = actions.issue(by=kate, name="Books", scopes=["me"], days=30)

    record, letter = Record.objects.get(verb="tokens.issue"), Letter.objects.get()
    assert (record.actor, record.subject, record.details) == (
        kate,
        issued.token.ref,
        {"name": "Books", "scopes": ["me"], "days": 30},
    )
    assert (letter.to, letter.subject) == (
        "kate@example.jp",
        'A token "Books" for the API was issued',
    )
    assert "read one's own" in letter.body or "- " in letter.body


def test_revoking_is_noted_once_and_the_rest_stays():
    issued = issue()
    before = Token.objects.values().get()

    with clock.at("2023-11-02 09:00"):
        actions.revoke(by=somebody("ren"), token=issued.token)
        then = clock.now()

    assert Token.objects.values().get() == before | {"revoked_at": then}
    record = Record.objects.get(verb="tokens.revoke")
    assert (record.actor, record.subject) == (somebody("ren"), issued.token.ref)


def test_an_administrator_revokes_what_went_astray():
    issued = issue()

    actions.revoke(by=administrator(), token=issued.token)

    assert queries.token_behind(issued.secret) is None
    assert Record.objects.get(verb="tokens.revoke").actor == administrator()


@pytest.mark.parametrize("who", [lambda: somebody("akari"), officer, auditor])
def test_nobody_else_revokes_it(who):
    issued, by = issue(), who()
    before = everything()

    with pytest.raises(Refused, match=OWNER_ONLY):
        actions.revoke(by=by, token=issued.token)

    assert everything() == before


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"scopes": []}, "できることを選んでください。"),
        ({"scopes": ["me", "everything"]}, "できることを選んでください。"),
        ({"days": 0}, "使える日数は365日までです。"),
        ({"days": -1}, "使える日数は365日までです。"),
        ({"days": DAYS + 1}, "使える日数は365日までです。"),
    ],
)
def test_a_refusal_issues_nothing(facts, sentence):
    before = everything()

    with pytest.raises(Refused) as refusal:
        issue(**facts)

    assert (refusal.value.reason, everything()) == (sentence, before)


def test_ended_and_revoked_tokens_make_room_for_new_ones():
    made = [issue() for _ in range(MOST)]
    with pytest.raises(Refused, match="使える鍵は10本までです。使わない鍵を無効にしてください。"):
        issue()

    actions.revoke(by=somebody("ren"), token=made[0].token)
    issue()
    with clock.at("2023-12-15 10:00"):
        issue()
        assert queries.alive_count(somebody("ren")) == 1


def test_the_number_of_others_does_not_matter():
    for _ in range(MOST):
        issue("akari")

    assert policies.may_issue(somebody("ren"), ["me"], 30)


@pytest.mark.parametrize("scope", Scope.values)
def test_a_token_may_do_what_it_was_issued_for_and_nothing_else(scope):
    token = issue(scopes=[scope]).token

    allowed = {each for each in Scope.values if policies.may_do(token, each)}

    assert allowed == {scope}
    assert token.allows == [str(Scope(scope).label)]


@pytest.mark.parametrize("who", [lambda: somebody("ren"), administrator, lambda: GUEST])
def test_only_the_clockwork_notes_its_use(who):
    issued, by = issue(), who()

    with pytest.raises(Refused, match="使った時刻は自動で記録されます。"):
        actions.mark_used(by=by, token=issued.token)

    assert Token.objects.get().last_used_at is None
    assert not policies.may_mark_used(IMPORTER) and policies.may_mark_used(CLOCKWORK)


@pytest.mark.parametrize(
    ("minutes", "is_noted"), [(0, True), (9, True), (10, False), (60 * 24, False)]
)
def test_its_use_is_noted_again_after_ten_minutes(minutes, is_noted):
    token = issue().token
    actions.mark_used(by=CLOCKWORK, token=token)
    token.refresh_from_db()

    with clock.at(clock.now() + timedelta(minutes=minutes)):
        assert queries.is_noted_as_used(token) == is_noted


@pytest.mark.parametrize(
    "spoil",
    [
        lambda secret: secret[:-1],
        lambda secret: secret + "x",
        lambda secret: secret.upper(),
        lambda secret: secret.removeprefix("hiroba_"),
        lambda secret: f" {secret}",
        lambda secret: sha256(secret.encode()).hexdigest(),
        lambda secret: "hiroba_" + sha256(secret.encode()).hexdigest(),
        lambda secret: "' OR 1=1 --",
    ],
)
def test_a_secret_with_a_fault_opens_nothing(spoil):
    issued = issue()

    assert queries.token_behind(spoil(issued.secret)) is None
    assert queries.token_behind(issued.secret) == issued.token


def test_a_token_ends_to_the_second():
    issued = issue()

    with clock.at(issued.token.ends_at - timedelta(seconds=1)):
        before = (queries.token_behind(issued.secret), issued.token.is_alive)
    with clock.at(issued.token.ends_at):
        after = (queries.token_behind(issued.secret), issued.token.is_alive)

    assert (before, after) == ((issued.token, True), (None, False))


def test_ones_tokens_are_listed_with_the_newest_first():
    first = issue().token
    with clock.at("2023-11-02 10:00"):
        second = issue().token
    issue("akari")

    assert list(queries.tokens_of(somebody("ren"))) == [second, first]


def test_the_database_wants_an_end_after_the_beginning():
    token = issue().token

    with pytest.raises(IntegrityError, match="ends_after_it_was_issued"), transaction.atomic():
        Token.objects.filter(pk=token.pk).update(ends_at=token.issued_at)


def test_two_tokens_never_share_a_fingerprint():
    first, second = issue().token, issue().token

    with pytest.raises(IntegrityError), transaction.atomic():
        Token.objects.filter(pk=second.pk).update(sha256=first.sha256)


def test_the_story_is_told_once():
    tell()
    tell()

    [token] = Token.objects.all()
    assert (token.owner, token.scopes) == (somebody("ren"), ["me", "proposals:read"])


def test_nothing_is_revoked_while_the_house_rests(closed_for_writing):
    issued, ren = token_of("ren"), somebody("ren")

    with closed_for_writing(), pytest.raises(Refused, match="ただいま保存を止めています。"):
        actions.revoke(by=ren, token=issued.token)

    assert Token.objects.get().revoked_at is None
