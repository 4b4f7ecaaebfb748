"""Where projects come from, under which scheme they run, and what can happen to them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.lifecycles import Lifecycle, Move


class Origin(TextChoices):
    OWN = "own", _("この広場の事業")
    IMPORTED = "imported", _("ほかの団体が公開した事業")


class Scheme(TextChoices):
    PARTNER = "grassroots_partner", _("草の根パートナー型")
    SUPPORT = "grassroots_support", _("草の根協力支援型")
    REGIONAL = "grassroots_regional", _("地域活性型")
    WORLD_FUND = "world_fund", _("世界の人びとのための基金")


GRASSROOTS = (Scheme.PARTNER, Scheme.SUPPORT, Scheme.REGIONAL)


class ProjectState(TextChoices):
    ADOPTED = "adopted", _("採択")
    CONTRACTED = "contracted", _("契約済み")
    RUNNING = "running", _("実施中")
    ENDED = "ended", _("実施終了")
    SETTLED = "settled", _("精算済み")
    POST_CHECKED = "post_checked", _("事後確認済み")
    LAPSED = "lapsed", _("契約に至らず")
    TERMINATED = "terminated", _("中止")


S = ProjectState

# fmt: off
PROJECT = Lifecycle(
    S, S.ADOPTED,
    Move("contract", _("契約を記録する"), (S.ADOPTED,), S.CONTRACTED),
    Move("start", _("開始を記録する"), (S.CONTRACTED,), S.RUNNING),
    Move("end", _("終了を記録する"), (S.RUNNING,), S.ENDED),
    Move("settle", _("精算を記録する"), (S.ENDED,), S.SETTLED),
    Move("post_check", _("事後確認を記録する"), (S.SETTLED,), S.POST_CHECKED),
    Move("lapse", _("契約に至らなかったことを記録する"), (S.ADOPTED,), S.LAPSED),
    Move("terminate", _("中止を記録する"), (S.CONTRACTED, S.RUNNING), S.TERMINATED),
)
# fmt: on

# What IATI calls the state of an activity, for those we export.
IATI_STATUS = {
    S.ADOPTED: "1",
    S.CONTRACTED: "1",
    S.RUNNING: "2",
    S.ENDED: "3",
    S.SETTLED: "4",
    S.POST_CHECKED: "4",
    S.LAPSED: "5",
    S.TERMINATED: "5",
}
