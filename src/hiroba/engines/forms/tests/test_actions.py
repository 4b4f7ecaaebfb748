"""Versions stand, documents lose nothing, revisions are sealed."""

import pytest
from django.db import DatabaseError, transaction

from hiroba.engines.forms import actions, queries
from hiroba.engines.forms.edits import Clash, Edit, mark
from hiroba.engines.forms.examples import FULL, document, published, small_form
from hiroba.engines.forms.fingerprints import fingerprint
from hiroba.engines.forms.models import FormVersion, Revision
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import somebody
from hiroba.foundation.verdicts import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def test_the_same_form_published_again_is_the_same_version():
    first = published()
    changed = small_form()
    changed["title"]["ja"] = "変わった様式"

    second = published(changed)

    assert published(changed) == second
    assert [first.ref, second.ref] == ["small-1", "small-2"]


@pytest.mark.parametrize("change", ["update", "delete"])
def test_the_database_refuses_to_change_a_published_form(change):
    version = published()
    rows = FormVersion.objects.filter(pk=version.pk)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        rows.update(no=9) if change == "update" else rows.delete()


def test_what_cannot_be_understood_is_kept_as_it_was_typed():
    ren, paper = somebody("ren"), document()

    written = actions.write(
        by=ren, document=paper, edits=(Edit("yen_total", "だいたい百万", mark("")),)
    )

    assert written.document.answers == {"yen_total": "だいたい百万"}
    assert written.document.version == 1
    assert (written.document.updated_by, written.document.updated_at) == (ren, clock.now())
    assert [fault.sentence for fault in queries.faults(written.document)] == [
        "まだ書かれていません。",
        "まだ書かれていません。",
        "金額は円単位の整数で書いてください(例: 9,800,000)。",
    ]


def test_a_second_tab_gets_its_words_back():
    ren, paper = somebody("ren"), document(aim="水")
    from_tab_one = (Edit("aim", "きれいな水", mark("水")),)
    from_tab_two = (Edit("aim", "水道", mark("水")), Edit("name", "みなと", mark("")))
    actions.write(by=ren, document=paper, edits=from_tab_one)

    written = actions.write(by=ren, document=paper, edits=from_tab_two)

    assert written.clashes == (Clash("aim", "きれいな水", "水道"),)
    assert written.document.answers == {"aim": "きれいな水", "name": "みなと"}


def test_what_was_meant_is_sealed():
    ren, paper = somebody("ren"), document(**FULL)

    first = actions.seal(by=ren, document=paper, reason="submit")
    second = actions.seal(by=ren, document=paper, reason="resubmit")

    meant = {"name": "みなと", "aim": "水をきれいに", "yen_total": 9_800_000}
    assert (first.answers, first.no, first.author) == (meant, 1, ren)
    assert (second.no, second.sha256) == (2, first.sha256)
    assert first.sha256 == fingerprint(meant)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Revision.objects.filter(pk=first.pk).update(answers={})


def test_an_incomplete_document_is_not_sealed():
    with pytest.raises(Refused, match="3か所"):
        actions.seal(by=somebody("ren"), document=document(), reason="submit")
