"""How values are written: 1,405件, 249万9,622人, 2,499,622 visitors."""

from django.utils.translation import get_language

from hiroba.foundation.figures import FigureDefinition
from hiroba.foundation.money import great_number, yen_text
from hiroba.foundation.words import said


def number_text(definition: FigureDefinition, value: int, language: str = "") -> str:
    """The number alone, in groups of 万 where the figure is printed so."""
    wanted = language or get_language() or "ja"
    if definition.style == "man" and wanted != "en":
        return great_number(value)
    return f"{value:,}"


def value_text(definition: FigureDefinition, value: int, language: str = "") -> str:
    """The number with its unit."""
    wanted = language or get_language() or "ja"
    if definition.unit_en == "yen" and wanted == "en":
        return yen_text(value, "en")
    number, unit = number_text(definition, value, wanted), said(definition, "unit", wanted)
    return f"{number} {unit}" if wanted == "en" else f"{number}{unit}"
