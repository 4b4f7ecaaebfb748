"""Each import contract is broken on purpose, once, in a copy of the house, and catches it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hiroba.tests.rooms import HOUSE

pytestmark = pytest.mark.once

ROOT = HOUSE.parents[1]
LINTER = Path(sys.executable).parent / "lint-imports"

# Contract, the file that sins, and the line that is written into it.
SINS = (
    ("floors", "foundation/money.py", "import hiroba.engines"),
    ("programmes", "programmes/stranger/__init__.py", "import hiroba.programmes.cooperation"),
    ("engines", "engines/registry/__init__.py", "import hiroba.engines.forms"),
    ("registry", "engines/registry/places/queries.py", "import hiroba.engines.registry.people"),
    ("intake", "engines/intake/calls/queries.py", "import hiroba.engines.intake.review"),
    (
        "cooperation",
        "programmes/cooperation/projects/queries.py",
        "import hiroba.programmes.cooperation.proposals",
    ),
    ("rooms", "foundation/words/queries.py", "from hiroba.foundation.words import actions"),
    ("rooms", "foundation/words/utils.py", "import math"),
    (
        "faces_ask",
        "programmes/cooperation/projects/api.py",
        "import hiroba.programmes.cooperation.projects.models",
    ),
    (
        "own_room",
        "programmes/cooperation/proposals/api.py",
        "import hiroba.engines.intake.calls.actions",
    ),
    (
        "reports_look",
        "reports/figures/queries.py",
        "import hiroba.programmes.cooperation.projects.actions",
    ),
    ("home", "faces/web/front.py", "import hiroba.programmes.cooperation.projects.models"),
    ("circles", "foundation/clock.py", "import hiroba.foundation.journal"),
)


@pytest.fixture(scope="module")
def copy_of_the_house(tmp_path_factory):
    folder = tmp_path_factory.mktemp("house")
    shutil.copytree(HOUSE, folder / "src/hiroba", ignore=shutil.ignore_patterns("*.html", "*.ttf"))
    shutil.copytree(ROOT / "tools", folder / "tools")
    shutil.copy(ROOT / ".importlinter", folder)
    return folder


def _checked(folder, contract):
    return subprocess.run(
        [LINTER, "--no-logo", "--no-cache", "--contract", contract],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": f"{folder / 'src'}:{folder}"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(("contract", "file", "line"), SINS, ids=[sin[0] for sin in SINS])
def test_a_sin_against_a_contract_is_caught(copy_of_the_house, contract, file, line):
    sinner = copy_of_the_house / "src/hiroba" / file
    before = sinner.read_text() if sinner.exists() else None
    sinner.parent.mkdir(exist_ok=True)
    sinner.write_text(f"{before or ''}\n{line}\n")

    done = _checked(copy_of_the_house, contract)

    sinner.write_text(before) if before is not None else sinner.unlink()
    assert (done.returncode, "BROKEN" in done.stdout) == (1, True), done.stdout + done.stderr


def test_the_house_itself_keeps_them_all(copy_of_the_house):
    done = subprocess.run(
        [LINTER, "--no-logo", "--no-cache"],
        cwd=copy_of_the_house,
        env={**os.environ, "PYTHONPATH": f"{copy_of_the_house / 'src'}:{copy_of_the_house}"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, "0 broken" in done.stdout) == (0, True), done.stdout


def test_every_contract_has_its_sin():
    written = (ROOT / ".importlinter").read_text()
    contracts = {line[:-1].split(":")[-1] for line in written.splitlines() if "contract:" in line}

    assert contracts == {contract for contract, _, _ in SINS}
