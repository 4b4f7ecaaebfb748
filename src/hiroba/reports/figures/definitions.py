"""Figures whose rooms are not built yet; they live by published values alone."""

import tomllib
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from hiroba.foundation.figures import FigureDefinition

DATA = Path(__file__).parent / "data"

GROUPS = {
    "cooperation": _("協働事業"),
    "dialogue": _("対話と相談"),
    "giving": _("寄附"),
    "plaza": _("地球ひろば"),
    "education": _("開発教育"),
}


def _read(code: str, row: dict[str, Any]) -> FigureDefinition:
    return FigureDefinition(code=code, **{name: row[name] for name in row if name != "group"})


_ROWS: dict[str, dict[str, Any]] = tomllib.loads((DATA / "definitions.toml").read_text("utf-8"))

PUBLISHED_ONLY = {code: _read(code, row) for code, row in _ROWS.items()}
GROUP_OF = {code: row["group"] for code, row in _ROWS.items()}
# Figures that nobody has published yet stand with those they belong to.
GROUP_OF |= {"legacy_partners": "giving", "legacy_enquiries": "giving"}
