"""The one door through which anything is written."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from hiroba.foundation.verdicts import Refused

P = ParamSpec("P")
R = TypeVar("R")

CLOSED_FOR_WRITING = ("readonly database", "read-only transaction", "disk is full", "disk full")


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
            if any(sign in str(trouble) for sign in CLOSED_FOR_WRITING):
                raise Refused(_closed()) from trouble
            raise

    act.is_action = True  # type: ignore[attr-defined]
    return act


def _closed() -> str:
    return _(
        "ただいま保存を止めています。入力した内容はこの画面に残っています。"
        "しばらくしてから、もう一度お試しください。"
    )
