"""`make bench`: seeds both databases, asks the real server, prints ratios, writes the page."""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from bench.bare import Bare
from bench.machine import serving
from bench.page import write_page
from bench.telling import growth, machine, over_budget, table
from bench.works import WORKS, Row, bare_seconds, house_costs, minimal_costs
from tools.postgresql import server as postgresql

ROOT = Path(__file__).resolve().parents[1]
DATABASES = ("sqlite", "postgresql")


def main() -> int:
    """Everything; 1 when a work costs more than it may."""
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(143))  # so that all is put away
    wished = _wished()
    runs: dict[tuple[str, int], list[Row]] = {}
    versions: dict[str, str] = {}
    for vendor in wished.databases:
        for count in wished.rows:
            with _house(vendor, count, wished.drafts) as (environment, address, told):
                bare = Bare(vendor, address)
                versions[vendor] = bare.version()
                runs[vendor, count] = _rows(environment, bare, told, wished.seconds)
            print(f"\n== {versions[vendor]}, {count:,} projects ({machine()}) ==\n", flush=True)
            print(table(runs[vendor, count]), flush=True)
    heavy = {key: found for key, rows in runs.items() if (found := over_budget(rows))}
    _tell(runs, heavy)
    if not wished.quick:
        write_page(ROOT / "docs/operate/performance.md", runs, versions)
    return 1 if heavy and not wished.quick else 0


def _wished() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="300 projects, a moment each")
    parser.add_argument("--rows", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--databases", nargs="+", choices=DATABASES, default=list(DATABASES))
    parser.add_argument("--seconds", type=float, default=4.0, help="for each work")
    parser.add_argument("--drafts", type=int, default=80)
    wished = parser.parse_args()
    if wished.quick:
        wished.rows, wished.seconds, wished.drafts = [300], 0.3, 8
    return wished


@contextmanager
def _house(
    vendor: str, count: int, drafts: int
) -> Iterator[tuple[dict[str, str], str, dict[str, Any]]]:
    """A house of its own in a temporary folder, seeded and ready to serve."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="hiroba-bench-"))
        address = f"sqlite:///{folder}/hiroba.sqlite3"
        if vendor == "postgresql":
            address = stack.enter_context(postgresql())
        environment = {
            "DJANGO_SETTINGS_MODULE": "hiroba.config.settings",
            "HIROBA_ENV": "production",
            "HIROBA_SECRET_KEY": "of no value: made for one measurement and thrown away after it",
            "HIROBA_HOSTS": "127.0.0.1",
            "HIROBA_DATA": folder,
            "HIROBA_WRITES_A_MINUTE": "0",
            "HIROBA_LOG_LEVEL": "ERROR",
            "EMAIL_URL": "dummymail://",
            "DATABASE_URL": address,
            "PYTHONPATH": str(ROOT),
            "PROMETHEUS_MULTIPROC_DIR": f"{folder}/metrics",
        }
        Path(folder, "metrics").mkdir()
        told = json.loads(_python(environment, "bench.seeds", str(count), str(drafts)))
        _python(environment, "django", "collectstatic", "--noinput", "-v0")
        yield environment, address.removeprefix("sqlite:///"), told


def _python(environment: dict[str, str], *arguments: str) -> str:
    """One module, run to its end; what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout


def _rows(
    environment: dict[str, str], bare: Bare, told: dict[str, Any], seconds: float
) -> list[Row]:
    """The three places one after the other, each alone on the machine."""
    plain = bare_seconds(bare, told, seconds)
    with serving("bench.minimal.wsgi:application", environment) as server:
        minimal = minimal_costs(server, told, seconds)
    with serving("hiroba.config.wsgi:application", environment) as server:
        house = house_costs(server, told, seconds)
    return [Row(work, plain[work], minimal[work], house[work]) for work in WORKS]


def _tell(runs: dict[tuple[str, int], list[Row]], heavy: dict[tuple[str, int], list[str]]) -> None:
    for vendor in DATABASES:
        found = sorted((count, rows) for (one, count), rows in runs.items() if one == vendor)
        if len(found) > 1:
            told = ", ".join(
                f"{work} {times:.2f}" for work, times in growth(found[0][1], found[-1][1])
            )
            print(f"\n{vendor}: {found[-1][0]:,} / {found[0][0]:,} projects: {told}")
    for (vendor, count), works in heavy.items():
        print(f"over budget: {vendor}, {count:,}: {', '.join(works)}")


if __name__ == "__main__":
    sys.exit(main())
