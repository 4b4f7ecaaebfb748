"""A document is read back in words; a reviewer sees less."""

import pytest

from hiroba.engines.forms import actions, queries
from hiroba.engines.forms.examples import FULL, document
from hiroba.engines.forms.reading import Answer, Sheet
from hiroba.foundation.actors import CLOCKWORK

pytestmark = pytest.mark.django_db

MONEY = Sheet("money", "お金", (Answer("yen_total", "総額", "9,800,000円", False),))
AIM = Answer("aim", "ねらい", "水をきれいに", True)
NAME = Answer("name", "団体の名前", "みなと", False)


def test_the_author_reads_everything():
    assert queries.document_in_words(document(**FULL)) == (
        Sheet("who", "団体", (NAME, AIM)),
        MONEY,
    )


def test_a_reviewer_does_not_read_who_wrote_it():
    revision = actions.seal(by=CLOCKWORK, document=document(**FULL), reason="submit")

    assert queries.revision_in_words(revision, blind=True) == (
        Sheet("who", "団体", (AIM,)),
        MONEY,
    )


def test_lists_get_the_indexed_answers_only():
    paper = document(**FULL)

    found = queries.indexed(paper.form_version.definition, queries.meanings(paper))

    assert found == {"yen_total": 9_800_000}
