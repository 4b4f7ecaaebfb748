"""The certificate of a prize as a paper to print."""

from pathlib import Path
from typing import TYPE_CHECKING

from django.utils.formats import date_format

from hiroba.foundation import clock
from hiroba.foundation.papers import printed
from hiroba.programmes.contest.states import Prize

if TYPE_CHECKING:
    from hiroba.programmes.contest.models import Essay, Pupil

TEMPLATE = Path(__file__).parent / "papers/certificate.typ"
WORDS = (
    "あなたの作品は、世界と私たちのつながりを深く見つめ、"
    "読む人の心を動かしました。ここにたたえます。"
)


def certificate_of(essay: "Essay", pupil: "Pupil") -> bytes:
    """The certificate as PDF; a certificate is written in Japanese, like the essay."""
    contest = essay.contest
    assert contest.results_at
    day = contest.results_at.astimezone(clock.JAPAN).date()
    sample = "(見本)" if contest.call.is_sample else ""
    facts = {
        "title": f"賞状 {essay.ref}",
        "contest": contest.call.title_ja,
        "head": f"賞状{sample}",
        "prize": str(Prize(essay.prize).label),
        "school": essay.submission.body.name_ja,
        "name": f"{pupil.name} 様",
        "essay": f"「{essay.submission.title}」",
        "words": WORDS,
        "day": date_format(day, "Y年n月j日"),
        "foot": f"ひろば {essay.ref}",
    }
    return printed(TEMPLATE, facts, contest.results_at)
