"""Kinds of lectures, whom they are for, and what can happen to a lecture and to an offer."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.lifecycles import Lifecycle, Move


class Kind(TextChoices):
    VISIT = "visit", _("学校などに講師が行く")
    ONLINE = "online", _("オンラインで海外と結ぶ")


class Grade(TextChoices):
    ELEMENTARY_LOWER = "elementary_lower", _("小学校1〜3年")
    ELEMENTARY_UPPER = "elementary_upper", _("小学校4〜6年")
    JUNIOR_HIGH = "junior_high", _("中学校")
    HIGH = "high", _("高等学校")
    GROWN_UP = "grown_up", _("大学・地域など")


class Language(TextChoices):
    JAPANESE = "ja", _("日本語")
    ENGLISH = "en", _("英語")
    SPANISH = "es", _("スペイン語")
    FRENCH = "fr", _("フランス語")


class Equipment(TextChoices):
    SCREEN = "screen", _("スクリーンか大型テレビ")
    CAMERA = "camera", _("教室を映すカメラ")
    MICROPHONE = "microphone", _("マイク")
    INTERNET = "internet", _("有線か安定した無線のインターネット")
    TABLETS = "tablets", _("一人一台の端末")


class Weekday(IntegerChoices):
    MONDAY = 0, _("月曜日")
    TUESDAY = 1, _("火曜日")
    WEDNESDAY = 2, _("水曜日")
    THURSDAY = 3, _("木曜日")
    FRIDAY = 4, _("金曜日")
    SATURDAY = 5, _("土曜日")
    SUNDAY = 6, _("日曜日")


class LectureState(TextChoices):
    REQUESTED = "requested", _("講師をさがしています")
    OFFERED = "offered", _("講師の返事を待っています")
    ACCEPTED = "accepted", _("講師が決まり、確定を待っています")
    CONFIRMED = "confirmed", _("確定")
    HELD = "held", _("開きました")
    NOT_HELD = "not_held", _("開けませんでした")
    TURNED_DOWN = "turned_down", _("お受けできませんでした")
    CANCELLED = "cancelled", _("取りやめ")


class OfferState(TextChoices):
    OFFERED = "offered", _("返事待ち")
    ACCEPTED = "accepted", _("引き受けた")
    DECLINED = "declined", _("断った")
    WITHDRAWN = "withdrawn", _("取り下げた")


S, A = LectureState, OfferState
ON_THE_WAY = (S.REQUESTED, S.OFFERED, S.ACCEPTED, S.CONFIRMED)
CLOSED_WITH_A_REASON = (S.NOT_HELD, S.TURNED_DOWN, S.CANCELLED)
LIVE = (A.OFFERED, A.ACCEPTED)

# fmt: off
LECTURE = Lifecycle(
    S, S.REQUESTED,
    Move("offer", _("講師に打診する"), (S.REQUESTED,), S.OFFERED),
    Move("accept", _("引き受ける"), (S.OFFERED,), S.ACCEPTED),
    Move("decline", _("断る"), (S.OFFERED,), S.REQUESTED),
    Move("withdraw", _("打診を取り下げる"), (S.OFFERED, S.ACCEPTED), S.REQUESTED),
    Move("confirm", _("確定して両方に知らせる"), (S.ACCEPTED,), S.CONFIRMED),
    Move("record_held", _("開いたことを記録する"), (S.CONFIRMED,), S.HELD),
    Move("record_not_held", _("開けなかったことを記録する"), (S.CONFIRMED,), S.NOT_HELD),
    Move("turn_down", _("お受けできないと伝える"), (S.REQUESTED,), S.TURNED_DOWN),
    Move("cancel", _("取りやめる"), ON_THE_WAY, S.CANCELLED),
)
OFFER = Lifecycle(
    A, A.OFFERED,
    Move("accept", _("引き受ける"), (A.OFFERED,), A.ACCEPTED),
    Move("decline", _("断る"), (A.OFFERED,), A.DECLINED),
    Move("withdraw", _("打診を取り下げる"), (A.OFFERED, A.ACCEPTED), A.WITHDRAWN),
)
# fmt: on
