"""Questions about figures: what they are now, what was published, what they once were."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils.translation import get_language

from hiroba.foundation import clock
from hiroba.foundation.calendar import fiscal_year
from hiroba.foundation.journal import queries as journal
from hiroba.reports.figures.catalogue import by_group, catalogue
from hiroba.reports.figures.models import Assertion, Baseline, Snapshot
from hiroba.reports.figures.reckoning import Figure, reckon
from hiroba.reports.figures.states import Basis

if TYPE_CHECKING:
    from hiroba.foundation.figures import FigureDefinition

Moment = tuple[int, str, str]
FIRST_YEAR, LAST_YEAR = 1950, 2100


@dataclass(frozen=True)
class Comparison:
    """What somebody else published, beside what we find for the same year."""

    assertion: Assertion
    ours: Figure

    @property
    def gap(self) -> int | None:
        """Ours minus theirs; None when we have no value."""
        return None if self.ours.value is None else self.ours.value - self.assertion.value


def definition_of(code: str) -> "FigureDefinition | None":
    """The definition with this code, if there is one."""
    return catalogue().get(code)


def is_empty() -> bool:
    """Whether no published value has been loaded yet."""
    return not Baseline.objects.exists()


def baselines_of(code: str) -> QuerySet[Baseline]:
    """Published values that hold now, the newest period first."""
    return Baseline.objects.current().filter(figure=code).order_by("-last_day", "-pk")


def replaced_baselines_of(code: str) -> QuerySet[Baseline]:
    """Published values that were typed in once and corrected since."""
    found = Baseline.objects.filter(figure=code).exclude(replaced_by=None)
    return found.select_related("replaced_by").order_by("-pk")


def figure(code: str, year: int | None = None, known: Iterable[Baseline] | None = None) -> Figure:
    """The figure for a fiscal year; without one, for the newest year that is known."""
    definition = catalogue()[code]
    return _reckoned(definition, year, list(baselines_of(code) if known is None else known))


def figures(year: int | None = None, codes: Iterable[str] = ()) -> dict[str, Figure]:
    """Figures at once, some or all; published values are asked for in one query."""
    asked = [code for code in codes if code in catalogue()] or list(catalogue())
    known, moment = remembered(), _moment()
    missing = [code for code in asked if (moment, code, year) not in known]
    published = _published(set(missing)) if missing else {}
    for code in missing:
        known[moment, code, year] = _reckoned(catalogue()[code], year, published[code])
    return {code: known[moment, code, year] for code in asked}


@lru_cache(maxsize=1)
def remembered() -> dict[tuple[Moment, str, int | None], Figure]:
    """Figures as they were counted since the last write; see decision 0026."""
    return Remembered()


class Remembered(dict[tuple[Moment, str, int | None], Figure]):
    """Keeps what belongs to the newest moment only."""

    def __setitem__(self, key: tuple[Moment, str, int | None], figure: Figure) -> None:
        for old in [each for each in list(self) if each[0] != key[0]]:
            self.pop(old, None)
        super().__setitem__(key, figure)


def _moment() -> Moment:
    """Every write is in the journal, so its last number tells whether a count still holds."""
    return journal.last_number(), clock.now().strftime("%Y%m%d%H%M"), get_language() or "ja"


def figures_at(asked: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Figure]:
    """Some figures, each for its own year; unknown codes are left out."""
    pairs = [pair for pair in asked if pair[0] in catalogue()]
    known, moment = remembered(), _moment()
    missing = [(code, year) for code, year in pairs if (moment, f"{code} of", year) not in known]
    published = _published({code for code, _ in missing}) if missing else {}
    for code, year in missing:
        known[moment, f"{code} of", year] = reckon(catalogue()[code], year, published[code])
    return {(code, year): known[moment, f"{code} of", year] for code, year in pairs}


def figures_by_group(year: int | None = None) -> list[tuple[str, list[Figure]]]:
    """All figures of which something is known, under their headings."""
    found = figures(year)
    groups = [
        (label, [found[code] for code in codes if found[code].value is not None])
        for label, codes in by_group()
    ]
    return [(label, known) for label, known in groups if known]


def years_of(code: str, known: Iterable[Baseline] | None = None) -> list[int]:
    """Fiscal years for which the figure can be asked, the newest first."""
    years = {row.fiscal_year for row in (baselines_of(code) if known is None else known)}
    definition = catalogue()[code]
    if definition.counted is not None and years and definition.kind == "cumulative":
        years |= set(range(max(years), this_year() + 1))
    if definition.counted is not None and definition.records_since is not None:
        years |= set(range(fiscal_year(definition.records_since), this_year() + 1))
    return sorted(years, reverse=True)


def all_years() -> list[int]:
    """Fiscal years of which anything is known, the newest first."""
    years = set(Baseline.objects.current().values_list("fiscal_year", flat=True).order_by())
    return sorted(years | {this_year()}, reverse=True)


def this_year() -> int:
    """The fiscal year of today."""
    return fiscal_year(clock.today())


def comparisons_of(code: str, known: Iterable[Baseline] | None = None) -> list[Comparison]:
    """What others published about the figure, compared with ours, the newest year first."""
    told = list(Assertion.objects.filter(figure=code).order_by("-fiscal_year", "pk"))
    if not told:
        return []
    rows, definition = list(baselines_of(code) if known is None else known), catalogue()[code]
    return [Comparison(row, reckon(definition, row.fiscal_year, rows)) for row in told]


def snapshots_of(code: str) -> QuerySet[Snapshot]:
    """How the figure stood before, the newest first."""
    return Snapshot.objects.filter(figure=code).order_by("-computed_at", "-pk")


def _published(codes: set[str]) -> dict[str, list[Baseline]]:
    found: dict[str, list[Baseline]] = defaultdict(list)
    for row in Baseline.objects.current().filter(figure__in=codes).order_by("-last_day", "-pk"):
        found[row.figure].append(row)
    return found


def _reckoned(
    definition: "FigureDefinition", year: int | None, baselines: list[Baseline]
) -> Figure:
    if year is not None:
        return reckon(definition, year, baselines)
    now = reckon(definition, this_year(), baselines)
    happened = [row for row in baselines if row.basis == Basis.RESULT] or baselines
    is_news = now.value is not None and now.added.value > 0
    return (
        now if is_news or not happened else reckon(definition, happened[0].fiscal_year, baselines)
    )
