"""An action is one transaction, called with names, and polite when nothing can be written."""

import threading

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from hiroba.foundation.accounts import actions as accounts
from hiroba.foundation.accounts.examples import somebody
from hiroba.foundation.accounts.models import User
from hiroba.foundation.actions import action
from hiroba.foundation.journal.models import Record
from hiroba.foundation.verdicts import Refused


def test_an_action_is_called_with_names_only():
    with pytest.raises(TypeError, match=r"choose_language\(by=…, …\)"):
        accounts.choose_language("akari", "en")


def test_an_action_can_be_told_from_a_function():
    assert accounts.grant.is_action
    assert accounts.grant.__doc__.startswith("The person holds the role")


@pytest.mark.django_db
def test_a_refusal_undoes_everything_the_action_did():
    @action
    def rename_and_refuse(*, by):
        User.objects.filter(pk=by.pk).update(name="別の名前")
        raise Refused("やめました。")

    akari = somebody("akari")
    with pytest.raises(Refused, match="やめました。"):
        rename_and_refuse(by=akari)

    akari.refresh_from_db()
    assert akari.name == "中村 あかり(見本)"


@pytest.mark.django_db
def test_an_action_inside_an_action_is_undone_with_it():
    @action
    def choose_and_fail(*, by):
        accounts.choose_language(by=by, language="en")
        raise ValueError("later")

    akari = somebody("akari")
    with pytest.raises(ValueError, match="later"):
        choose_and_fail(by=akari)

    akari.refresh_from_db()
    assert akari.language == "ja"
    assert not Record.objects.filter(verb="accounts.choose_language").exists()


def test_a_database_that_can_only_be_read_is_told_as_a_sentence(closed_for_writing):
    akari = somebody("akari")

    with closed_for_writing(), pytest.raises(Refused, match="ただいま保存を止めています"):
        accounts.choose_language(by=akari, language="en")

    accounts.choose_language(by=akari, language="en")
    akari.refresh_from_db()
    assert akari.language == "en"


def test_a_form_keeps_what_was_typed_while_the_database_can_only_be_read(
    client, closed_for_writing
):
    akari = somebody("akari")
    client.force_login(somebody("kanri"))

    with closed_for_writing():
        answer = client.post(
            f"/staff/users/{akari.pk}/", {"role": "officer", "scope": "office:sapporo"}
        )

    assert answer.status_code == 200
    assert "ただいま保存を止めています" in answer.text
    assert 'value="office:sapporo"' in answer.text


def test_a_button_tells_that_the_database_can_only_be_read(client, closed_for_writing):
    client.force_login(somebody("akari"))

    with closed_for_writing():
        answer = client.post("/my/language/", {"language": "en"}, headers={"Referer": "/help/"})

    assert (answer.status_code, answer["Location"]) == (302, "/help/")
    assert "ただいま保存を止めています" in client.get("/help/").text


@pytest.mark.django_db
def test_other_trouble_of_the_database_stays_what_it_is():
    @action
    def write_twice(*, by):
        User.objects.create(email=by.email, name="もう一人")

    akari = somebody("akari")
    with pytest.raises(IntegrityError), transaction.atomic():
        write_twice(by=akari)


@pytest.mark.django_db
def test_a_broken_question_is_no_refusal():
    @action
    def ask_for_nothing(*, by):
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM no_such_table")

    with pytest.raises(DatabaseError, match="no_such_table"), transaction.atomic():
        ask_for_nothing(by=None)


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_two_actions_at_once_do_not_lose_each_others_writing():
    @action
    def add_a_letter(*, by):
        known = User.objects.select_for_update().get(pk=by.pk)
        known.name += "x"
        known.save(update_fields=["name"])

    akari = somebody("akari", name="n")

    def run():
        try:
            for _ in range(5):
                add_a_letter(by=akari)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    akari.refresh_from_db()
    assert akari.name == "n" + "x" * 20
