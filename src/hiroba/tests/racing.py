"""Several hands at the same moment, each with its own connection to the database."""

import contextvars
import threading
from collections.abc import Callable
from typing import Any

from django.db import connection

from hiroba.foundation.verdicts import Refused


def at_once(*works: Callable[[], Any]) -> list[Any]:
    """What each hand brought back: its answer, or the sentence with which it was refused."""
    together = threading.Barrier(len(works))
    brought: list[Any] = [None] * len(works)

    def run(place: int, work: Callable[[], Any]) -> None:
        together.wait()
        try:
            brought[place] = work()
        except Refused as refusal:
            brought[place] = refusal.reason
        except Exception as trouble:
            brought[place] = trouble
        finally:
            connection.close()

    threads = [
        # The frozen clock lives in the context, so that each hand takes a copy of it along.
        threading.Thread(target=contextvars.copy_context().run, args=(run, place, work))
        for place, work in enumerate(works)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return brought
