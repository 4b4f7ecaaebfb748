"""Who may see, deliver and send letters again."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.letters.queries import shown_to_everyone
from hiroba.foundation.letters.states import LETTER
from hiroba.foundation.roles import Role
from hiroba.foundation.verdicts import Verdict, all_of, unless

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor
    from hiroba.foundation.letters.models import Letter


def may_see_letters(by: "Actor") -> Verdict:
    """Letters are private; the demo has no real ones."""
    return unless(
        shown_to_everyone() or by.holds(Role.ADMINISTRATOR),
        _("お便りの一覧は管理者だけが見られます。"),
    )


def may_read(by: "Actor", letter: "Letter") -> Verdict:
    """A code to sign in with is not read by anybody else."""
    return all_of(
        may_see_letters(by),
        unless(
            shown_to_everyone() or not letter.is_secret,
            _("ご本人だけの番号があるため、本文は見られません。"),
        ),
    )


def may_claim(by: "Actor") -> Verdict:
    """Only the clockwork takes letters to the post."""
    return unless(by == CLOCKWORK, _("お便りは自動で届けられます。"))


def may_deliver(by: "Actor", letter: "Letter") -> Verdict:
    """Only a letter that waits can leave."""
    return all_of(may_claim(by), LETTER.allows("deliver", letter.state))


def may_postpone(by: "Actor", letter: "Letter") -> Verdict:
    """A letter that could not leave waits for another attempt."""
    return may_deliver(by, letter)


def may_give_up(by: "Actor", letter: "Letter") -> Verdict:
    """Only a letter that waits can be given up."""
    return all_of(may_claim(by), LETTER.allows("give_up", letter.state))


def may_retry(by: "Actor", letter: "Letter") -> Verdict:
    """An administrator sends again what was given up, if it has an address."""
    return all_of(
        unless(by.holds(Role.ADMINISTRATOR), _("もう一度送れるのは管理者だけです。")),
        LETTER.allows("retry", letter.state),
        unless(
            not letter.is_secret,
            _("この番号はもう使えません。ご本人に、ログインからもう一度お試しいただいてください。"),
        ),
        unless(letter.to, _("宛先がないため送れません。ご本人に別の方法でお知らせください。")),
    )
