import pytest

from hiroba.foundation.accounts.examples import administrator, officer
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.letters import actions
from hiroba.foundation.letters.tests.lessons import booked, with_wordings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wordings(settings):
    with_wordings(settings)


@pytest.fixture
def demo(settings):
    settings.HIROBA_ENV = "demo"


def test_in_the_demo_everyone_reads_what_was_sent(client, demo):
    letter = booked()

    listed = client.get("/letters/").content.decode()
    read = client.get(f"/letters/{letter.ref}/").content.decode()

    assert letter.subject in listed
    assert "2023年11月20日にお待ちしています。" in read


def test_the_demos_letters_are_found_by_address(client, demo):
    booked(lesson="水のはなし")
    booked("ren@example.jp", lesson="米のはなし")

    found = client.get("/letters/", {"to": "ren"}).content.decode()

    assert ("米のはなし" in found, "水のはなし" in found) == (True, False)


def test_an_empty_mailbox_says_how_letters_come(client, demo):
    assert "お便りはまだありません" in client.get("/letters/").content.decode()


@pytest.mark.parametrize("place", ["/letters/", "/letters/{ref}/"])
def test_outside_the_demo_there_is_no_such_page(client, place):
    letter = booked()

    client.force_login(administrator())

    assert client.get(place.format(ref=letter.ref)).status_code == 404


def test_an_administrator_finds_what_could_not_be_delivered(client):
    client.force_login(administrator())
    booked(lesson="水のはなし")
    actions.give_up(by=CLOCKWORK, letter=booked(lesson="米のはなし"), error="550 いません")

    found = client.get("/staff/letters/", {"state": "dead"}).content.decode()

    assert ("米のはなし" in found, "水のはなし" in found) == (True, False)


def test_an_administrator_sends_again(client):
    client.force_login(administrator())
    letter = actions.give_up(by=CLOCKWORK, letter=booked(), error="550 いません")
    page = client.get(f"/staff/letters/{letter.ref}/").content.decode()

    answer = client.post(f"/staff/letters/{letter.ref}/retry/", follow=True)

    letter.refresh_from_db()
    assert "550 いません" in page
    assert letter.state == "queued"
    assert "もう一度送ります。" in answer.content.decode()


def test_a_letter_that_was_sent_is_not_sent_again(client):
    client.force_login(administrator())
    letter = actions.deliver(by=CLOCKWORK, letter=booked())

    page = client.get(f"/staff/letters/{letter.ref}/").content.decode()

    assert 'disabled title="いまは「送信済み」のため、この操作はできません。"' in page


@pytest.mark.parametrize("place", ["/staff/letters/", "/staff/letters/{ref}/"])
def test_others_are_told_that_letters_are_private(client, place):
    letter = booked()
    client.force_login(officer())

    answer = client.get(place.format(ref=letter.ref))

    assert answer.status_code == 403
    assert "お便りの一覧は管理者だけが見られます。" in answer.content.decode()


def test_an_administrator_does_not_read_a_code_to_sign_in_with(client):
    client.force_login(administrator())
    letter = booked(secret=True, lesson="番号 123456")

    listed = client.get("/staff/letters/").content.decode()
    page = client.get(f"/staff/letters/{letter.ref}/").content.decode()

    assert ("123456" in listed, "123456" in page) == (False, False)
    assert "ご本人だけの番号があるため、本文は見られません。" in page
    assert "2023年11月20日にお待ちしています。" not in page


def test_others_do_not_find_the_button(client):
    letter = booked()
    client.force_login(officer())

    assert client.post(f"/staff/letters/{letter.ref}/retry/").status_code == 404


@pytest.mark.parametrize("place", ["/letters/", "/staff/letters/"])
def test_lists_ask_as_often_for_three_letters_as_for_one(
    client, demo, place, django_assert_max_num_queries
):
    client.force_login(administrator())
    booked()
    with django_assert_max_num_queries(12) as one:
        client.get(place)
    booked()
    booked()

    with django_assert_max_num_queries(12) as three:
        client.get(place)

    assert len(three) == len(one)
