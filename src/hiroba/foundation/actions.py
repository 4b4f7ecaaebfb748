"""The one door through which anything is written."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from hiroba.foundation.verdicts import Refused

P = ParamSpec("P")
R = TypeVar("R")

CLOSED_FOR_WRITING = (
    "readonly database",
    "read-only transaction",
    "disk is full",
    "disk full",
    "No space left on device",
)


def action(function: Callable[P, R]) -> Callable[P, R]:
    """Run as one transaction, callable with names only, and be found by the house tests."""

    @wraps(function)
    def act(*args: P.args, **kwargs: P.kwargs) -> R:
        if args:
            name = function.__name__
            raise TypeError(f"{name} is called with names: {name}(by=…, …)")
        try:
            with transaction.atomic():
                return function(*args, **kwargs)
        except DatabaseError as trouble:
            if is_closed_for_writing(trouble):
                raise Refused(closed_for_now()) from trouble
            raise

    act.is_action = True  # type: ignore[attr-defined]
    return act


def is_closed_for_writing(trouble: Exception) -> bool:
    """Whether the database can only be read: it is looked after, or its disk is full."""
    is_of_the_database = isinstance(trouble, DatabaseError)
    return is_of_the_database and any(sign in str(trouble) for sign in CLOSED_FOR_WRITING)


def closed_for_now() -> str:
    """What is told to whoever wanted to write."""
    return _(
        "ただいま保存を止めています。入力した内容はこの画面に残っています。"
        "しばらくしてから、もう一度お試しください。"
    )
