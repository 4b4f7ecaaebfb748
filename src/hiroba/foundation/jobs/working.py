"""The worker: it does jobs, follows the timetable and delivers letters until it is told to stop."""

import logging
import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from types import FrameType
from typing import Any

from django.db import close_old_connections

from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.jobs import actions, queries
from hiroba.foundation.jobs.chores import Chore, regular_chores
from hiroba.foundation.jobs.doing import do
from hiroba.foundation.letters.posting import deliver_due

POLL = 0.5
REST = 5.0
GRACE = 6.0

log = logging.getLogger(__name__)


@dataclass
class Worker:
    """One process with a few hands; it reports regularly for every job it holds."""

    hands: int = 2
    lease: timedelta = actions.LEASE
    name: str = field(default_factory=lambda: f"{socket.gethostname()}:{os.getpid()}"[:100])
    chores: dict[str, Chore[Any, Any]] = field(default_factory=regular_chores)
    holding: set[str] = field(default_factory=set)
    stop: threading.Event = field(default_factory=threading.Event)

    def start(self) -> list[threading.Thread]:
        """Hands for the jobs, one thread for errands, one that reports."""
        steps = [self._do_next] * self.hands + [self._errands]
        threads = [threading.Thread(target=self._repeat, args=(s,), daemon=True) for s in steps]
        for thread in (*threads, threading.Thread(target=self._report, daemon=True)):
            thread.start()
        return threads

    def leave(self, threads: list[threading.Thread], grace: float) -> None:
        """Let the hands end what they can, and leave the rest to the next worker."""
        self.stop.set()
        deadline = time.monotonic() + grace
        for thread in threads:
            thread.join(max(deadline - time.monotonic(), 0))
        if refs := list(self.holding):
            left = actions.hand_back(by=CLOCKWORK, worker=self.name, refs=refs)
            log.warning("the worker %s leaves %s unfinished jobs to the next one", self.name, left)

    def run_once(self) -> int:
        """Do everything that is due now, and tell how many jobs were done."""
        self._plan_and_take_back()
        done = 0
        while self._do_next():
            done += 1
        while deliver_due():
            pass
        return done

    def _repeat(self, step: Callable[[], bool]) -> None:
        """One step after the other; a database that is away for a while ends nothing."""
        while not self.stop.is_set():
            is_busy = self._guarded(step)
            close_old_connections()
            if not is_busy:
                self.stop.wait(POLL)

    def _guarded(self, step: Callable[[], bool | int]) -> bool:
        """After a stumble the worker rests a little, or the log would fill with the same words."""
        try:
            return bool(step())
        except Exception:
            log.exception("the worker %s stumbled", self.name)
            self.stop.wait(REST)
            return False

    def _do_next(self) -> bool:
        """Do one job; False when there is none."""
        if not queries.is_anything_due():
            return False
        jobs = actions.take(by=CLOCKWORK, worker=self.name, lease=self.lease)
        for job in jobs:
            self.holding.add(job.ref)
            try:
                do(job)
            finally:
                self.holding.discard(job.ref)
        return bool(jobs)

    def _errands(self) -> bool:
        """What is not a job itself; trouble with one errand does not keep the others waiting."""
        self._guarded(self._plan_and_take_back)
        return self._guarded(lambda: deliver_due(stop=self.stop.is_set))

    def _plan_and_take_back(self) -> bool:
        if queries.is_anything_lost():
            actions.take_back_lost(by=CLOCKWORK, sparing=self.name)
        if queries.due_schedules().exists():
            actions.run_due(by=CLOCKWORK, chores=self.chores)
        return False

    def _hold(self) -> int:
        """Say that the jobs in hand are alive."""
        refs = list(self.holding)
        if not refs:
            return 0
        return actions.hold(by=CLOCKWORK, worker=self.name, refs=refs, lease=self.lease)

    def _report(self) -> None:
        """Goes on while the worker stops, as long as a job is in hand."""
        while True:
            time.sleep(self.lease.total_seconds() / 5)
            self._guarded(self._hold)
            close_old_connections()


def work(
    *,
    once: bool = False,
    concurrency: int = 2,
    lease_seconds: float = actions.LEASE.total_seconds(),
    grace: float = GRACE,
) -> int:
    """Work until SIGTERM or SIGINT, or once through what is due; tells how many jobs that was."""
    worker = Worker(hands=concurrency, lease=timedelta(seconds=lease_seconds))
    actions.plan(by=CLOCKWORK, chores=worker.chores)
    if once:
        return worker.run_once()
    asked = _asked_to_stop()
    threads = worker.start()
    log.info("the worker %s begins", worker.name)
    while not asked:
        time.sleep(0.1)
    worker.leave(threads, grace)
    log.info("the worker %s ends", worker.name)
    return 0


def _asked_to_stop() -> list[int]:
    """Fills when a signal comes: a plain list, because a handler must not wait for a lock."""
    asked: list[int] = []

    def ask(number: int, frame: FrameType | None) -> None:
        asked.append(number)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, ask)
    return asked
