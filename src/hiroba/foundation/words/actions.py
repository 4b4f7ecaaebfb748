"""Everything that is written about texts in several languages."""

from typing import TYPE_CHECKING, Any

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
    """A field of a thing says this in one language, translated from the Japanese of now."""
    source = Text.objects.filter(about=about, field=field, language=JAPANESE).first()
    require(policies.may_say(by, language, text, state, source is not None))

    written, _ = Text.objects.update_or_create(
        about=about,
        field=field,
        language=language,
        defaults={"text": text, "state": state, **_signed(by), **_traced(language, source)},
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


def _signed(by: "Actor") -> dict[str, Any]:
    return {"written_by": by.account, "written_at": clock.now(), "confirmed_by": None}


def _traced(language: str, source: Text | None) -> dict[str, Any]:
    """A translation remembers its source; the source has none."""
    if source is None or language == JAPANESE:
        return {"source_hash": ""}
    return {"source_hash": fingerprint(source.text)}
