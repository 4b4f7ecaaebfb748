"""Processes that live and end together, tried with real ones."""

import os
import signal
import subprocess
import sys
import textwrap
import time

import pytest

# A parent that runs two children; each child writes its number and its end into the folder.
PARENT = """
    import sys
    from pathlib import Path
    from hiroba.faces.cli import children
    from hiroba.faces.cli.children import Child, run_together

    children.GRACE = 2.0
    folder = Path(sys.argv[1])
    programs = dict(one=sys.argv[2], two=sys.argv[3])
    up = lambda: all((folder / name).exists() for name in programs)
    greet = lambda: up() and (folder / "greeted").open("a").write("x") > 0
    made = [
        Child(name, [sys.executable, "-c", code, str(folder), name], {"WHO": name})
        for name, code in programs.items()
    ]
    sys.exit(run_together(made, greet))
"""
LIVES = """
import os, signal, sys, time
from pathlib import Path
folder, name = Path(sys.argv[1]), sys.argv[2]
def end(number, frame):
    (folder / f"{name}.ended").write_text("clean")
    sys.exit(0)
signal.signal(signal.SIGTERM, end)
(folder / f"{name}.tmp").write_text(f"{os.getpid()} {os.environ['WHO']}")
(folder / f"{name}.tmp").rename(folder / name)
while True:
    time.sleep(0.05)
"""
DEAF = LIVES.replace(
    "signal.signal(signal.SIGTERM, end)", "signal.signal(signal.SIGTERM, signal.SIG_IGN)"
)
SHORT = LIVES.replace("while True:\n    time.sleep(0.05)", "time.sleep(0.5)")
BEATS = """
import sys, time
from pathlib import Path
while True:
    Path(sys.argv[1]).write_text(str(time.time()))
    time.sleep(0.05)
"""
PARENTAL = LIVES.replace(
    "while True:",
    "import subprocess\n"
    f"subprocess.Popen([sys.executable, '-c', {BEATS!r}, str(folder / 'beats')])\n"
    "while True:",
)


@pytest.fixture
def together(tmp_path):
    started = []

    def start(one, two):
        command = [sys.executable, "-c", textwrap.dedent(PARENT), str(tmp_path), one, two]
        started.append(subprocess.Popen(command, stderr=subprocess.PIPE, text=True))
        return started[0]

    yield start
    for process in started:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        process.communicate(timeout=20)


def wait_for(path):
    deadline = time.monotonic() + 20
    while not path.exists():
        assert time.monotonic() < deadline, f"{path.name} did not come"
        time.sleep(0.05)
    return path.read_text()


def lives(number):
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_all_of_them_cleanly(tmp_path, together, sign):
    parent = together(LIVES, LIVES)
    numbers = [wait_for(tmp_path / name).split() for name in ("one", "two")]
    wait_for(tmp_path / "greeted")

    parent.send_signal(sign)

    assert parent.wait(timeout=20) == 0
    assert [who for _, who in numbers] == ["one", "two"]
    assert [(tmp_path / f"{name}.ended").read_text() for name in ("one", "two")] == ["clean"] * 2
    assert not any(lives(number) for number, _ in numbers)


def test_the_greeting_is_said_once_they_are_up(tmp_path, together):
    parent = together(LIVES, LIVES)
    wait_for(tmp_path / "greeted")
    time.sleep(0.5)

    parent.send_signal(signal.SIGTERM)
    parent.wait(timeout=20)

    assert (tmp_path / "greeted").read_text() == "x"


def test_when_one_ends_all_end_and_it_is_named(tmp_path, together):
    parent = together(LIVES, SHORT)
    number = wait_for(tmp_path / "one").split()[0]

    _, said = parent.communicate(timeout=20)

    assert parent.returncode == 1
    assert "two ended" in said
    assert (tmp_path / "one.ended").exists()
    assert not lives(number)


def test_one_that_does_not_listen_is_ended_after_a_while(tmp_path, together):
    parent = together(LIVES, DEAF)
    number = wait_for(tmp_path / "two").split()[0]
    wait_for(tmp_path / "greeted")

    parent.send_signal(signal.SIGINT)

    assert parent.wait(timeout=20) == 0
    assert not lives(number)


def test_nothing_that_a_child_started_is_left_when_it_was_killed(tmp_path, together):
    parent = together(LIVES, PARENTAL)
    wait_for(tmp_path / "beats")
    child = wait_for(tmp_path / "two").split()[0]

    os.kill(int(child), signal.SIGKILL)
    parent.communicate(timeout=20)

    last = (tmp_path / "beats").read_text()
    time.sleep(0.5)
    assert parent.returncode == 1
    assert (tmp_path / "beats").read_text() == last


def test_a_program_that_does_not_exist_leaves_none_of_the_others_running(tmp_path):
    code = f"""
        import sys
        from hiroba.faces.cli.children import Child, run_together
        lives = [sys.executable, "-c", {LIVES!r}, {str(tmp_path)!r}, "one"]
        missing = Child("two", ["/no/such/program"], {{}})
        run_together([Child("one", lives, dict(WHO="one")), missing])
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, check=False
    )

    assert "FileNotFoundError" in done.stderr
    assert not (tmp_path / "one").exists() or not lives((tmp_path / "one").read_text().split()[0])
