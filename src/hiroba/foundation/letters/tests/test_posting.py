import socket
import threading
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller
from django.core import mail
from django.db import connection

from hiroba.foundation import clock
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.letters import actions
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.letters.posting import deliver_due
from hiroba.foundation.letters.tests.lessons import booked, with_wordings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wordings(settings):
    with_wordings(settings)


class MailServer:
    """A mail server that keeps what it is given, or answers the recipient with its own words."""

    def __init__(self, answer="250 OK"):
        self.answer, self.received = answer, []

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if self.answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.answer

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.received.append(message_from_bytes(envelope.content, policy=policy.default))
        return self.answer


def free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


@pytest.fixture
def post_office(settings):
    """Opens a real mail server that answers as wished."""
    opened = []

    def open_with(answer="250 OK"):
        server = MailServer(answer)
        opened.append(Controller(server, hostname="127.0.0.1", port=free_port()))
        opened[-1].start()
        use(settings, opened[-1].port)
        return server

    yield open_with
    for controller in opened:
        controller.stop()


def use(settings, port):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, 5


def test_a_letter_reaches_a_real_mail_server_in_japanese(post_office, settings):
    settings.DEFAULT_FROM_EMAIL = "ひろば <hiroba@example.jp>"
    server, letter = post_office(), booked()

    sent = deliver_due()

    [message] = server.received
    assert sent == 1
    assert (message["Subject"].strip(), message["From"], message["To"]) == (
        "「水のはなし」のご予約を承りました",
        "ひろば <hiroba@example.jp>",
        "akari@example.jp",
    )
    assert (message["Message-ID"], message["Content-Language"]) == (letter.message_id, "ja")
    assert message.get_content().replace("\r\n", "\n") == letter.body


def test_what_was_delivered_is_dated_and_not_sent_again(post_office):
    server, letter = post_office(), booked()
    with clock.at("2023-11-01 10:00"):
        Letter.objects.update(not_before=clock.now())
        deliver_due()
        again = deliver_due()

    letter.refresh_from_db()
    assert (again, len(server.received)) == (0, 1)
    assert (letter.state, letter.sent_at) == ("sent", clock.moment("2023-11-01 10:00"))


def test_while_the_mail_server_is_away_letters_wait_and_the_reason_is_kept(settings, post_office):
    use(settings, free_port())
    with clock.at("2023-11-01 10:00"):
        first, second = booked(), booked()
        sent = deliver_due()

    first.refresh_from_db()
    second.refresh_from_db()
    assert (sent, first.state, first.attempts, second.attempts) == (0, "queued", 1, 0)
    assert first.last_error.startswith("ConnectionRefusedError")
    assert first.not_before == clock.moment("2023-11-01 10:01")

    server = post_office()
    with clock.at("2023-11-01 10:01"):
        assert deliver_due() == 2
    assert len(server.received) == 2


def test_a_mailbox_that_does_not_exist_is_given_up_at_once(post_office):
    post_office("550 no such user")
    letter = booked()

    deliver_due()

    letter.refresh_from_db()
    assert (letter.state, letter.attempts) == ("dead", 1)
    assert "550" in letter.last_error


def test_a_mailbox_that_is_busy_is_asked_again(post_office):
    post_office("451 try again later")
    letter, other = booked(), booked("ren@example.jp")

    deliver_due()

    letter.refresh_from_db()
    other.refresh_from_db()
    assert [(one.state, one.attempts) for one in (letter, other)] == [("queued", 1)] * 2


def test_the_same_message_id_is_used_at_every_attempt(post_office):
    post_office("451 try again later")
    with clock.at("2023-11-01 10:00"):
        letter = booked()
        deliver_due()
    server = post_office()

    with clock.at("2023-11-01 10:05"):
        deliver_due()

    assert [message["Message-ID"] for message in server.received] == [letter.message_id]


def test_a_worker_that_stops_ends_with_the_letter_in_hand():
    booked()

    assert deliver_due(stop=lambda: True) == 0
    assert mail.outbox == []


def at_once(work, times=4):
    """The same work by several hands that begin at the same moment."""
    start = threading.Barrier(times)

    def run():
        start.wait()
        work()
        connection.close()

    threads = [threading.Thread(target=run) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_several_workers_send_each_letter_once():
    letters = [booked(f"friend{number}@example.jp") for number in range(10)]

    at_once(deliver_due)

    assert sorted(message.to[0] for message in mail.outbox) == sorted(one.to for one in letters)
    assert set(Letter.objects.values_list("state", "attempts")) == {("sent", 1)}


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_the_same_key_written_by_several_at_once_is_one_letter():
    at_once(lambda: booked(key="booked:B-7K3QX2MN"))

    assert Letter.objects.count() == 1


def test_a_letter_whose_worker_was_killed_is_sent_after_the_lease():
    with clock.at("2023-11-01 10:00"):
        letter = booked()
        actions.claim(by=CLOCKWORK, letter=letter)

    with clock.at("2023-11-01 10:06"):
        sent = deliver_due()

    assert (sent, [message.to for message in mail.outbox]) == (1, [["akari@example.jp"]])
