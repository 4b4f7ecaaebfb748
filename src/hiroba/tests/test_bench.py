"""The measuring of speed still works; what it measures is told by `make bench`."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

pytestmark = [pytest.mark.worker, pytest.mark.once]


def test_every_work_is_measured_at_all_three_places():
    done = subprocess.run(
        [sys.executable, "-m", "bench", "--quick", "--databases", "sqlite"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=170,
        check=False,
    )

    assert done.returncode == 0, done.stderr[-2000:]
    lines = [line.split(" | ") for line in done.stdout.splitlines() if line.startswith("| ")]
    told = {
        line[0].partition(" / ")[2]: [float(cell.replace(",", "")) for cell in line[1:6]]
        for line in lines[2:]
    }
    assert set(told) == {
        "list of projects",
        "list of one country",
        "page of a project",
        "search (水道)",
        "handing in a proposal",
        "CSV of all rows",
    }
    assert all(house > 0 for _, _, house, *_ in told.values())
