"""What a guide to a country tells about."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class GuideTopic(TextChoices):
    REGISTRATION = "registration", _("団体の登録")
    CONSENT = "consent", _("相手国政府の同意")
    VISA = "visa", _("査証と滞在")
    SAFETY = "safety", _("安全")
