"""Signed addresses by which each side fetches its calendar without signing in."""

from typing import TYPE_CHECKING

from django.core.signing import BadSignature, Signer
from django.urls import reverse

if TYPE_CHECKING:
    from hiroba.programmes.lectures.models import Lecture

SCHOOL, LECTURER, OFFICER = "school", "lecturer", "officer"

_signer = Signer(salt="hiroba.programmes.lectures.calendar")


def path_of(lecture: "Lecture", side: str) -> str:
    """Where one side fetches the calendar of a lecture."""
    return reverse("lectures:calendar", args=[_signer.sign_object([lecture.ref, side])])


def read(token: str) -> tuple[str, str] | None:
    """Which lecture and which side the address names, when this house made it."""
    try:
        ref, side = _signer.unsign_object(token)
    except (BadSignature, ValueError):
        return None
    return str(ref), str(side)
