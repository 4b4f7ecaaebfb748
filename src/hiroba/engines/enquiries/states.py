"""How far a case has come: what the staff calls it, and what the one who asked reads."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.lifecycles import Lifecycle, Move


class CaseState(TextChoices):
    """The staff's words."""

    WAITING = "waiting", _("回答待ち")
    ANSWERED = "answered", _("回答済み")
    PAUSED = "paused", _("相手の返事待ち")
    RESOLVED = "resolved", _("解決")


class FaqState(TextChoices):
    DRAFT = "draft", _("確認待ち")
    APPROVED = "approved", _("公開")


# What the one who asked reads: never how the house divides its work.
PUBLIC_LABELS = {
    CaseState.WAITING: _("受け付けました。お答えを準備しています"),
    CaseState.ANSWERED: _("お答えしました"),
    CaseState.PAUSED: _("あなたのお返事を待っています"),
    CaseState.RESOLVED: _("終わりました"),
}

S, F = CaseState, FaqState

# fmt: off
CASE = Lifecycle(
    S, S.WAITING,
    Move("answer",      _("回答する"),       (S.WAITING, S.ANSWERED),           S.ANSWERED),
    Move("pause",       _("相手に尋ねる"),   (S.WAITING,),                      S.PAUSED),
    Move("resume",      _("再開する"),       (S.PAUSED,),                       S.WAITING),
    Move("write_again", _("もう一度書く"),   (S.WAITING, S.ANSWERED, S.PAUSED), S.WAITING),
    Move("refer",       _("取り次ぐ"),       (S.WAITING, S.ANSWERED, S.PAUSED), S.WAITING),
    Move("resolve",     _("解決にする"),     (S.ANSWERED,),                     S.RESOLVED),
    Move("reopen",      _("もう一度開く"),   (S.RESOLVED,),                     S.WAITING),
)
FAQ = Lifecycle(
    F, F.DRAFT,
    Move("approve_faq", _("確認して公開する"), (F.DRAFT,), F.APPROVED),
)
# fmt: on
