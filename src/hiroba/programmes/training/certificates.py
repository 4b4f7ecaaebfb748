"""The certificate of a course as a paper; the same facts give the same bytes."""

from pathlib import Path
from typing import TYPE_CHECKING

from django.utils.formats import date_format

from hiroba.foundation.clock import JAPAN
from hiroba.foundation.papers import printed

if TYPE_CHECKING:
    from hiroba.programmes.training.models import Certificate

TEMPLATE = Path(__file__).parent / "papers/certificate.typ"


def certificate_of(certificate: "Certificate") -> bytes:
    """The certificate as PDF, in Japanese."""
    course = certificate.application.course
    sample = "(見本)" if course.is_sample else ""
    day = certificate.issued_at.astimezone(JAPAN).date()
    facts = {
        "title": f"修了証 {certificate.number}",
        "head": f"修了証{sample}",
        "name": f"{certificate.name} 様",
        "course": course.title_ja,
        "words": f"あなたは、この研修に{certificate.days}日間参加し、修了しました。",
        "day": date_format(day, "Y年n月j日"),
        "foot": f"ひろば {certificate.number}",
    }
    return printed(TEMPLATE, facts, certificate.issued_at)
