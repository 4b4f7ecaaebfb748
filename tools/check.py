"""`make check`: style, types, contracts, texts, documents and the measure, each with its time."""

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent

CHECKS = (
    ("style", "ruff check --quiet ."),
    ("format", "ruff format --quiet --check ."),
    ("templates", "djlint --quiet --lint src/hiroba"),
    ("types", "mypy src/hiroba tools"),
    ("contracts", "lint-imports --no-logo"),
    ("migrations", "python -m django makemigrations --check --dry-run"),
    ("english", "python tools/messages.py check"),
    ("documents", "python tools/documents.py --check"),
    ("house", "python -m pytest -q src/hiroba/tests/test_house.py"),
    ("measure", "python tools/measure.py"),
)


def run(name: str, command: str) -> bool:
    """Run one check; its output is shown only when it fails."""
    started = time.monotonic()
    environment = {"PATH": f"{BIN}:/usr/bin:/bin", **_environment()}
    done = subprocess.run(
        command.split(), cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    print(
        f"{'ok ' if not done.returncode else 'BAD'} {name:12} {time.monotonic() - started:5.1f} s"
    )
    if done.returncode:
        print(done.stdout + done.stderr)
    return not done.returncode


def _environment() -> dict[str, str]:
    return {
        "PYTHONPATH": f"{ROOT}",
        "DJANGO_SETTINGS_MODULE": "hiroba.config.settings",
        "HIROBA_ENV": "test",
        "HOME": str(Path.home()),
    }


def main() -> int:
    """All checks, even when one fails; 1 when any failed."""
    results = [run(name, command) for name, command in CHECKS]
    return not all(results)


if __name__ == "__main__":
    sys.exit(main())
