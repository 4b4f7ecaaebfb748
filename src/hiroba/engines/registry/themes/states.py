"""Which lists of themes there are."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ThemeKind(TextChoices):
    SDG = "sdg", _("持続可能な開発目標")
    DAC_CATEGORY = "dac_category", _("DAC分野(3桁)")
    DAC_SECTOR = "dac_sector", _("DACセクター(5桁)")
    FIELD = "field", _("課題分野")
