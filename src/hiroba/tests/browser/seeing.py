"""What a visitor's browser tells: faults that axe finds, pages that are too wide, errors."""

from collections.abc import Iterator
from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

NARROW = {"width": 320, "height": 700}
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def faults(page: Page) -> list[str]:
    """What axe holds against the page, each with the places."""
    found = Axe().run(page).response["violations"]
    return [f"{fault['id']}: {[node['target'] for node in fault['nodes']][:5]}" for fault in found]


def overflow_at_320(page: Page) -> int:
    """By how many pixels the page sticks out of the narrowest screen."""
    wide = page.viewport_size
    page.set_viewport_size(NARROW)
    sticking_out = page.evaluate(TOO_WIDE)
    if wide:
        page.set_viewport_size(wide)
    return int(sticking_out)


@contextmanager
def listening(page: Page) -> Iterator[list[str]]:
    """Errors that scripts, styles and the content policy report meanwhile."""
    heard: list[str] = []
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("console", lambda line: heard.append(line.text) if line.type == "error" else None)
    yield heard
