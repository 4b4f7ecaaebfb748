"""What goes wrong in life, tried on the pages: each has a clear outcome, and nothing is lost.

Closer to their rooms are tested: old versions and DOCTYPE (projects), a deadline that passes while
one types and a stranger's address (proposals), a role taken away in another tab (accounts).
"""

import errno
import os
import threading

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection, connections
from django.test import Client

from hiroba.engines.intake.submissions.models import Submission
from hiroba.engines.registry.imports.models import BodyImport
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import DEMO_PASSWORD, officer, somebody
from hiroba.foundation.files.models import StoredFile
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.letters.posting import deliver_due
from hiroba.programmes.cooperation.projects.models import Project
from hiroba.programmes.cooperation.proposals import examples
from hiroba.tests.running import free_port

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_autumn_2023")]

MINE = "/my/cooperation/proposals/"
UPLOAD = "/staff/iati/upload/"
IN_THE_WAY = "ただいま保存を止めています"
IATI = b"<?xml version='1.0'?><iati-activities version='2.03'/>"


@pytest.fixture
def in_autumn_2023():
    with clock.at("2023-09-20 10:00"):
        yield


@pytest.fixture
def ren(client):
    client.force_login(somebody("ren"), "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def sato(client):
    client.force_login(officer(), "django.contrib.auth.backends.ModelBackend")
    return client


def write(browser, proposal, **answers):
    """Fill in some fields of the page about the plan."""
    url = f"{MINE}{proposal.ref}/write/plan/"
    form = browser.get(url).context["form"]
    shown = {name: form.data.get(name, "") for name in form.fields}
    return browser.post(url, {**shown, **answers})


def full_disk(execute, sql, params, many, context):
    """The database as it is when its disk is full."""
    if sql.split(" ")[0] in ("INSERT", "UPDATE", "DELETE"):
        told = {"sqlite": "database or disk is full"}
        otherwise = 'could not extend file "base/5/16442": No space left on device'
        raise OperationalError(told.get(connection.vendor, otherwise))
    return execute(sql, params, many, context)


def test_a_hundred_megabytes_are_refused_in_a_sentence_and_not_kept(sato):
    upload = SimpleUploadedFile("large.xml", IATI + b" " * (100 * 1024 * 1024), "text/xml")

    page = sato.post(UPLOAD, {"upload": upload})

    assert page.status_code == 200
    assert "20MB" in page.text
    assert not StoredFile.objects.exists()
    assert not Project.objects.exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "入力されたファイルは空です"),
        ("団体名,法人格,都道府県\n森の会".encode("cp932") + b"\x81\xff\xfe,\n", "ではありません"),
        (b"\x00\x01\x02\x03" * 50, "ではありません"),
        (b"%PDF-1.7\n" + b"x" * 200, "ではありません"),
    ],
    ids=["empty", "broken shift_jis", "bytes", "pdf"],
)
def test_a_list_that_cannot_be_read_is_told_on_the_form(sato, content, sentence):
    page = sato.post("/staff/bodies/import/", {"upload": SimpleUploadedFile("list.csv", content)})

    assert page.status_code == 200
    assert sentence in page.text
    assert not BodyImport.objects.exists()


def test_a_form_that_was_sent_twice_at_the_same_moment_is_received_once(transactional_db):
    proposal = examples.complete()
    browsers = [Client(), Client()]
    for browser in browsers:
        browser.force_login(somebody("ren"), "django.contrib.auth.backends.ModelBackend")
    answers: list[str] = []
    gate = threading.Barrier(2)

    def click(browser):
        with clock.at("2023-09-21 10:00"):
            gate.wait(10)
            answers.append(browser.post(f"{MINE}{proposal.ref}/submit/")["Location"])
        connections.close_all()

    threads = [threading.Thread(target=click, args=(browser,)) for browser in browsers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert answers == [f"{MINE}{proposal.ref}/receipt/"] * 2
    assert Submission.objects.get().document.revisions.count() == 1
    assert Letter.objects.filter(kind="proposals/received").count() == 1


def test_while_the_database_can_only_be_read_pages_open_and_words_stay(
    transactional_db, ren, closed_for_writing
):
    proposal = examples.complete()

    with closed_for_writing():
        page = write(ren, proposal, objective="止まっているあいだの一文")
        opened = [ren.get(path).status_code for path in ("/", MINE, f"{MINE}{proposal.ref}/check/")]
        sent = ren.post(f"{MINE}{proposal.ref}/submit/")

    assert page.status_code == 200
    assert IN_THE_WAY in page.text
    assert "止まっているあいだの一文" in page.text
    assert opened == [200, 200, 200]
    assert sent.status_code == 302
    assert IN_THE_WAY in ren.get(MINE).text
    assert Submission.objects.get().state == "draft"
    assert ren.post(f"{MINE}{proposal.ref}/submit/")["Location"].endswith("/receipt/")


def test_nobody_can_sign_in_while_the_database_can_only_be_read_and_is_told_so(
    transactional_db, client, closed_for_writing
):
    somebody("ren")
    typed = {"login": "ren@example.jp", "password": DEMO_PASSWORD}

    with closed_for_writing():
        page = client.post("/account/login/", typed)

    assert page.status_code == 503
    assert IN_THE_WAY in page.text
    assert client.post("/account/login/", typed).status_code == 302


def test_a_full_disk_of_the_database_keeps_the_words_on_the_page(ren):
    proposal = examples.draft()

    with connection.execute_wrapper(full_disk):
        page = write(ren, proposal, objective="入りきらない一文")

    assert page.status_code == 200
    assert IN_THE_WAY in page.text
    assert "入りきらない一文" in page.text
    assert write(ren, proposal, objective="入った一文").status_code == 302


def test_a_full_disk_of_the_files_is_told_on_the_form(sato, settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path

    def no_room(handle):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", no_room)
    page = sato.post(UPLOAD, {"upload": SimpleUploadedFile("a.xml", IATI, "text/xml")})

    assert page.status_code == 200
    assert "保存する場所がいっぱいです" in page.text
    assert not StoredFile.objects.exists()


def test_while_the_mail_server_is_away_a_proposal_is_received_and_its_letter_waits(ren, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    proposal = examples.complete()

    page = ren.post(f"{MINE}{proposal.ref}/submit/", follow=True)
    sent = deliver_due()

    assert f"{proposal.ref}-1" in page.text
    assert sent == 0
    assert Letter.objects.get(kind="proposals/received").state == "queued"
    assert Letter.objects.filter(last_error__contains="ConnectionRefusedError").exists()


def test_an_address_that_nobody_can_have_meant_is_not_there(client):
    for path in (
        "/projects/%00/",
        "/projects/P-' OR 1=1/",
        "/figures/no-such/",
        "/en/en/",
        "/..%2f",
    ):
        assert client.get(path).status_code == 404, path


def test_a_body_that_is_no_form_is_no_fault_of_ours(ren):
    proposal = examples.draft()
    url = f"{MINE}{proposal.ref}/write/plan/"

    broken = ren.post(url, b"\xff\xfe\x00", content_type="application/octet-stream")
    many = ren.post(url, {f"field-{number}": "x" for number in range(2000)})
    large = ren.post(url, {"objective": "あ" * 3_000_000})

    assert broken.status_code == 302
    assert [many.status_code, large.status_code] == [400, 400]
    assert "文章は短く分けて送ってください" in large.text
    assert Submission.objects.get().state == "draft"
