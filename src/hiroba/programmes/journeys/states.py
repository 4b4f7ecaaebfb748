"""What can happen to a version of a journey."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.lifecycles import Lifecycle, Move


class VersionState(TextChoices):
    DRAFT = "draft", _("準備中")
    PUBLISHED = "published", _("公開中")
    RETIRED = "retired", _("公開終了")


S = VersionState

# fmt: off
VERSION = Lifecycle(
    S, S.DRAFT,
    Move("publish", _("公開する"),     (S.DRAFT,),     S.PUBLISHED),
    Move("retire",  _("公開を終える"), (S.PUBLISHED,), S.RETIRED),
)
# fmt: on
