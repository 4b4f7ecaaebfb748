"""How far courses and applications have come."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.lifecycles import Lifecycle, Move


class CourseState(TextChoices):
    DRAFT = "draft", _("準備中")
    OPEN = "open", _("募集中")
    PROPOSED = "proposed", _("選考の承認待ち")
    DECIDED = "decided", _("参加者決定")
    ENDED = "ended", _("終了")


class ApplicationState(TextChoices):
    APPLIED = "applied", _("応募済み")
    SELECTED = "selected", _("選ばれました")
    DECLINED = "declined", _("見送り")
    CONFIRMED = "confirmed", _("参加する")
    WITHDRAWN = "withdrawn", _("辞退")


C, A = CourseState, ApplicationState

# fmt: off
COURSE = Lifecycle(
    C, C.DRAFT,
    Move("publish_course",    _("募集を始める"),   (C.DRAFT,),    C.OPEN),
    Move("propose_selection", _("選考を提案する"), (C.OPEN,),     C.PROPOSED),
    Move("return_selection",  _("差し戻す"),       (C.PROPOSED,), C.OPEN),
    Move("approve_selection", _("承認する"),       (C.PROPOSED,), C.DECIDED),
    Move("end_course",        _("修了とする"),     (C.DECIDED,),  C.ENDED),
)
APPLICATION = Lifecycle(
    A, A.APPLIED,
    Move("select",        _("選ぶ"),     (A.APPLIED,),                          A.SELECTED),
    Move("decline",       _("見送る"),   (A.APPLIED,),                          A.DECLINED),
    Move("confirm_place", _("参加する"), (A.SELECTED,),                         A.CONFIRMED),
    Move("withdraw",      _("辞退する"), (A.APPLIED, A.SELECTED, A.CONFIRMED), A.WITHDRAWN),
)
# fmt: on
