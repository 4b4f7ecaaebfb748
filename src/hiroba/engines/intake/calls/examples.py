"""A small call for tests: one track, open in autumn 2023."""

from typing import Any

from hiroba.engines.forms.examples import published
from hiroba.engines.intake.calls import actions
from hiroba.engines.intake.calls.models import Call, Track
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer

PROGRAMME = "cooperation"
OPENS, CLOSES = "2023-08-22 10:00", "2023-10-02 17:00"


def rules(**change: Any) -> dict[str, Any]:
    """NPOs of two years, up to ten million yen and three years."""
    return {
        "yen_ceiling": 10_000_000,
        "months_ceiling": 36,
        "personalities": ["npo"],
        "years_registered": 2,
        "years_active": 2,
        "equipment": False,
        **change,
    }


def prepared(ref: str = "small-2023") -> Call:
    """A call nobody outside can read."""
    return actions.prepare(
        by=officer(),
        programme=PROGRAMME,
        ref=ref,
        fiscal_year=2023,
        title_ja="小さな公募(見本)",
        title_en="A small call (sample)",
        summary_ja="ためしの公募です。",
        guideline_ja="ためしの要項です。",
        is_sample=True,
    )


def with_track(call: Call | None = None, code: str = "small", **change: Any) -> Track:
    """A track of a call that is still being prepared."""
    return actions.add_track(
        by=officer(),
        call=call or prepared(),
        code=code,
        name_ja="小さな枠",
        name_en="Small track",
        opens_at=clock.moment(OPENS),
        closes_at=clock.moment(CLOSES),
        form_version=published(),
        rules=rules(**change),
    )


def track(ref: str = "small-2023", **change: Any) -> Track:
    """A published track; one of this name is made once."""
    known = Track.objects.filter(call__ref=ref).select_related("call", "form_version").first()
    if known:
        return known
    with clock.at("2023-08-21 15:00"):
        made = with_track(prepared(ref), **change)
        made.call = actions.publish(by=officer(), call=made.call)
    return made
