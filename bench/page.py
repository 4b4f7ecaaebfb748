"""The page of the handbook about speed, rewritten by each full run."""

from pathlib import Path

from bench.telling import growth, machine, table
from bench.works import WORKS, Row

HEAD = (Path(__file__).parent / "page.md").read_text(encoding="utf-8")


def write_page(
    path: Path, runs: dict[tuple[str, int], list[Row]], versions: dict[str, str]
) -> None:
    """The tables of this run, with the day and the versions of the databases."""
    parts = [HEAD, f"測った日と機械 / measured: {machine()}.\n"]
    for (vendor, count), rows in runs.items():
        parts += [f"## {versions[vendor]}, {count:,} 件 / projects\n", table(rows) + "\n"]
    parts.append("## 十倍の件数で / With ten times as many\n")
    for vendor in versions:
        found = sorted((count, rows) for (one, count), rows in runs.items() if one == vendor)
        if len(found) > 1:
            told = ", ".join(
                f"{WORKS[work][1]} ×{times:.2f}"
                for work, times in growth(found[0][1], found[-1][1])
            )
            parts.append(f"- {versions[vendor]}: {told}")
    path.write_text("\n".join(parts) + "\n", encoding="utf-8")
