"""The headings under which published materials are listed."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hiroba.programmes.materials.models import Material

EVERYTHING = "all"


def of(sort: str, value: str) -> str:
    """`grade` and `junior_high` give `grade:junior_high`."""
    return f"{sort}:{value}"


def names_of(material: "Material") -> list[str]:
    """Every heading a material belongs under."""
    return [
        EVERYTHING,
        of("kind", material.kind),
        *(of("grade", grade) for grade in material.grades),
        *(of("theme", theme.code) for theme in material.themes.all()),
        *(of("country", country.code) for country in material.countries.all()),
    ]
