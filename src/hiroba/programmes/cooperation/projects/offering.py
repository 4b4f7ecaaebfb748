"""Which filters are offered: only those that lead to a project."""

from functools import lru_cache
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hiroba.engines.registry.places import queries as places
from hiroba.engines.registry.themes import queries as themes
from hiroba.foundation.calendar import fiscal_year_text
from hiroba.foundation.words import said
from hiroba.programmes.cooperation.projects import tallies
from hiroba.programmes.cooperation.projects.states import Origin, Scheme

Choices = tuple[tuple[str, Any], ...]


def offers() -> dict[str, Choices]:
    """The choices of each filter, in the reader's language."""
    return _offers(tallies.version(), get_language() or "ja")


@lru_cache(maxsize=8)
def _offers(version: tallies.Version, language: str) -> dict[str, Choices]:
    counts = tallies.tally()
    return {
        "country": _countries(counts),
        "sector": _sectors(counts),
        "year": _years(counts, language),
        "kind": _kinds(counts),
    }


def _countries(counts: dict[str, int]) -> Choices:
    """In the order of their readings."""
    found = tallies.counts_under("country", counts)
    known = (one for one in places.countries() if one.code in found)
    return tuple((one.code, said(one, "name")) for one in known)


def _sectors(counts: dict[str, int]) -> Choices:
    """Categories of the DAC, each with its sectors below it."""
    categories = tallies.counts_under("category", counts)
    sectors = sorted(tallies.counts_under("sector", counts))
    names = {one.code: said(one, "name") for one in themes.sectors() | themes.categories()}
    return tuple(
        (
            names.get(code, code),
            (
                (code, _("%(name)s(すべて)") % {"name": names.get(code, code)}),
                *((one, names.get(one, one)) for one in sectors if one.startswith(code)),
            ),
        )
        for code in sorted(categories)
    )


def _years(counts: dict[str, int], language: str) -> Choices:
    """Fiscal years, the newest first."""
    years = sorted(tallies.counts_under("year", counts), reverse=True)
    return tuple((year, fiscal_year_text(int(year), language)) for year in years)


def _kinds(counts: dict[str, int]) -> Choices:
    """Ours, by scheme, and those of others."""
    origins = tallies.counts_under("origin", counts)
    schemes = tallies.counts_under("scheme", counts)
    known = [*(one for one in Origin if one in origins), *(one for one in Scheme if one in schemes)]
    return tuple((one.value, str(one.label)) for one in known)
