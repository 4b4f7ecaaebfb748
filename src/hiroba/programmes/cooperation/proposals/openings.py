"""The calls of the story: what is open, what was, and what is being read; all of it a sample."""

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from hiroba.engines.intake.calls.queries import track_of
from hiroba.engines.registry.places import examples as places
from hiroba.foundation import calendar, clock
from hiroba.foundation.accounts.examples import officer
from hiroba.foundation.actors import CLOCKWORK
from hiroba.programmes.cooperation.proposals import actions, calling, queries

if TYPE_CHECKING:
    from hiroba.engines.intake.calls.models import Call, Track

OPENED = "2023-08-22 10:00"
CLOSED = "2023-10-02 17:00"
SUMMARY_JA = "日本の団体の知恵と経験を、開発途上国の人びとの暮らしに生かす事業の募集です(見本)。"
SUMMARY_EN = "Projects in which Japanese bodies share what they know with people abroad (sample)."
GUIDELINE_JA = (
    "応募は枠ごとの締切までに、この広場で提出してください。到着の時刻で決まります。\n"
    "選考は、資格の確認、二人の審査員による書面審査、審査委員長の案と別の者の承認の順に行います。\n"
    "結果は採択・不採択にかかわらず、すべての団体へ理由とともに知らせます(見本の文です)。"
)
GUIDELINE_EN = (
    "Submit here before the deadline of your track; the time of arrival counts.\n"
    "We check eligibility, two reviewers read, the chair proposes and another person approves.\n"
    "Every body is told the result with reasons (sample text)."
)


def schemes() -> None:
    """The schemes and the form stand."""
    places.reference()
    actions.lay_out_schemes(by=CLOCKWORK)


def call(
    ref: str = "grassroots-2023",
    opens_at: str | datetime = OPENED,
    closes: dict[str, str | datetime] | None = None,
    round_no: int = 0,
) -> "Call":
    """A published call; that of 2023 unless told otherwise."""
    if known := queries.calls_seen_by(officer()).filter(ref=ref).first():
        return known
    schemes()
    opening = _moment(opens_at)
    with clock.at(opening):
        made = _prepared(ref, round_no)
        for code, closing in (closes or {"grassroots_support": CLOSED}).items():
            scheme = queries.scheme(code)
            assert scheme
            closes_at = _moment(closing)
            calling.add_track(
                by=officer(), call=made, scheme=scheme, opens_at=opening, closes_at=closes_at
            )
        return calling.publish_call(by=officer(), call=made)


def _prepared(ref: str, round_no: int) -> "Call":
    """Several calls of one year are told apart by their number."""
    year = calendar.fiscal_year(clock.today())
    which_ja = f"{year}年度 第{round_no}回の募集" if round_no else f"{year}年度の募集"
    which_en = f"FY{year}, call {round_no}" if round_no else f"FY{year}"
    return calling.prepare_call(
        by=officer(),
        ref=ref,
        fiscal_year=year,
        title_ja=f"草の根技術協力事業 {which_ja}(見本)",
        title_en=f"Grassroots technical cooperation, {which_en} (sample)",
        summary_ja=SUMMARY_JA,
        summary_en=SUMMARY_EN,
        guideline_ja=GUIDELINE_JA,
        guideline_en=GUIDELINE_EN,
        is_sample=True,
    )


def track(of: "Call | None" = None, code: str = "grassroots_support") -> "Track":
    """One way into a call."""
    found = track_of(of or call(), code)
    assert found
    return found


def call_now() -> "Call":
    """A call that is open for three weeks to come."""
    closing = _at_five(clock.today() + timedelta(days=21))
    opening = _at_ten(clock.today() - timedelta(days=30))
    closes: dict[str, str | datetime] = {
        "grassroots_support": closing,
        "grassroots_partner": closing + timedelta(days=7),
    }
    return call(f"grassroots-{clock.today().year}", opening, closes, round_no=2)


def call_in_review() -> "Call":
    """A call that closed two months ago and is being read and decided."""
    opening = _at_ten(clock.today() - timedelta(days=120))
    closing = _at_five(clock.today() - timedelta(days=60))
    ref = f"grassroots-{clock.today().year}-spring"
    return call(ref, opening, {"grassroots_support": closing}, round_no=1)


def _moment(when: str | datetime) -> datetime:
    return clock.moment(when) if isinstance(when, str) else when


def _at_ten(day: date) -> datetime:
    return datetime.combine(day, time(10), clock.JAPAN)


def _at_five(day: date) -> datetime:
    return datetime.combine(day, time(17), clock.JAPAN)
