"""Whether a proposal stays within the frame of its track: money, months, and sums that add up."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from hiroba.foundation.money import yen_text

if TYPE_CHECKING:
    from hiroba.engines.intake.calls.rules import Rules

YEARS = ("yen_1", "yen_2", "yen_3")


@dataclass(frozen=True)
class Strain:
    """One limit that the answers do not keep: the page and the field to mend, and why."""

    page: str
    key: str
    sentence: str


def strains(rules: "Rules", answers: dict[str, Any]) -> tuple[Strain, ...]:
    """Every limit that is not kept; answers that are missing are asked for elsewhere."""
    return (*_money(rules, answers), *_months(rules, answers))


def months_between(start: date, end: date) -> int:
    """Whole months that a period touches, both days counted."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months + (end.day >= start.day)


def _money(rules: "Rules", answers: dict[str, Any]) -> Iterator[Strain]:
    total = answers.get("yen_total")
    if total is None:
        return
    if total > rules.yen_ceiling:
        told = {"now": yen_text(total), "most": yen_text(rules.yen_ceiling)}
        yield Strain("budget", "yen_total", _("総額%(now)sは、上限%(most)sを超えています。") % told)
    years = sum(answers.get(key) or 0 for key in YEARS)
    if all(key in answers for key in YEARS) and years != total:
        told = {"sum": yen_text(years), "total": yen_text(total)}
        yield Strain(
            "budget",
            "yen_total",
            _("年ごとの合計%(sum)sと、総額%(total)sが違います。") % told,
        )


def _months(rules: "Rules", answers: dict[str, Any]) -> Iterator[Strain]:
    if not (answers.get("planned_start") and answers.get("planned_end")):
        return
    start, end = (date.fromisoformat(answers[key]) for key in ("planned_start", "planned_end"))
    if end <= start:
        yield Strain("outline", "planned_end", _("終わりの日を、始まりの日より後にしてください。"))
    elif (months := months_between(start, end)) > rules.months_ceiling:
        told = {"now": months, "most": rules.months_ceiling}
        yield Strain(
            "outline",
            "planned_end",
            _("期間%(now)sか月は、上限%(most)sか月を超えています。") % told,
        )
