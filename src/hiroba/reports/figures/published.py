"""Our own file of published values, as it is typed in."""

import tomllib
from dataclasses import dataclass
from datetime import date
from typing import Any

from hiroba.reports.figures.definitions import DATA


@dataclass(frozen=True)
class Published:
    """Rows of the two files, each as the columns of its table."""

    baselines: tuple[dict[str, Any], ...]
    assertions: tuple[dict[str, Any], ...]


def published() -> Published:
    """Everything typed in so far, with what may be left out filled in."""
    rows = tomllib.loads((DATA / "baselines.toml").read_text("utf-8"))["baseline"]
    told = tomllib.loads((DATA / "assertions.toml").read_text("utf-8"))["assertion"]
    return Published(tuple(map(_baseline, rows)), tuple({"url": "", **row} for row in told))


def _baseline(row: dict[str, Any]) -> dict[str, Any]:
    first: date | None = row.get("first_day")
    may_be_left_out = {"label_ja": "", "label_en": "", "url": "", "note_ja": "", "note_en": ""}
    return {"basis": "result", **may_be_left_out, **row, "first_day": first}
