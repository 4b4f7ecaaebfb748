"""Kinds of schools, as the ministry's list has them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SchoolKind(TextChoices):
    KINDERGARTEN = "A1", _("幼稚園")
    CERTIFIED_CENTRE = "A2", _("幼保連携型認定こども園")
    ELEMENTARY = "B1", _("小学校")
    JUNIOR_HIGH = "C1", _("中学校")
    COMPULSORY = "C2", _("義務教育学校")
    HIGH = "D1", _("高等学校")
    SECONDARY = "D2", _("中等教育学校")
    SPECIAL_NEEDS = "E1", _("特別支援学校")
    UNIVERSITY = "F1", _("大学")
    JUNIOR_COLLEGE = "F2", _("短期大学")
    TECHNICAL_COLLEGE = "G1", _("高等専門学校")
    SPECIALISED = "H1", _("専修学校")
    MISCELLANEOUS = "H2", _("各種学校")
    JAPANESE_ABROAD = "X1", _("日本人学校・補習授業校")


class Founder(TextChoices):
    NATIONAL = "1", _("国立")
    PUBLIC = "2", _("公立")
    PRIVATE = "3", _("私立")
