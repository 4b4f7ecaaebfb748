"""What was measured, as a table for the eye and for the handbook."""

import datetime
import os
import platform

from bench.works import WORKS, Row

HEAD = (
    "仕事 / work",
    "素の SQL / bare SQL, ms",
    "最小の Django / minimal view, CPU ms",
    "ひろば / Hiroba, CPU ms",
    "÷ 最小 / ÷ minimal",
    "応答 / answer, ms",
    "÷ SQL",
    "目安 / budget",
)


def table(rows: list[Row]) -> str:
    """One run on one database, as a table in Markdown."""
    lines = [HEAD, tuple("---" if place == 0 else "---:" for place in range(len(HEAD)))]
    lines += [_line(row) for row in rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def over_budget(rows: list[Row]) -> list[str]:
    """The works that cost more than they may."""
    return [row.work for row in rows if _budget(row) and row.house.of_the_machine > _budget(row)]


def machine() -> str:
    """What it was measured on, in general terms."""
    today = datetime.date.today().isoformat()
    cores, version = os.cpu_count(), platform.python_version()
    return f"{today}, {cores} cores, Python {version}"


def growth(few: list[Row], many: list[Row]) -> list[tuple[str, float]]:
    """How many times more each work costs with ten times as many projects."""
    before = {row.work: row.house.of_the_machine for row in few}
    return [
        (row.work, row.house.of_the_machine / max(before[row.work], 1e-6))
        for row in many
        if row.work != "csv"
    ]


def _budget(row: Row) -> float:
    limit = WORKS[row.work][2]
    return limit / 1000 if limit else 0.0


def _line(row: Row) -> tuple[str, ...]:
    japanese, english, limit = WORKS[row.work]
    minimal, house = row.minimal.of_the_machine, row.house.of_the_machine
    return (
        f"{japanese} / {english}",
        _ms(row.bare),
        _ms(minimal),
        _ms(house),
        f"{house / max(minimal, 1e-6):.1f}",
        _ms(row.house.wall),
        f"{row.house.wall / max(row.bare, 1e-6):.1f}",
        f"≤ {limit:g}" if limit else "–",
    )


def _ms(seconds: float) -> str:
    if seconds < 0.001:
        return f"{seconds * 1000:.3f}"
    return f"{seconds * 1000:,.1f}" if seconds < 1 else f"{seconds * 1000:,.0f}"
