"""Everything that is written about texts in several languages."""

from typing import TYPE_CHECKING

from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.verdicts import require
from hiroba.foundation.words import policies
from hiroba.foundation.words.models import Text
from hiroba.foundation.words.queries import JAPANESE, fingerprint
from hiroba.foundation.words.states import TEXT, TextState

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor


@action
def say(
    *,
    by: "Actor",
    about: str,
    field: str,
    language: str,
    text: str,
    state: TextState = TextState.HUMAN,
) -> Text:
    """One field of a thing says this in one language, translated from the Japanese of this moment."""
    source = Text.objects.filter(about=about, field=field, language=JAPANESE).first()
    require(policies.may_say(by, language, text, source is not None))

    is_source = language == JAPANESE
    written, _ = Text.objects.update_or_create(
        about=about,
        field=field,
        language=language,
        defaults={
            "text": text,
            "state": state,
            "source_hash": "" if is_source or source is None else fingerprint(source.text),
            "written_by": by.account,
            "written_at": clock.now(),
            "confirmed_by": None,
        },
    )

    note(by, "words.say", about, field=field, language=language, state=state)
    return written


@action
def confirm(*, by: "Actor", text: Text) -> Text:
    """A second person has read the text and stands behind it."""
    text = Text.objects.select_for_update().get(pk=text.pk)
    require(policies.may_confirm(by, text))

    TEXT.move(text, "confirm")
    text.confirmed_by = by.account
    text.save(update_fields=["state", "confirmed_by"])

    note(by, "words.confirm", text.about, field=text.field, language=text.language)
    return text
