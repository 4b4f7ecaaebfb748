"""Who writes, checks and publishes lessons, and who records what became of practices."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.engines.results.states import ADOPTION, LESSON, Direction
from hiroba.foundation import clock
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.verdicts import YES, Verdict, all_of, unless

if TYPE_CHECKING:
    import datetime

    from hiroba.engines.results.models import Adoption, Lesson, Practice
    from hiroba.foundation.actors import Actor

# For how long a practice must have gone on by itself before one may say that it lasts.
MONTHS_BY_ITSELF = 24
DAYS_BY_ITSELF = MONTHS_BY_ITSELF * 365 // 12


def may_write_lesson(by: "Actor", programme: str) -> Verdict:
    """An officer of the programme writes lessons."""
    return unless(
        by.account and by.holds(Role.OFFICER, programme=programme),
        _("教訓は、担当職員が書きます。"),
    )


def may_revise_lesson(by: "Actor", lesson: "Lesson") -> Verdict:
    """An officer writes a lesson anew until it is published; then it is checked again."""
    return all_of(
        may_write_lesson(by, lesson.programme), LESSON.allows("revise_lesson", lesson.state)
    )


def may_review_lesson(by: "Actor", lesson: "Lesson") -> Verdict:
    """An officer or approver who has not written it checks a lesson."""
    return all_of(
        unless(
            by.account and by.holds(Role.OFFICER, Role.APPROVER, programme=lesson.programme),
            _("教訓は、担当職員か承認者が確認します。"),
        ),
        LESSON.allows("review_lesson", lesson.state),
        unless(
            by.account is None or lesson.written_by_id != by.account.pk,
            _("書いた本人は確認できません。ほかの方に頼んでください。"),
        ),
    )


def may_publish_lesson(by: "Actor", lesson: "Lesson") -> Verdict:
    """An officer publishes what was checked."""
    return all_of(
        may_write_lesson(by, lesson.programme), LESSON.allows("publish_lesson", lesson.state)
    )


def may_describe_practice(by: "Actor", programme: str) -> Verdict:
    """An officer of the programme describes what others can take over."""
    return unless(
        by.account and by.holds(Role.OFFICER, programme=programme),
        _("実践とその広がりは、担当職員が記録します。"),
    )


def may_record_adoption(
    by: "Actor", practice: "Practice", direction: str = "", parent: "Adoption | None" = None
) -> Verdict:
    """An officer records where a practice is taken up, from a place of the same practice."""
    return all_of(
        may_describe_practice(by, practice.programme),
        unless(not direction or direction in Direction.values, _("広がり方を選んでください。")),
        unless(
            parent is None or parent.practice_id == practice.pk,
            _("広がりの元は、同じ実践のものから選んでください。"),
        ),
    )


def may_pilot_practice(
    by: "Actor", adoption: "Adoption", since: "datetime.date | None" = None
) -> Verdict:
    """An officer records that a practice is being tried, since a day."""
    return all_of(_may_move(by, adoption, "pilot_practice"), _has_come(since))


def may_adopt_practice(
    by: "Actor",
    adoption: "Adoption",
    since: "datetime.date | None" = None,
    evidence: str | None = None,
) -> Verdict:
    """An officer records that a practice was taken up, and how that is known."""
    return all_of(_may_move(by, adoption, "adopt_practice"), _has_come(since), _is_shown(evidence))


def may_sustain_practice(by: "Actor", adoption: "Adoption", evidence: str | None = None) -> Verdict:
    """An officer records that a practice has gone on for two years, and how that is known."""
    allowed = _may_move(by, adoption, "sustain_practice")
    if not allowed:
        return allowed
    days = (clock.today() - adoption.since).days if adoption.since else 0
    return all_of(
        unless(
            days >= DAYS_BY_ITSELF,
            _("採り入れてから%(n)sか月たつと、記録できます。") % {"n": MONTHS_BY_ITSELF},
        ),
        _is_shown(evidence),
    )


def may_stop_practice(by: "Actor", adoption: "Adoption", because: str | None = None) -> Verdict:
    """An officer records why a practice was given up."""
    return all_of(
        _may_move(by, adoption, "stop_practice"),
        YES if because is None else unless(because.strip(), _("理由を書いてください。")),
    )


def _may_move(by: "Actor", adoption: "Adoption", verb: str) -> Verdict:
    return all_of(
        may_describe_practice(by, adoption.practice.programme),
        ADOPTION.allows(verb, adoption.state),
    )


def _has_come(since: "datetime.date | None") -> Verdict:
    is_past = since is None or since <= clock.today()
    return unless(is_past, _("まだ来ていない日は記録できません。"))


def _is_shown(evidence: str | None) -> Verdict:
    if evidence is None:
        return YES
    return unless(evidence.strip(), _("何からわかるか、根拠を書いてください。"))
