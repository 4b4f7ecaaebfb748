"""`make test`: the whole suite on SQLite, on a PostgreSQL of its own, and in a real Chromium."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from postgresql import server

ROOT = Path(__file__).resolve().parents[1]
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WORKERS = ("-n", str(min(os.cpu_count() or 2, 4)), "--dist", "loadfile")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def chromium() -> str:
    """A browser for the walks, or an empty text."""
    wished = os.environ.get("HIROBA_CHROMIUM", "")
    found = next((path for name in CHROMIUMS if (path := shutil.which(name))), "")
    return wished or found or (str(MAC) if MAC.exists() else "")


def suite(title: str, *arguments: str, **environment: str) -> bool:
    """One run of pytest; true when it is green."""
    print(f"\n== {title} ==", flush=True)
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *arguments],
        cwd=ROOT,
        env={**os.environ, "HIROBA_ENV": "test", **environment},
        check=False,
    )
    print(f"== {title}: {time.monotonic() - started:.0f} s ==", flush=True)
    return done.returncode == 0


def walks() -> bool:
    """The browser tests; without a browser CI fails, and others are told what to install."""
    browser = chromium()
    if not browser:
        print("!! ブラウザのテストを飛ばしました / browser tests SKIPPED: apt-get install chromium")
        return os.environ.get("HIROBA_CI") != "1"
    return suite("browser", "-m", "browser", *WORKERS, HIROBA_CHROMIUM=browser)


def main() -> int:
    """All three; 1 when one of them is not green."""
    arguments = sys.argv[1:]
    rooms = (*WORKERS, *arguments)
    both = "not browser and not once"
    green = [suite("SQLite", "-m", both, *rooms)]
    try:
        with server() as address:
            green.append(suite("PostgreSQL", "-m", both, *rooms, DATABASE_URL=address))
    except RuntimeError as trouble:
        print(f"!! {trouble}")
        green.append(False)
    green.append(suite("by itself, because it is timed", "-m", "once", *arguments))
    green.append(walks())
    return not all(green)


if __name__ == "__main__":
    sys.exit(main())
