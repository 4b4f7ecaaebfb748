import pytest

from hiroba.foundation.accounts.examples import administrator, officer
from hiroba.foundation.actors import CLOCKWORK, GUEST
from hiroba.foundation.letters import policies
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.letters.states import LetterState

pytestmark = pytest.mark.django_db


def letter(state, to="akari@example.jp"):
    return Letter(state=state, to=to)


def not_now(state):
    return f"いまは「{LetterState(state).label}」のため、この操作はできません。"


def test_letters_are_seen_by_administrators_and_in_the_demo_by_everyone(settings):
    assert policies.may_see_letters(administrator())
    assert policies.may_see_letters(officer()).reason == "お便りの一覧は管理者だけが見られます。"
    settings.HIROBA_ENV = "demo"
    assert policies.may_see_letters(GUEST)


def test_a_secret_letter_is_read_only_in_the_demo(settings):
    secret = Letter(state="queued", is_secret=True)

    assert policies.may_read(administrator(), letter("queued"))
    assert policies.may_read(officer(), secret).reason == "お便りの一覧は管理者だけが見られます。"
    assert (
        policies.may_read(administrator(), secret).reason
        == "ご本人だけの番号があるため、本文は見られません。"
    )
    settings.HIROBA_ENV = "demo"
    assert policies.may_read(GUEST, secret)


@pytest.mark.parametrize("may", [policies.may_deliver, policies.may_postpone, policies.may_give_up])
def test_the_clockwork_moves_letters_that_wait(may):
    assert may(CLOCKWORK, letter("queued"))
    assert may(CLOCKWORK, letter("sent")).reason == not_now("sent")
    assert may(administrator(), letter("queued")).reason == "お便りは自動で届けられます。"


def test_only_the_clockwork_claims_letters():
    assert policies.may_claim(CLOCKWORK)
    assert policies.may_claim(GUEST).reason == "お便りは自動で届けられます。"


def test_an_administrator_sends_again_what_is_dead_and_has_an_address():
    may = policies.may_retry

    assert may(administrator(), letter("dead"))
    assert may(officer(), letter("dead")).reason == "もう一度送れるのは管理者だけです。"
    assert may(administrator(), letter("sent")).reason == not_now("sent")
    assert (
        may(administrator(), letter("dead", to="")).reason
        == "宛先がないため送れません。ご本人に別の方法でお知らせください。"
    )
    assert (
        may(administrator(), Letter(state="dead", to="ren@example.jp", is_secret=True)).reason
        == "この番号はもう使えません。ご本人に、ログインからもう一度お試しいただいてください。"
    )
