import pytest
from django.db import transaction

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import administrator, officer
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.journal.queries import records_of
from hiroba.foundation.letters import actions, queries
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.letters.tests.lessons import booked, with_wordings
from hiroba.foundation.verdicts import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wordings(settings):
    with_wordings(settings)
    settings.HIROBA_ADDRESS = "https://hiroba.example.jp"


def test_a_letter_waits_in_the_outbox_as_it_will_be_read():
    with clock.at("2023-11-01 10:00"):
        letter = booked()

    assert (letter.to, letter.subject, letter.state, letter.about) == (
        "akari@example.jp",
        "「水のはなし」のご予約を承りました",
        "queued",
        "B-7K3QX2MN",
    )
    assert letter.body == (
        "中村 あかり 様\n\n2023年11月20日にお待ちしています。\n\n"
        "https://hiroba.example.jp/my/lessons/B-7K3QX2MN/\n"
    )
    assert letter.queued_at == clock.moment("2023-11-01 10:00")
    assert letter.message_id == f"<{letter.ref}@hiroba.example.jp>"


def test_a_letter_about_something_that_was_undone_never_was():
    with pytest.raises(KeyError), transaction.atomic():
        booked()
        raise KeyError

    assert list(queries.letters_to("akari@example.jp")) == []


def test_the_same_key_is_one_letter():
    first = booked(key="booked:B-7K3QX2MN")

    second = booked(key="booked:B-7K3QX2MN", lesson="別のはなし")

    assert second == first
    assert list(queries.letters_about("B-7K3QX2MN")) == [first]


def test_a_reader_of_english_gets_english():
    letter = booked(language="en", name="Ms Nakamura")

    assert letter.subject == "Your booking of “水のはなし”"
    assert "on 20 November 2023." in letter.body


def test_a_language_without_wording_gets_japanese():
    assert booked(language="pt").subject == "「水のはなし」のご予約を承りました"


def test_a_name_is_written_as_it_is():
    letter = booked(name="O'Hara & <友だち>", lesson="改行\nのはなし")

    assert letter.body.startswith("のはなし」のご予約を承りました\nO'Hara & <友だち> 様")
    assert letter.subject == "「改行"


def test_a_missing_address_fails_the_test():
    with pytest.raises(ValueError, match="lessons/booked about B-7K3QX2MN has no address"):
        booked(to="")


def test_elsewhere_a_missing_address_does_not_undo_what_the_person_did(settings):
    settings.HIROBA_ENV = "production"

    letter = booked(to="あかり")

    assert (letter.state, letter.to, letter.last_error) == ("dead", "", "no address: 'あかり'")
    assert list(queries.dead_letters()) == [letter]


def test_a_letter_is_claimed_by_one_pair_of_hands_at_a_time():
    with clock.at("2023-11-01 10:00"):
        letter = booked()
        claims = [actions.claim(by=CLOCKWORK, letter=letter) for _ in range(2)]

    with clock.at("2023-11-01 10:06"):
        after_the_lease = actions.claim(by=CLOCKWORK, letter=letter)

    assert (claims, after_the_lease) == ([True, False], True)


def test_a_letter_that_cannot_leave_waits_longer_each_time_and_is_then_given_up():
    with clock.at("2023-11-01 10:00"):
        letter = booked()
    waits = []

    while letter.state == "queued":
        before = letter.not_before
        with clock.at(before):
            assert actions.claim(by=CLOCKWORK, letter=letter)
            letter = actions.postpone(by=CLOCKWORK, letter=letter, error="休みです")
        waits.append(int((letter.not_before - before).total_seconds() // 60))

    assert waits == [1, 5, 15, 60, 240, 720, 1440, 1440, 0]
    assert (letter.state, letter.last_error) == ("dead", "休みです")


def test_an_administrator_sends_again_what_was_given_up():
    letter = actions.give_up(by=CLOCKWORK, letter=booked(), error="休みです")

    letter = actions.retry(by=administrator(), letter=letter)

    assert (letter.state, letter.attempts) == ("queued", 0)
    assert list(queries.due_letters()) == [letter]
    assert [record.verb for record in records_of(letter.ref)] == ["letters.retry"]


def test_others_do_not_send_again():
    letter = actions.give_up(by=CLOCKWORK, letter=booked(), error="休みです")

    with pytest.raises(Refused) as refusal:
        actions.retry(by=officer(), letter=letter)

    assert refusal.value.reason == "もう一度送れるのは管理者だけです。"
    assert Letter.objects.get().state == "dead"


def test_a_secret_letter_is_forgotten_when_it_has_left_or_was_given_up():
    sent, lost = booked(secret=True), booked(secret=True)

    actions.deliver(by=CLOCKWORK, letter=sent)
    actions.give_up(by=CLOCKWORK, letter=lost, error="休みです")

    assert list(Letter.objects.values_list("state", "subject", "body").order_by("pk")) == [
        ("sent", "", ""),
        ("dead", "", ""),
    ]


def test_in_the_demo_a_secret_letter_stays_to_be_read(settings):
    settings.HIROBA_ENV = "demo"

    letter = actions.deliver(by=CLOCKWORK, letter=booked(secret=True))

    assert "中村 あかり 様" in letter.body


def test_of_letters_that_left_nobody_knows_any_more_what_they_said():
    left, other = booked(), booked(key="other")
    Letter.objects.filter(pk=other.pk).update(about="B-OTHER")
    actions.deliver(by=CLOCKWORK, letter=left)

    actions.forget("B-7K3QX2MN")

    left.refresh_from_db()
    other.refresh_from_db()
    assert (left.to, left.subject, left.body) == ("-", "", "")
    assert other.to == "akari@example.jp" and other.body


def test_what_still_waits_is_not_forgotten_before_it_has_left():
    letter = booked()

    actions.forget("B-7K3QX2MN")

    letter.refresh_from_db()
    assert letter.to == "akari@example.jp"
