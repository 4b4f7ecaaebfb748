"""What kinds of offices there are."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OfficeKind(TextChoices):
    HEADQUARTERS = "headquarters", _("本部")
    DOMESTIC = "domestic", _("国内機関")
    OVERSEAS = "overseas", _("在外事務所")
