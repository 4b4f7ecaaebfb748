"""Questions about themes."""

from django.db.models import QuerySet
from django.utils.translation import get_language

from hiroba.engines.registry.themes.models import Theme
from hiroba.engines.registry.themes.states import ThemeKind


def goals() -> QuerySet[Theme]:
    """The 17 goals, in their order."""
    return _of(ThemeKind.SDG)


def fields() -> QuerySet[Theme]:
    """Our own fields, to which the categories of the DAC belong."""
    return _of(ThemeKind.FIELD)


def categories() -> QuerySet[Theme]:
    """The DAC's categories of three digits, with the field each belongs to."""
    return _of(ThemeKind.DAC_CATEGORY)


def sectors() -> QuerySet[Theme]:
    """The DAC's sectors of five digits, with the category each belongs to."""
    return _of(ThemeKind.DAC_SECTOR)


def _of(kind: ThemeKind) -> QuerySet[Theme]:
    return Theme.objects.filter(kind=kind).select_related("parent").order_by("place", "code", "pk")


def theme_by_code(kind: str, code: str) -> Theme | None:
    """The theme with a code of a list."""
    return Theme.objects.filter(kind=kind, code=str(code).strip()).first()


def sector(code: str) -> Theme | None:
    """The sector or category of the DAC with this code of five or three digits."""
    kind = ThemeKind.DAC_SECTOR if len(code) == 5 else ThemeKind.DAC_CATEGORY
    return theme_by_code(kind, code)


def sector_name(code: str, language: str = "") -> str:
    """The name of a sector in the reader's language; nothing when the code is unknown."""
    found = sector(code)
    if found is None:
        return ""
    in_english = (language or get_language() or "ja") == "en"
    return found.name_en if in_english else found.name_ja


def themes_under(theme: Theme) -> QuerySet[Theme]:
    """The theme itself and everything that belongs to it."""
    found = Theme.objects.filter(pk=theme.pk) | Theme.objects.filter(parent=theme)
    return (found | Theme.objects.filter(parent__parent=theme)).order_by("kind", "code", "pk")
