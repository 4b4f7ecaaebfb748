"""What is said when parties agree: terms, signatures, and what has to be met before."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiroba.engines.agreements.states import PartyRole

if TYPE_CHECKING:
    from hiroba.engines.registry.people.models import Body
    from hiroba.foundation.accounts.models import User

HOUSE_JA, HOUSE_EN = "ひろば", "Hiroba"


@dataclass(frozen=True)
class Wanted:
    """Something that has to be met before the parties can conclude."""

    title_ja: str
    title_en: str
    owner: PartyRole
    due_on: datetime.date


@dataclass(frozen=True)
class Terms:
    """What one version says; the day of approval is never given, it is the day of recording."""

    text: str
    effective_on: datetime.date
    begins_on: datetime.date
    ends_on: datetime.date | None = None
    yen: int | None = None
    supervisor: "User | None" = None
    manager: str = ""


@dataclass(frozen=True)
class Signing:
    """Who signed and when; without a body it is the house itself."""

    signer: str
    signed_on: datetime.date
    body: "Body | None" = None

    @property
    def role(self) -> PartyRole:
        return PartyRole.PARTNER if self.body else PartyRole.HOUSE
