"""Writing the journal."""

from typing import TYPE_CHECKING, Any

from hiroba.foundation import clock
from hiroba.foundation.journal.models import Record

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor


def note(by: "Actor", verb: str, subject: Any, **details: Any) -> Record:
    """Remember who did what to which thing, in the transaction in which it was done."""
    return Record.objects.create(
        actor=by.account,
        hand=by.name,
        verb=verb,
        subject=subject if isinstance(subject, str) else subject.ref,
        details=details,
        happened_at=clock.now(),
    )
