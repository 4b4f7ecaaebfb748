"""A real Chromium in two sizes, for walks through the running house."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import BrowserContext, Page

from hiroba.foundation.accounts.models import User
from hiroba.tests.browser.fonts import fontconfig

SIZES = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every walk is marked, so that `make test` can start them by themselves."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.django_db(transaction=True))


def _chromium() -> str:
    wished = os.environ.get("HIROBA_CHROMIUM", "")
    return wished or next((path for name in NAMES if (path := shutil.which(name))), "")


@pytest.fixture(scope="session")
def browser_type_launch_args(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    chromium = _chromium()
    if not chromium and os.environ.get("HIROBA_CI") == "1":
        pytest.fail("No Chromium was found; set HIROBA_CHROMIUM.")
    if not chromium:
        pytest.skip("NO CHROMIUM: install it or set HIROBA_CHROMIUM; no walk was taken.")
    fonts = fontconfig(tmp_path_factory.mktemp("fonts"))
    environment = {**os.environ, "FONTCONFIG_FILE": fonts}
    return {"executable_path": chromium, "args": list(FLAGS), "env": environment}


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, Any]:
    """A visitor from Japan; the offline helper would answer in place of the house."""
    return {"locale": "ja-JP", "timezone_id": "Asia/Tokyo", "service_workers": "block"}


@pytest.fixture(scope="session", autouse=True)
def database_beside_the_browser() -> Iterator[None]:
    """The browser's own loop makes Django believe that it runs asynchronously."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        yield


@pytest.fixture(params=list(SIZES))
def screen(request: pytest.FixtureRequest, page: Page) -> Page:
    """An empty page, once as large as a desk's and once as small as a phone's."""
    page.set_viewport_size(SIZES[request.param])
    return page


@pytest.fixture
def sign_in(context: BrowserContext, live_server: Any) -> Callable[[User], None]:
    """Let somebody be signed in before the walk begins."""

    def let_in(user: User) -> None:
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        context.add_cookies(
            [
                {"name": name, "value": morsel.value, "url": live_server.url}
                for name, morsel in client.cookies.items()
            ]
        )

    return let_in
