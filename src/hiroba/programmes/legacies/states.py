"""The stages of a legacy, and the few words that may stand in the journal about it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.lifecycles import Lifecycle, Move


class LegacyState(TextChoices):
    ENQUIRY = "enquiry", _("ご相談")
    REFERRED = "referred", _("提携先へ紹介")
    CONSULTING = "consulting", _("提携先で相談中")
    WILL_MADE = "will_made", _("遺言書ができた")
    NOTICED = "noticed", _("遺言執行者からの通知")
    ACCEPTED = "accepted", _("お受けすると決定")
    DECLINED = "declined", _("ご辞退")
    RECEIVING = "receiving", _("受け入れ中")
    CLOSED = "closed", _("終了")


class Nature(TextChoices):
    """What is left by the will; the last two may bring burdens with them."""

    MONEY = "money", _("金銭")
    PROPERTY = "property", _("不動産など金銭以外の財産")
    UNIVERSAL = "universal", _("包括遺贈")


class Declining(TextChoices):
    """Why a legacy is declined, in words that tell nothing about a person."""

    DEBTS = "debts", _("債務を引き継ぐおそれがあるため")
    RESERVED = "reserved", _("遺留分の争いがあるため")
    UNFIT = "unfit", _("管理できない財産のため")
    OTHER = "other", _("そのほか")


class Closing(TextChoices):
    """Why a file is closed, in words that tell nothing about a person."""

    DONE = "done", _("受け入れが完了したため")
    WISHED = "wished", _("ご本人・ご遺族のご希望")
    DECLINED = "declined", _("ご辞退したため")
    SILENT = "silent", _("ご連絡がつかなくなったため")


class Opening(TextChoices):
    """Why somebody opens a file."""

    ANSWER = "answer", _("ご相談への対応")
    PARTNER = "partner", _("提携先・遺言執行者との連絡")
    ACCEPTANCE = "acceptance", _("受け入れの手続き")
    OWN_WISH = "own_wish", _("ご本人からの請求")


S = LegacyState
BEFORE_NOTICE = (S.ENQUIRY, S.REFERRED, S.CONSULTING, S.WILL_MADE)
# In these states the next step is ours; in the others somebody else's, perhaps for decades.
OURS = (S.ENQUIRY, S.NOTICED, S.ACCEPTED, S.DECLINED, S.RECEIVING)
BURDENED = (Nature.PROPERTY, Nature.UNIVERSAL)

# fmt: off
LEGACY = Lifecycle(
    S, S.ENQUIRY,
    Move("refer", _("提携先へ紹介する"), (S.ENQUIRY, S.REFERRED), S.REFERRED),
    Move("consult", _("提携先で相談が始まった"), (S.REFERRED,), S.CONSULTING),
    Move("record_will", _("遺言書ができたと記録する"), (S.CONSULTING,), S.WILL_MADE),
    Move("notify", _("遺言執行者の通知を記録する"), (S.CONSULTING, S.WILL_MADE), S.NOTICED),
    Move("accept", _("受け入れを決める"), (S.NOTICED,), S.ACCEPTED),
    Move("decline", _("辞退を記録する"), (S.NOTICED,), S.DECLINED),
    Move("receive", _("受け入れを記録する"), (S.ACCEPTED, S.RECEIVING), S.RECEIVING),
    Move("close", _("終了する"), (*BEFORE_NOTICE, S.DECLINED, S.RECEIVING), S.CLOSED),
)
# fmt: on
