"""What bodies are, what can happen to them, and what their people may do."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.lifecycles import Lifecycle, Move


class Personality(TextChoices):
    NPO = "npo", _("特定非営利活動法人")
    CERTIFIED_NPO = "certified_npo", _("認定特定非営利活動法人")
    GENERAL_ASSOCIATION = "general_association", _("一般社団法人")
    GENERAL_FOUNDATION = "general_foundation", _("一般財団法人")
    PUBLIC_ASSOCIATION = "public_association", _("公益社団法人")
    PUBLIC_FOUNDATION = "public_foundation", _("公益財団法人")
    SOCIAL_WELFARE = "social_welfare", _("社会福祉法人")
    SCHOOL_CORPORATION = "school_corporation", _("学校法人")
    NATIONAL_UNIVERSITY = "national_university", _("国立大学法人")
    PUBLIC_UNIVERSITY = "public_university", _("公立大学法人")
    SCHOOL = "school", _("学校")
    LOCAL_GOVERNMENT = "local_government", _("地方公共団体")
    DESIGNATED = "designated", _("指定団体")
    COMPANY = "company", _("企業")
    COOPERATIVE = "cooperative", _("協同組合")
    UNINCORPORATED = "unincorporated", _("任意団体")
    JOINT_VENTURE = "joint_venture", _("共同事業体")
    PUBLIC_AGENCY = "public_agency", _("国・独立行政法人")
    FOREIGN = "foreign", _("海外の団体")
    INTERNATIONAL = "international", _("国際機関")
    OTHER = "other", _("その他")


class BodyState(TextChoices):
    UNVERIFIED = "unverified", _("確認待ち")
    VERIFIED = "verified", _("確認済み")
    SUSPENDED = "suspended", _("停止中")


class Origin(TextChoices):
    OWN = "own", _("団体による登録")
    IMPORTED = "imported", _("一覧からの取り込み")
    OPEN_DATA = "open_data", _("公開データ")


class MemberRole(TextChoices):
    OWNER = "owner", _("代表管理者")
    EDITOR = "editor", _("編集者")
    VIEWER = "viewer", _("閲覧者")
    SIGNATORY = "signatory", _("署名権者")


S = BodyState

# fmt: off
BODY = Lifecycle(
    S, S.UNVERIFIED,
    Move("verify", _("確認する"), (S.UNVERIFIED,), S.VERIFIED),
    Move("suspend", _("停止する"), (S.VERIFIED,), S.SUSPENDED),
    Move("lift", _("停止を解く"), (S.SUSPENDED,), S.VERIFIED),
)
# fmt: on
