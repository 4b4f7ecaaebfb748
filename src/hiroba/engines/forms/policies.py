"""What a form, a document and a revision must fulfil; who may ask is decided by the room above."""

from typing import Any

from django.utils.translation import gettext as _

from hiroba.engines.forms import definitions, queries
from hiroba.engines.forms.answering import MOST_CHARS
from hiroba.engines.forms.edits import Edit
from hiroba.engines.forms.models import Document, FormVersion
from hiroba.foundation.actors import Actor
from hiroba.foundation.verdicts import YES, Verdict, all_of, no, unless


def may_publish(by: Actor, code: str, content: Any) -> Verdict:
    """A form is published only when nothing in it is broken."""
    try:
        definition = definitions.parse(content)
    except definitions.Broken as broken:
        return no(_("この様式は公開できません。%(why)s") % {"why": broken})
    return unless(definition.id == code, _("様式の名前が違います。"))


def may_start(by: Actor, form_version: FormVersion) -> Verdict:
    """Anybody may begin to write; handing in is another question."""
    return YES


def may_write(by: Actor, document: Document, edits: tuple[Edit, ...]) -> Verdict:
    """Anything may be typed into a field of the form, up to a length no answer needs."""
    known = document.form_version.definition.by_key
    return all_of(
        unless(all(edit.key in known for edit in edits), _("この様式にない項目が届きました。")),
        unless(
            all(len(edit.typed) <= MOST_CHARS for edit in edits),
            _("一つの欄に書けるのは%(most)s字までです。") % {"most": f"{MOST_CHARS:,}"},
        ),
    )


def may_seal(by: Actor, document: Document) -> Verdict:
    """A document is handed in when every answer that is asked for is there and understood."""
    count = len(queries.faults(document))
    return unless(
        not count,
        _("まだ直すところが%(n)sか所あります。「確認」の頁で見られます。") % {"n": count},
    )
