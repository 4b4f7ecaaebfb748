"""What programs are told about calls and proposals, and what they may tell us."""

from datetime import datetime
from typing import Annotated

from ninja import Query, Schema
from pydantic import Field, StringConstraints

from hiroba.foundation.web.listing import BothLanguages, Page, Turn

# A text with a zero byte fits into no database.
Text = Annotated[str, StringConstraints(pattern=r"^[^\x00]*$")]


class TrackTold(Schema):
    """One way into a call, with its own window."""

    code: str
    name: BothLanguages
    opens_at: datetime
    closes_at: datetime
    is_open: bool


class CallTold(Schema):
    """An invitation to propose projects."""

    ref: str
    fiscal_year: int
    title: BothLanguages
    summary: BothLanguages
    published_at: datetime
    is_sample: bool
    tracks: list[TrackTold]


class CallPage(Page):
    items: list[CallTold]


class CallFilter(Turn):
    """Which calls."""

    open: Annotated[bool, Query(description="Only calls one can answer now.")] = False


class ProposalTold(Schema):
    """What one's body is writing or has handed in."""

    ref: str
    call: str
    track: str
    body: str
    title: str
    state: str
    version: int
    answers: dict[str, str]
    started_at: datetime
    submitted_at: datetime | None
    receipt_no: str | None


class ProposalPage(Page):
    items: list[ProposalTold]


class Beginning(Schema):
    """With what a proposal begins."""

    call: Annotated[Text, Field(max_length=40)]
    track: Annotated[Text, Field(max_length=40)]
    body: Annotated[Text, Field(max_length=12)]
    title: Annotated[Text, Field(min_length=1, max_length=200)]


class Answers(Schema):
    """Answers by the keys of the form; with the version one has read, nothing is overwritten."""

    answers: dict[Text, Text]
    version: int | None = None
