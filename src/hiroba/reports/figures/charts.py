"""The picture of a figure over the years; the table of published values stands beside it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hiroba.foundation.drawing.bars import bars
from hiroba.foundation.figures import FigureDefinition
from hiroba.foundation.words import said
from hiroba.reports.figures.periods import Period
from hiroba.reports.figures.states import Basis

if TYPE_CHECKING:
    from hiroba.reports.figures.models import Baseline

ENOUGH = 2


def history(definition: FigureDefinition, baselines: Sequence["Baseline"]) -> SafeString | None:
    """Columns of the published values, the oldest first; nothing when there is only one."""
    done = [row for row in reversed(baselines) if row.basis == Basis.RESULT]
    if len(done) < ENOUGH:
        return None
    rows = [(_short(row.period), float(row.value)) for row in done]
    return bars(rows, told=_("%(name)sの公表値の移り変わり") % {"name": said(definition, "name")})


def _short(period: Period) -> str:
    """The year of a value under its column; the month where two fall into one year."""
    language = get_language() or "ja"
    whole = period.text(language)
    if period.label_ja or period.first is None or len(whole) > len("FY2006–2023"):
        return f"{period.last.year}/{period.last.month}"
    return whole
