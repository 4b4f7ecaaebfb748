"""The roles somebody can hold, and the words for where they hold."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What somebody does for the agency; members of bodies need no role."""

    OFFICER = "officer", _("担当職員")
    REVIEWER = "reviewer", _("審査員")
    CHAIR = "chair", _("審査委員長")
    APPROVER = "approver", _("承認者")
    AUDITOR = "auditor", _("監査担当")
    GUIDE = "guide", _("地球案内人")
    ADMINISTRATOR = "administrator", _("管理者")


STAFF_ROLES = frozenset({Role.OFFICER, Role.CHAIR, Role.APPROVER, Role.AUDITOR, Role.ADMINISTRATOR})

EVERYWHERE = "everywhere"
PARTS = ("programme:", "office:", "queue:")


def is_scope(text: str) -> bool:
    """Whether this names the whole house, one programme, one office or one queue."""
    return text == EVERYWHERE or any(
        text.startswith(part) and text.removeprefix(part).strip() for part in PARTS
    )
