"""A figure as plain data: the same for the page's JSON, the API and the command line."""

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from hiroba.reports.figures.writing import value_text

if TYPE_CHECKING:
    from hiroba.reports.figures.models import Baseline
    from hiroba.reports.figures.reckoning import Figure

LANGUAGES = ("ja", "en")


def told(figure: "Figure") -> dict[str, Any]:
    """The figure with its definition, in both languages, and what it was made of."""
    definition = figure.definition
    return {
        "code": figure.code,
        "name": {"ja": definition.name_ja, "en": definition.name_en},
        "definition": {"ja": definition.definition_ja, "en": definition.definition_en},
        "unit": {"ja": definition.unit_ja, "en": definition.unit_en},
        "kind": definition.kind,
        "fiscal_year": figure.fiscal_year,
        "period": {language: figure.period.text(language) for language in LANGUAGES},
        "value": figure.value,
        "text": {language: _text(figure, language) for language in LANGUAGES},
        "approximate": figure.is_approximate,
        "plan": figure.is_plan,
        "baseline": told_baseline(figure.baseline) if figure.baseline else None,
        "records_counted": figure.added.value,
        "records_excluded": len(figure.added.excluded),
        "records_in_baseline": figure.contained.value,
        "url": reverse("figures:figure", args=[figure.code]) + f"?fy={figure.fiscal_year}",
    }


def told_baseline(baseline: "Baseline") -> dict[str, Any]:
    """A published value with its source."""
    return {
        "value": baseline.value,
        "fiscal_year": baseline.fiscal_year,
        "first_day": baseline.first_day.isoformat() if baseline.first_day else None,
        "last_day": baseline.last_day.isoformat(),
        "certainty": baseline.certainty,
        "basis": baseline.basis,
        "source": {"ja": baseline.source_ja, "en": baseline.source_en},
        "document": baseline.url or None,
        "note": {"ja": baseline.note_ja, "en": baseline.note_en},
    }


def _text(figure: "Figure", language: str) -> str:
    return "" if figure.value is None else value_text(figure.definition, figure.value, language)
