"""Every question about giving."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q, QuerySet, Sum

from hiroba.engines.ledger import queries as ledger
from hiroba.foundation import clock
from hiroba.foundation.roles import Role
from hiroba.foundation.search import queries as search
from hiroba.programmes.giving.models import Cause, CauseQuerySet, CauseRule, Gift, Receipt
from hiroba.programmes.giving.states import GiftState, Publicity

if TYPE_CHECKING:
    from hiroba.engines.ledger.models import Allocation, Fund
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor
    from hiroba.foundation.search.models import Findable

PROGRAMME = KIND = "giving"
PROJECTS = "projects"


@dataclass(frozen=True)
class Supported:
    """A project that a fund pays for, as everybody may read it."""

    ref: str
    title: str
    url: str
    yen: int


@dataclass(frozen=True)
class Standing:
    """How a fund stands: what came in, what is promised to projects, what is free; in yen."""

    received: int
    free: int

    @property
    def promised(self) -> int:
        return self.received - self.free


def causes() -> CauseQuerySet:
    """For what one can give today."""
    return Cause.objects.open().select_related("fund")


def all_causes() -> CauseQuerySet:
    """For what one can or could give."""
    return Cause.objects.select_related("fund").order_by("opened_on", "pk")


def rule_of(cause: Cause) -> CauseRule | None:
    """The rule by which one gives today."""
    return cause.rules.filter(since__lte=clock.today()).order_by("-since").first()


def standing_of(fund: "Fund") -> Standing:
    """How a fund stands now."""
    return Standing(ledger.received_by(fund), ledger.free_in(fund))


def supported_by(fund: "Fund") -> list[Supported]:
    """The projects that a fund pays for, the last one first."""
    sums: dict[str, int] = {}
    for allocation in ledger.allocations_of(fund).filter(state="approved"):
        sums[allocation.to_ref] = sums.get(allocation.to_ref, 0) + allocation.yen
    return _supported(sums)


def way_of(gift: Gift) -> list[Supported]:
    """Where the yen of a gift have gone."""
    sums: dict[str, int] = {}
    for draw in ledger.draws_of([gift.ref]):
        to = draw.allocation.to_ref
        sums[to] = sums.get(to, 0) + draw.yen
    return _supported(sums)


def _supported(sums: dict[str, int]) -> list[Supported]:
    known = {row.ref: row for row in projects_named(list(sums))}
    return [
        Supported(ref, known[ref].title if ref in known else ref, _url(known.get(ref)), yen)
        for ref, yen in sums.items()
    ]


def _url(row: "Findable | None") -> str:
    return row.url if row else ""


def projects_named(refs: list[str]) -> list["Findable"]:
    """Projects as the search knows them, in the reader's language."""
    return search.named(refs, PROJECTS)


def gifts_of(user: "User") -> QuerySet[Gift]:
    """What a person has given or promised, the newest first."""
    return _gifts().filter(donor=user)


def gifts_seen_by(by: "Actor") -> QuerySet[Gift]:
    """All gifts for officers of giving and auditors, nothing for others."""
    found = _gifts()
    sees = by.holds(Role.OFFICER, Role.AUDITOR, programme=PROGRAMME)
    return found if sees else found.none()


def gifts_expected(by: "Actor") -> QuerySet[Gift]:
    """Promised gifts whose transfer has not arrived, the oldest first."""
    return gifts_seen_by(by).filter(state=GiftState.PROMISED).order_by("promised_at", "pk")


def _gifts() -> QuerySet[Gift]:
    return Gift.objects.select_related("cause__fund", "rule", "donor", "receipt").order_by("-pk")


def matching(gifts: QuerySet[Gift], words: str) -> QuerySet[Gift]:
    """Those whose code, number or name is what the bank's line says."""
    return gifts.filter(Q(code=words) | Q(ref__iexact=words) | Q(name__icontains=words))


def gift_with(key: UUID) -> Gift | None:
    """What a first click has promised already."""
    return _gifts().filter(key=key).first()


def is_taken(code: str) -> bool:
    """Whether a reference code belongs to another gift."""
    return Gift.objects.filter(code=code).exists()


def thanked(cause: Cause) -> QuerySet[Gift]:
    """Gifts whose donors may be named, the newest first."""
    named = {"state": GiftState.RECEIVED, "publicity": Publicity.NAME}
    return cause.gifts.filter(**named).order_by("-received_on", "-pk")


def given_to(cause: Cause) -> int:
    """How many yen arrived for a cause."""
    return cause.gifts.aggregate(all=Sum("received_yen"))["all"] or 0


def receipts() -> QuerySet[Receipt]:
    """All receipts, the last number first."""
    return Receipt.objects.select_related("gift__cause")


def allocations() -> "QuerySet[Allocation]":
    """What the funds pay for, the newest first."""
    return ledger.allocations(PROGRAMME)


def allocations_to_approve(user: "User") -> "QuerySet[Allocation]":
    """What somebody else proposed and waits for a second person."""
    return allocations().filter(state="proposed").exclude(proposed_by=user)


def funds() -> "QuerySet[Fund]":
    """Funds of this programme."""
    return ledger.funds(PROGRAMME)
