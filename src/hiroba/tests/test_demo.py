"""`make demo` on a fresh folder: told once, signed in to by everybody, ended with Ctrl-C."""

import re
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from hiroba.faces.cli.story import ROLES
from hiroba.foundation.accounts.examples import DEMO_PASSWORD
from hiroba.tests.running import (
    HOST,
    Visitor,
    environment,
    free_port,
    hiroba,
    processes_with,
    seconds_of,
    started,
    wait_until,
)

pytestmark = [pytest.mark.worker, pytest.mark.once]

PEOPLE = {f"{handle}@example.jp" for _, _, handle in ROLES}


@dataclass
class Demo:
    """A demo that runs, and how long it took to begin."""

    env: dict[str, str]
    port: int
    log: Path
    process: object
    seconds: float
    used: float

    def visitor(self) -> Visitor:
        return Visitor(self.port, {"Host": f"{HOST}:{self.port}"})

    def end(self) -> int:
        """Ctrl-C, and the code with which it ended."""
        self.process.send_signal(signal.SIGINT)  # type: ignore[attr-defined]
        return self.process.wait(20)  # type: ignore[attr-defined, no-any-return]


@contextmanager
def open_demo(folder: Path, **wished: str) -> Iterator[Demo]:
    """`hiroba demo`, until it has greeted."""
    port = free_port()
    env = environment(HIROBA_DATA=str(folder), PORT=str(port), PYTHONUNBUFFERED="1", **wished)
    log = folder / f"log-{port}"
    began = time.monotonic()
    with started(env, log, "demo") as process:
        assert wait_until(lambda: "Ctrl-C" in log.read_text(), 110), log.read_text()
        seconds, used = time.monotonic() - began, seconds_of(processes_with(f"PORT={port}\0"))
        yield Demo(env, port, log, process, seconds, used)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demo was opened for the first time."""
    found = tmp_path_factory.mktemp("demo")
    done = hiroba(environment(HIROBA_DATA=str(found)), "demo", "--prepare-only")
    assert done.returncode == 0, done.stderr
    return found


@pytest.fixture(scope="module")
def demo(folder: Path) -> Iterator[Demo]:
    """The demo, opened for the second time."""
    with open_demo(folder) as found:
        yield found


def test_the_second_start_takes_less_than_five_seconds(demo, folder):
    """On a slower or busy machine: less than two and a half times what preparing alone takes."""
    began = time.monotonic()
    hiroba(environment(HIROBA_DATA=str(folder)), "demo", "--prepare-only")
    allowed = max(5.0, 2.5 * (time.monotonic() - began))
    is_measured = demo.seconds < allowed or 0 < demo.used < 5

    assert is_measured, f"{demo.seconds:.1f} s, {demo.used:.1f} s of CPU"


def test_the_greeting_tells_the_address_the_letters_and_a_sign_in_for_each_role(demo):
    told = demo.log.read_text()

    assert f"http://{HOST}:{demo.port}/" in told
    assert f"http://{HOST}:{demo.port}/letters/" in told
    assert DEMO_PASSWORD in told
    assert set(re.findall(r"\w+@example\.jp", told)) == PEOPLE
    assert {"visitor", "donor", "NGO", "teacher", "municipality", "guide", "officer"} <= set(
        re.findall(r"\w+", told)
    )


@pytest.mark.parametrize("address", sorted(PEOPLE))
def test_everybody_signs_in_with_the_password_of_the_greeting(demo, address):
    somebody = demo.visitor()

    entered = somebody.send("/account/login/", login=address, password=DEMO_PASSWORD)

    assert (entered.status, entered.headers["Location"]) == (302, "/my/")
    assert somebody.get("/my/").status == 200


def test_the_demo_says_that_it_is_one(demo):
    page = demo.visitor().get("/").text

    assert "これは見本です" in page
    assert "見本の時計" not in page


def test_a_letter_lies_on_the_page_of_letters_and_not_in_the_terminal(demo):
    demo.visitor().send("/account/login/code/", email="akari@example.jp")

    assert wait_until(lambda: "akari@example.jp" in demo.visitor().get("/letters/").text, 20)
    assert wait_until(lambda: _is_sent(demo), 20)
    assert "Subject:" not in demo.log.read_text()


def _is_sent(demo: Demo) -> bool:
    page = demo.visitor().get("/letters/?to=akari@example.jp").text
    return "送信" in page or "お届け" in page


def test_a_port_that_is_taken_is_told_in_a_sentence(demo):
    again = hiroba({**demo.env}, "demo")

    assert again.returncode == 1
    assert f"{demo.port} 番は使われています" in again.stderr
    assert f"port {demo.port} is taken" in again.stderr
    assert "Traceback" not in again.stderr


def test_ctrl_c_ends_pages_and_worker_and_frees_the_port(folder, demo):
    assert len(processes_with(f"HIROBA_DATA={folder}\0")) >= 3

    assert demo.end() == 0

    assert processes_with(f"HIROBA_DATA={folder}\0") == []
    with socket.socket() as door:
        assert door.connect_ex((HOST, demo.port)) != 0
    assert "Traceback" not in demo.log.read_text()
    assert "Warning" not in demo.log.read_text()


def test_the_demo_can_be_set_to_another_day_and_says_so(folder):
    with open_demo(folder, HIROBA_CLOCK="2023-11-01 10:00") as past:
        page = past.visitor().get("/").text

        assert "見本の時計" in page
        assert "2023年11月1日" in page
        assert past.end() == 0
