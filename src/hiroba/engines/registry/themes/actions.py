"""Everything that is written about themes."""

import csv
from importlib import resources
from typing import TYPE_CHECKING, Any

from hiroba.engines.registry.themes import policies
from hiroba.engines.registry.themes.models import Theme
from hiroba.engines.registry.themes.states import ThemeKind
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor

CATEGORY_DIGITS = 3


@action
def load_reference(*, by: "Actor") -> None:
    """Goals, fields, categories and sectors are as our lists have them, however often."""
    require(policies.may_load_reference(by))

    _put(ThemeKind.SDG, _typed("sdg_goals.csv"), {})
    fields = _typed("fields.csv")
    _put(ThemeKind.FIELD, fields, {})
    dac = _typed("dac_sectors.csv")
    field_of = {code: row["code"] for row in fields for code in row["categories"].split()}
    _put(ThemeKind.DAC_CATEGORY, [row for row in dac if _is_category(row)], field_of)
    sectors = [row for row in dac if not _is_category(row)]
    category_of = {row["code"]: row["code"][:CATEGORY_DIGITS] for row in sectors}
    _put(ThemeKind.DAC_SECTOR, sectors, category_of)

    note(by, "themes.load_reference", "themes", themes=Theme.objects.count())


def _typed(name: str) -> list[dict[str, str]]:
    path = resources.files("hiroba.engines.registry.themes") / "data" / name
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def _is_category(row: dict[str, str]) -> bool:
    return len(row["code"]) == CATEGORY_DIGITS


def _put(kind: ThemeKind, rows: list[dict[str, str]], parent_of: dict[str, str]) -> None:
    """Rows are added or brought up to date by kind and code."""
    above: dict[str, Any] = {
        ThemeKind.DAC_CATEGORY: ThemeKind.FIELD,
        ThemeKind.DAC_SECTOR: ThemeKind.DAC_CATEGORY,
    }
    parents = dict(Theme.objects.filter(kind=above.get(kind, "")).values_list("code", "pk"))
    Theme.objects.bulk_create(
        [
            Theme(
                kind=kind,
                code=row["code"],
                name_ja=row["name_ja"],
                name_en=row["name_en"],
                place=place,
                parent_id=parents.get(parent_of.get(row["code"], "")),
            )
            for place, row in enumerate(rows, start=1)
        ],
        update_conflicts=True,
        unique_fields=["kind", "code"],
        update_fields=["name_ja", "name_en", "place", "parent"],
    )
