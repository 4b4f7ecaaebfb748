"""Numbers about partners and enquiries; small numbers of enquiries never leave this room."""

from datetime import date

from django.conf import settings

from hiroba.foundation.figures import Counted, FigureDefinition
from hiroba.programmes.legacies import queries
from hiroba.programmes.legacies.models import Legacy
from hiroba.programmes.legacies.rules import rules_on

RECORDS_SINCE = date(2023, 4, 1)


def partners_standing(first: date, last: date) -> Counted:
    """Partners whose agreement is in force on the last day."""
    found = queries.partners_on(last)
    if settings.HIROBA_ENV == "production":
        found = found.filter(is_sample=False)
    return Counted(value=found.count(), records=found)


def enquiries_between(first: date, last: date) -> Counted:
    """Enquiries of these days; a number below the limit of the rules is hidden, even from us."""
    found = Legacy.objects.filter(opened_on__range=(first, last))
    if settings.HIROBA_ENV == "production":
        found = found.filter(is_sample=False)
    count = found.count()
    if count < rules_on(last).small_below:
        return Counted(value=0, is_hidden=True)
    return Counted(value=count)


FIGURES = (
    FigureDefinition(
        code="legacy_partners",
        name_ja="遺贈の提携先",
        name_en="Partner institutions for legacies",
        unit_ja="機関",
        unit_en="institutions",
        kind="as_of",
        style="plain",
        definition_ja="遺贈の紹介に関する覚書が、その日に有効な提携先の数です。",
        definition_en="Partner institutions whose memorandum on referrals is in force on the day.",
        counted=partners_standing,
        records_since=RECORDS_SINCE,
    ),
    FigureDefinition(
        code="legacy_enquiries",
        name_ja="遺贈のご相談",
        name_en="Enquiries about legacies",
        unit_ja="件",
        unit_en="enquiries",
        kind="year",
        style="plain",
        definition_ja=(
            "その年度に届いた遺贈のご相談の数です。少ないときは、人が特定されないように"
            "公表しません。個人情報を消去したご相談も数えます。"
        ),
        definition_en=(
            "Enquiries about gifts by will that came in the fiscal year. Small numbers are not "
            "published, so that nobody can be singled out. Enquiries whose personal data were "
            "erased are still counted."
        ),
        counted=enquiries_between,
        records_since=RECORDS_SINCE,
    ),
)
