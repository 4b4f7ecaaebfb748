"""`make pictures`: opens a fresh demo and photographs its pages for README and handbook."""

import io
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import django
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hiroba.config.settings")
django.setup()

from hiroba.tests.browser.conftest import FLAGS, NAMES, SIZES  # noqa: E402
from hiroba.tests.browser.fonts import fontconfig  # noqa: E402

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs/handbook/pictures"
TALLEST = 2200

# Name of the picture, who is signed in, the page, and the link to follow from there.
SHOTS = (
    ("home", "", "/", ""),
    ("home-en", "", "/en/", ""),
    ("projects", "", "/projects/", ""),
    ("project", "", "/projects/", "main a[href*='/projects/P-']"),
    ("call", "", "/calls/grassroots-2026/", ""),
    ("figures", "", "/figures/", ""),
    ("figure", "", "/figures/grassroots_projects/", ""),
    ("edition", "", "/editions/2023/", ""),
    ("edition-en", "", "/en/editions/2023/", ""),
    ("proposals", "ren", "/my/cooperation/proposals/", ""),
    ("proposal", "ren", "/my/cooperation/proposals/", "main a[href*='/proposals/P-']"),
    ("workbench", "sato", "/workbench/", ""),
    ("workbench-en", "sato", "/en/workbench/", ""),
    ("review", "mori", "/workbench/", "main a[href*='/review/']"),
    ("journal", "kansa", "/staff/journal/", ""),
)


@contextmanager
def demo() -> Iterator[str]:
    """A fresh demo on a free port; its address."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
        door.close()
        command = [str(Path(sys.executable).parent / "hiroba"), "demo", "--port", str(port)]
        environment = {**os.environ, "HIROBA_DATA": folder, "HIROBA_ENV": "demo"}
        running = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        try:
            _wait_for(f"http://127.0.0.1:{port}/health/")
            yield f"http://127.0.0.1:{port}"
        finally:
            running.terminate()
            running.wait()


def _wait_for(address: str) -> None:
    for _ in range(600):
        try:
            with urlopen(address, timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError("the demo did not start")


def photograph(browser: Browser, address: str) -> None:
    """Every page in both sizes."""
    for size, viewport in SIZES.items():
        for name, handle, path, link in SHOTS:
            page = browser.new_page(
                viewport={"width": viewport["width"], "height": viewport["height"]}, locale="ja-JP"
            )
            if handle:
                page.goto(f"{address}/account/login/")
                page.click(f"button[value='{handle}@example.jp']")
            page.goto(address + path)
            if link:
                page.goto(address + (page.locator(link).first.get_attribute("href") or ""))
            keep(page, PICTURES / f"{name}{'-phone' if size == 'phone' else ''}.png")
            page.close()


def keep(page: Page, target: Path) -> None:
    """A small picture of the page, cut where it becomes too tall for a document."""
    whole = Image.open(io.BytesIO(page.screenshot(full_page=True)))
    picture = whole.crop((0, 0, whole.width, min(whole.height, TALLEST)))
    picture.convert("RGB").quantize(128).save(target, optimize=True)
    print(target.relative_to(ROOT), picture.size)


def main() -> None:
    """Open the demo, photograph it, close it."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    chromium = next(path for name in NAMES if (path := shutil.which(name)))
    with tempfile.TemporaryDirectory() as folder, demo() as address, sync_playwright() as player:
        fonts: dict[str, str | float | bool] = {
            **os.environ,
            "FONTCONFIG_FILE": fontconfig(Path(folder)),
        }
        browser = player.chromium.launch(executable_path=chromium, args=list(FLAGS), env=fonts)
        photograph(browser, address)
        browser.close()


if __name__ == "__main__":
    main()
