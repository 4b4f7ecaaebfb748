"""Numbers about what individuals give to the fund."""

from datetime import date

from django.conf import settings
from django.db.models import QuerySet

from hiroba.foundation.figures import Counted, FigureDefinition
from hiroba.programmes.giving.models import Gift
from hiroba.programmes.giving.states import DonorKind, GiftState

RECORDS_SINCE = date(2024, 4, 1)
# The fund whose gifts were published: 世界の人びとのためのJICA基金.
FUND = "world"
FEWEST = 5


def _gifts(first: date, last: date) -> QuerySet[Gift]:
    known = {"state": GiftState.RECEIVED, "kind": DonorKind.INDIVIDUAL, "cause__ref": FUND}
    found = Gift.objects.filter(**known, received_on__range=(first, last)).order_by("pk")
    found = found.select_related("cause")
    return found.filter(is_sample=False) if settings.HIROBA_ENV == "production" else found


def gifts_between(first: date, last: date) -> Counted:
    """Gifts by individuals that arrived on these days."""
    return Counted(value=_gifts(first, last).count(), records=_gifts(first, last))


def yen_between(first: date, last: date) -> Counted:
    """Yen that individuals gave on these days; a sum of few gifts would point at people."""
    gifts = list(_gifts(first, last))
    if 0 < len(gifts) < FEWEST:
        return Counted(0, is_hidden=True)
    return Counted(value=sum(gift.received_yen or 0 for gift in gifts), records=())


FIGURES = (
    FigureDefinition(
        code="fund_individual_gifts",
        name_ja="基金への個人からの寄附件数",
        name_en="Gifts to the fund by individuals",
        unit_ja="件",
        unit_en="gifts",
        kind="event",
        style="plain",
        definition_ja="示した期間に個人から基金に寄せられた寄附の件数。入金した日で数える。",
        definition_en="Gifts by individuals to the fund in the period, by the day of arrival.",
        counted=gifts_between,
        records_since=RECORDS_SINCE,
    ),
    FigureDefinition(
        code="fund_individual_gifts_yen",
        name_ja="基金への個人からの寄附金額",
        name_en="Amount of gifts to the fund by individuals",
        unit_ja="円",
        unit_en="yen",
        kind="event",
        style="plain",
        definition_ja=(
            "示した期間に個人から基金に寄せられた寄附の合計額。入金した日で数え、"
            "少ないときは、だれかの額がわからないように公表しない。"
        ),
        definition_en=(
            "Sum of the gifts by individuals to the fund in the period, by the day of arrival. "
            "It is not published when gifts are so few that one could be recognised."
        ),
        counted=yen_between,
        records_since=RECORDS_SINCE,
    ),
)
