"""Who may tell people what they have to know in a disaster."""

import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.foundation import clock
from hiroba.foundation.roles import Role
from hiroba.foundation.verdicts import Verdict, all_of, unless
from hiroba.foundation.words import policies as words
from hiroba.programmes.coexistence import queries
from hiroba.programmes.coexistence.queries import PROGRAMME
from hiroba.programmes.coexistence.states import DISASTER, NOTICE, Phase

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor
    from hiroba.foundation.words.models import Text
    from hiroba.programmes.coexistence.models import Disaster, Notice, SupportCentre


def _is_officer(by: "Actor") -> Verdict:
    return unless(
        by.holds(Role.OFFICER, programme=PROGRAMME),
        _("災害時の多言語支援の担当職員だけができます。"),
    )


def may_begin_disaster(by: "Actor", happened_on: datetime.date | None = None) -> Verdict:
    """An officer enters what has happened."""
    return all_of(
        _is_officer(by),
        unless(
            happened_on is None or happened_on <= clock.today(),
            _("まだ来ていない日は記録できません。"),
        ),
    )


def may_recover(by: "Actor", disaster: "Disaster") -> Verdict:
    """An officer says that the first days are over."""
    return all_of(_is_officer(by), DISASTER.allows("recover", disaster.state))


def may_close_disaster(by: "Actor", disaster: "Disaster") -> Verdict:
    """An officer says that support is over, when no centre is open any more."""
    return all_of(
        _is_officer(by),
        DISASTER.allows("close_disaster", disaster.state),
        unless(
            not any(centre.is_open for centre in queries.centres_of(disaster)),
            _("開いている支援センターがあります。先にセンターを閉じてください。"),
        ),
    )


def may_open_centre(by: "Actor", disaster: "Disaster") -> Verdict:
    """An officer enters a centre while support goes on."""
    return all_of(_is_officer(by), _goes_on(disaster))


def may_close_centre(
    by: "Actor", centre: "SupportCentre", closed_on: datetime.date | None = None
) -> Verdict:
    """An officer says on which day a centre is there for the last time."""
    return all_of(
        _is_officer(by),
        unless(centre.closed_on is None, _("このセンターは、すでに閉じる日が決まっています。")),
        unless(
            closed_on is None or closed_on >= centre.opened_on,
            _("開いた日より後の日を入れてください。"),
        ),
    )


def may_write_notice(
    by: "Actor",
    disaster: "Disaster",
    valid_from: datetime.datetime | None = None,
    expires_at: datetime.datetime | None = None,
) -> Verdict:
    """An officer prepares a notice that has an end."""
    in_order = not (valid_from and expires_at) or expires_at > valid_from
    return all_of(
        _is_officer(by),
        _goes_on(disaster),
        unless(in_order, _("終わりの日時を、始まりより後にしてください。")),
    )


def may_say(by: "Actor", text: str | None = None) -> Verdict:
    """An officer writes a notice in one language."""
    return all_of(_is_officer(by), unless(text is None or text.strip(), _("文を書いてください。")))


def may_confirm(by: "Actor", text: "Text") -> Verdict:
    """A second officer stands behind a text."""
    return all_of(_is_officer(by), words.may_confirm(by, text))


def may_publish(by: "Actor", notice: "Notice") -> Verdict:
    """An officer publishes a notice that can be read in easy Japanese, before it expires."""
    return all_of(
        _is_officer(by),
        NOTICE.allows("publish", notice.state),
        unless(
            not queries.lacks_easy_japanese(notice),
            _("やさしい日本語の題名と文がそろってから公開できます。"),
        ),
        unless(not notice.is_expired, _("期限が過ぎています。新しいお知らせをつくってください。")),
    )


def _goes_on(disaster: "Disaster") -> Verdict:
    return unless(disaster.state != Phase.OVER, _("この災害の支援は終了しています。"))
