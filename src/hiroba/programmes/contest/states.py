"""The divisions of the contest and its prizes."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Division(TextChoices):
    JUNIOR = "junior", _("中学生の部")
    SENIOR = "senior", _("高校生の部")


class Prize(TextChoices):
    """The best first."""

    GRAND = "grand", _("最優秀賞")
    EXCELLENT = "excellent", _("優秀賞")
    JURY = "jury", _("審査員特別賞")
    MERIT = "merit", _("佳作")


# In which order prizes are told.
ORDER = tuple(Prize.values)
