"""Everything that is written about forms and documents."""

from dataclasses import dataclass
from typing import Any

from hiroba.engines.forms import policies, queries
from hiroba.engines.forms.edits import Clash, Edit, merge
from hiroba.engines.forms.fingerprints import fingerprint
from hiroba.engines.forms.models import Document, FormVersion, Revision
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.actors import Actor
from hiroba.foundation.journal.actions import note
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require


@dataclass(frozen=True)
class Written:
    """A document after writing, and the fields another hand had changed meanwhile."""

    document: Document
    clashes: tuple[Clash, ...]


@action
def publish(*, by: Actor, code: str, content: dict[str, Any]) -> FormVersion:
    """The form stands under the next number; the same content again stays the same version."""
    latest = queries.latest_version(code)
    if latest and latest.sha256 == fingerprint(content):
        return latest
    require(policies.may_publish(by, code, content))

    version, is_new = FormVersion.objects.get_or_create(
        code=code,
        no=latest.no + 1 if latest else 1,  # not asked anew, so that two collide
        defaults={
            "content": content,
            "sha256": fingerprint(content),
            "published_at": clock.now(),
        },
    )
    if not is_new:  # Somebody else took this number at the same moment.
        return publish(by=by, code=code, content=content)

    note(by, "forms.publish", version, sha256=version.sha256)
    return version


@action
def start(*, by: Actor, form_version: FormVersion, answers: dict[str, str]) -> Document:
    """There is a document to write in; what the house knows already is filled in."""
    require(policies.may_start(by, form_version))

    known = form_version.definition.by_key
    document = Document.objects.create(
        ref=new_ref("D"),
        form_version=form_version,
        answers={key: text for key, text in answers.items() if key in known and text},
        updated_by=by.account,
        updated_at=clock.now(),
    )

    note(by, "forms.start", document, form=form_version.ref)
    return document


@action
def write(*, by: Actor, document: Document, edits: tuple[Edit, ...]) -> Written:
    """What was typed is kept field by field; what another hand changed meanwhile is handed back."""
    document = (
        Document.objects.select_for_update(of=("self",))
        .select_related("form_version")
        .get(pk=document.pk)
    )
    require(policies.may_write(by, document, edits))

    merged = merge(document.answers, edits)
    changed = sorted(
        key
        for key in document.answers.keys() | merged.answers.keys()
        if document.answers.get(key) != merged.answers.get(key)
    )
    document.answers = merged.answers
    document.version += bool(changed)
    document.updated_by, document.updated_at = by.account, clock.now()
    document.save(update_fields=["answers", "version", "updated_by", "updated_at"])

    if changed:
        note(by, "forms.write", document, fields=changed, version=document.version)
    return Written(document, merged.clashes)


@action
def seal(*, by: Actor, document: Document, reason: str) -> Revision:
    """The document as it stands now is kept for ever under the next number."""
    understood = document.read_as
    document = (
        Document.objects.select_for_update(of=("self",))
        .select_related("form_version")
        .get(pk=document.pk)
    )
    document.read_as = understood
    require(policies.may_seal(by, document))

    answers = queries.meanings(document)
    revision = Revision.objects.create(
        document=document,
        form_version=document.form_version,
        no=queries.next_revision_no(document),
        answers=answers,
        sha256=fingerprint(answers),
        author=by.account,
        reason=reason,
        received_at=clock.now(),
    )

    note(by, "forms.seal", revision, sha256=revision.sha256, reason=reason)
    return revision
