"""Taking files in."""

import errno
import os
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import somebody
from hiroba.foundation.files import actions, policies, shelf
from hiroba.foundation.files.models import StoredFile
from hiroba.foundation.files.tests import samples
from hiroba.foundation.journal.queries import records_of
from hiroba.foundation.verdicts import YES, Refused, no

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def keep(content=samples.PDF, name="計画書.pdf", kinds=("pdf", "xlsx"), **more):
    return actions.keep(
        by=somebody("ren"),
        upload=SimpleUploadedFile(name, content),
        purpose="proposal",
        kinds=kinds,
        **more,
    )


def on_the_shelf(folder):
    return sorted(path.name for path in Path(folder).rglob("*") if path.is_file())


def test_a_file_is_kept_whole_under_its_hash(folder):
    with clock.at("2023-11-01 10:00"):
        kept = keep()

    assert (kept.name, kept.kind, kept.size) == ("計画書.pdf", "pdf", len(samples.PDF))
    assert (kept.kept_by, kept.kept_at) == (somebody("ren"), clock.moment("2023-11-01 10:00"))
    assert shelf.get(kept.shelf).read_bytes() == samples.PDF
    assert on_the_shelf(folder) == [kept.sha256]
    assert [record.verb for record in records_of(kept.ref)] == ["files.keep"]
    assert str(kept) == "計画書.pdf"


def test_the_same_content_takes_the_room_of_one(folder):
    first, second = keep(name="a.pdf"), keep(name="b.pdf")

    assert first.ref != second.ref
    assert on_the_shelf(folder) == [first.sha256]


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"", "空.pdf", "「空.pdf」は空のファイルです。"),
        (samples.HTML, "計画.pdf", "「計画.pdf」の中身は、ここで受け付ける形式(PDF・XLSX)"),
        (samples.bomb(), "予算.xlsx", "「予算.xlsx」の中身は、ここで受け付ける形式"),
        (samples.with_macro(samples.workbook()), "予算.xlsx", "ここで受け付ける形式"),
        (samples.image("PNG"), "写真.pdf", "ここで受け付ける形式"),
        (samples.PDF + b" " * 1024 * 1024, "大.pdf", "「大.pdf」は大きすぎます。1MBまでの"),
    ],
)
def test_what_cannot_be_kept_is_refused_by_name_and_nothing_is_left(folder, content, name, reason):
    with pytest.raises(Refused) as refusal:
        keep(content, name, megabytes=1)

    assert reason in refusal.value.reason
    assert on_the_shelf(folder) == []
    assert not StoredFile.objects.exists()


def test_who_may_keep_what():
    assert policies.may_keep("a.pdf", 10, "pdf", ("pdf",), 1) == YES
    assert policies.may_keep("a.pdf", 0, "pdf", ("pdf",), 1) == no("「a.pdf」は空のファイルです。")


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\windows\\system.pdf", "system.pdf"),
        ("a\x00b\n.pdf", "a_b_.pdf"),
        ("gnp\u202efdp.exe", "gnp_fdp.exe"),
        ('a"b<c>.pdf', "a_b_c_.pdf"),
        ("   ...", "file"),
        ("か\u3099.pdf", "が.pdf"),
        ("長" * 300 + ".pdf", "長" * 196 + ".pdf"),
    ],
)
def test_names_carry_no_tricks(sent, kept):
    upload = SimpleUploadedFile("x.pdf", samples.PDF)
    upload._name = sent

    stored = actions.keep(by=somebody("ren"), upload=upload, purpose="x", kinds=("pdf",))

    assert stored.name == kept


@pytest.mark.parametrize("trouble", [errno.ENOSPC, errno.EDQUOT, errno.EROFS])
def test_a_full_disk_is_told_as_a_sentence_and_leaves_nothing_half(folder, monkeypatch, trouble):
    def no_room(handle):
        raise OSError(trouble, os.strerror(trouble))

    monkeypatch.setattr(os, "fsync", no_room)
    with pytest.raises(Refused, match="保存する場所がいっぱいです"):
        keep()

    assert on_the_shelf(folder) == []
    assert not StoredFile.objects.exists()


def test_other_trouble_of_the_disk_is_no_refusal(monkeypatch):
    def broken(handle):
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(OSError, match="broken"):
        keep()


def test_what_the_database_refuses_stays_unknown(folder):
    with pytest.raises(ValueError, match="undone"), transaction.atomic():
        keep()
        raise ValueError("undone")

    assert not StoredFile.objects.exists()
    assert keep().ref


def test_the_database_keeps_no_empty_file():
    kept = keep()

    with pytest.raises(IntegrityError, match="a_kept_file_is_not_empty"), transaction.atomic():
        StoredFile.objects.filter(pk=kept.pk).update(size=0)
