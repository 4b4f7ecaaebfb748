"""Who may write and confirm texts."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.foundation.verdicts import Verdict, all_of, unless
from hiroba.foundation.words.queries import JAPANESE
from hiroba.foundation.words.states import TEXT, TextState

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor
    from hiroba.foundation.words.models import Text


def may_say(by: "Actor", language: str, text: str, state: str, has_source: bool) -> Verdict:
    """Japanese comes first and is never empty; the room that owns the thing asks who may write."""
    return all_of(
        unless(language == JAPANESE or has_source, _("先に日本語の文を入れてください。")),
        unless(text.strip() or language != JAPANESE, _("日本語の文は空にできません。")),
        unless(
            state != TextState.REVIEWED, _("「確認済み」にできるのは、書いた方とは別の方です。")
        ),
    )


def may_confirm(by: "Actor", text: "Text") -> Verdict:
    """A second pair of eyes: the writer does not confirm the own text."""
    return all_of(
        unless(by.account, _("確認にはログインが必要です。")),
        unless(
            by.account is None or by.account.pk != text.written_by_id,
            _("書いた方とは別の方が確認してください。"),
        ),
        TEXT.allows("confirm", text.state),
    )
