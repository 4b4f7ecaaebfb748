"""A production house, tried for real: PostgreSQL, two processes for pages, a worker, a proxy."""

import email
import email.policy
import importlib.util
import json
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from aiosmtpd.controller import Controller

from hiroba.tests.running import (
    HOST,
    Cable,
    Visitor,
    environment,
    free_port,
    hiroba,
    processes_with,
    started,
    wait_until,
)

pytestmark = [pytest.mark.worker, pytest.mark.once]

ROOT = Path(__file__).resolve().parents[3]
NAME = "hiroba.example.jp"
TOKEN = "of no value, for this test only"
PROXIED = {"Host": NAME, "X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.7"}


@dataclass
class House:
    """The running house and what belongs to it."""

    env: dict[str, str]
    port: int
    log: Path
    cable: Cable
    post: list[EmailMessage]
    pages: "subprocess.Popen[bytes]"
    worker: "subprocess.Popen[bytes]"

    def visitor(self) -> Visitor:
        """Somebody who comes through the proxy."""
        return Visitor(self.port, dict(PROXIED))

    def is_up(self) -> bool:
        try:
            return Visitor(self.port, dict(PROXIED)).get("/ready/").status == 200
        except OSError:
            return False


class Postbox:
    """A mail server that keeps what it is given."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        return "250 OK"


def _postgresql():  # type: ignore[no-untyped-def]
    place = importlib.util.spec_from_file_location("postgresql", ROOT / "tools/postgresql.py")
    assert place and place.loader
    tool = importlib.util.module_from_spec(place)
    place.loader.exec_module(tool)
    return tool.server()


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Installed as docs/operate/production.md says, and serving."""
    with ExitStack() as stack:
        folder = tmp_path_factory.mktemp("production")
        database = urlsplit(stack.enter_context(_postgresql()))
        cable = Cable(int(database.port or 0))
        cable.mend()
        postbox = Postbox()
        smtp = Controller(postbox, hostname=HOST, port=free_port())
        smtp.start()
        stack.callback(smtp.stop)
        env = environment(
            HIROBA_ENV="production",
            HIROBA_SECRET_KEY="of no value, but long enough that nobody would guess it, 1234567890",
            HIROBA_HOSTS=NAME,
            HIROBA_ORIGINS=f"https://{NAME}",
            HIROBA_ADDRESS=f"https://{NAME}",
            HIROBA_DATA=str(folder),
            HIROBA_METRICS_TOKEN=TOKEN,
            EMAIL_URL=f"smtp://{HOST}:{smtp.port}",
            DATABASE_URL=f"postgres://hiroba@{HOST}:{cable.port}/postgres",
        )
        for command in (
            ("migrate",),
            ("appoint", "you@example.jp", "--name", "管理者"),
            ("manage", "collectstatic", "--noinput", "-v0"),
        ):
            done = hiroba(env, *command)
            assert done.returncode == 0, done.stderr
        log, port = folder / "log", free_port()
        serve = ("serve", "--port", str(port), "--workers", "2")
        pages = stack.enter_context(started(env, log, *serve))
        worker = stack.enter_context(started(env, log, "work"))
        found = House(env, port, log, cable, postbox.letters, pages, worker)
        assert wait_until(found.is_up, 40), log.read_text()
        yield found


def test_djangos_own_checks_for_deployment_find_nothing(house):
    done = hiroba(house.env, "manage", "check", "--deploy", "--fail-level", "WARNING")

    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


@pytest.mark.parametrize("path", ["/", "/en/", "/projects/", "/calls/", "/figures/", "/help/"])
def test_pages_answer_and_ask_browsers_to_stay_on_https(house, path):
    answer = house.visitor().get(path)

    assert answer.status == 200
    assert answer.headers["Strict-Transport-Security"] == (
        "max-age=31536000; includeSubDomains; preload"
    )
    assert "script-src" not in answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]


def test_whoever_comes_without_tls_is_sent_to_https(house):
    answer = Visitor(house.port, {"Host": NAME}).get("/help/")

    assert (answer.status, answer.headers["Location"]) == (301, f"https://{NAME}/help/")


def test_another_name_is_no_house_of_ours(house):
    answer = Visitor(house.port, {**PROXIED, "Host": "evil.example"}).get("/")

    assert answer.status == 400


def test_files_of_the_pages_carry_their_hash_and_are_kept_by_browsers(house):
    page = house.visitor().get("/").text
    style = re.search(r'href="(/static/web/hiroba\.[0-9a-f]{12}\.css)"', page)
    assert style

    answer = house.visitor().get(style[1], **{"Accept-Encoding": "gzip"})

    assert answer.status == 200
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["Content-Encoding"] == "gzip"


def test_the_administrator_signs_in_with_the_number_that_came_by_letter(house):
    you = house.visitor()

    asked = you.send("/account/login/code/", email="you@example.jp")
    assert asked.status == 302
    assert wait_until(lambda: bool(house.post), 20)
    letter = house.post[-1]
    code = re.search(r"^ +(\S+)\s*$", letter.get_content(), re.MULTILINE)
    assert code, letter.get_content()
    entered = you.send("/account/login/code/confirm/", code=code[1])

    baked = {one.split("=")[0]: one.lower() for one in entered.headers.get_all("Set-Cookie") or []}
    assert (entered.status, entered.headers["Location"]) == (302, "/my/")
    assert letter["To"] == "you@example.jp"
    assert "; secure" in baked["sessionid"] and "; httponly" in baked["sessionid"]
    assert "; secure" in baked["csrftoken"]
    assert you.get("/workbench/").status == 200


def test_the_numbers_count_both_processes_and_are_shown_for_the_token_only(house):
    for _ in range(30):
        assert house.visitor().get("/privacy/").status == 200

    counted = house.visitor().get("/metrics/", Authorization=f"Bearer {TOKEN}")

    line = 'hiroba_request_seconds_count{method="GET",page="web:privacy",status="200"} 30.0'
    assert line in counted.text.splitlines()
    kept = list(Path(house.env["HIROBA_DATA"], "metrics").glob("histogram_*.db"))
    assert len(kept) == 2
    assert house.visitor().get("/metrics/").status == 404


def test_without_its_database_the_house_says_so_plainly_and_recovers(house):
    house.cable.cut()
    before = time.monotonic()
    ready, page = house.visitor().get("/ready/"), house.visitor().get("/projects/")
    alive = house.visitor().get("/health/")
    took = time.monotonic() - before
    house.cable.mend()

    assert (ready.status, page.status, alive.status) == (503, 500, 200)
    assert "ただいま不具合が起きています" in page.text
    assert "Traceback" not in page.text
    assert took < 40
    assert wait_until(house.is_up, 30)
    assert wait_until(lambda: house.visitor().get("/projects/").status == 200, 30)


def test_sigterm_ends_everything_and_a_second_start_works(house):
    mark = f"HIROBA_DATA={house.env['HIROBA_DATA']}\0"
    for process in (house.pages, house.worker):
        process.send_signal(signal.SIGTERM)
    assert [process.wait(20) for process in (house.pages, house.worker)] == [0, 0]
    assert not _answers(house.visitor())
    assert processes_with(mark) == []

    again = ("serve", "--port", str(house.port), "--with-worker")
    with started(house.env, house.log, *again) as process:
        assert wait_until(house.is_up, 40), house.log.read_text()
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    assert processes_with(mark) == []


def test_every_line_of_the_log_is_json(house):
    lines = [line for line in house.log.read_text().splitlines() if line.strip()]

    told = [json.loads(line) for line in lines]

    assert {"asctime", "levelname", "name", "message"} <= set(told[0])
    assert any("exc_info" in line and line["name"] == "django.request" for line in told)


def _answers(visitor: Visitor) -> bool:
    try:
        return visitor.get("/health/").status == 200
    except OSError:
        return False
