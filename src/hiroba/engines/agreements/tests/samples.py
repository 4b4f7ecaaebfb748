"""Small worlds for the tests of this room; none of their words names a programme of the house."""

import datetime
from typing import Any

from hiroba.engines.agreements import actions, queries
from hiroba.engines.agreements.models import Agreement, AgreementVersion, Obligation
from hiroba.engines.agreements.rules import Rule, RuleBook
from hiroba.engines.agreements.shapes import Signing, Terms, Wanted
from hiroba.engines.agreements.states import AgreementKind, PartyRole
from hiroba.engines.registry.people import examples as bodies
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.accounts.models import User
from hiroba.foundation.journal.models import Record

PROGRAMME = "cooperation"
TODAY = datetime.date(2023, 11, 1)
MONTHLY = Rule("monthly", "月報", "Monthly report", "month", 5)
FINAL = Rule("final", "完了報告", "Final report", "whole", 20)
BOOK = RuleBook("sample", 1, (MONTHLY, FINAL))
CONSENT = Wanted("現地の同意", "Consent", PartyRole.PARTNER, datetime.date(2023, 11, 30))


def day(text: str) -> datetime.date:
    """A day as it is written."""
    return datetime.date.fromisoformat(text)


def terms(**told: Any) -> Terms:
    """Three months of work from today on."""
    known: dict[str, Any] = {
        "text": "水道を直す。",
        "effective_on": TODAY,
        "begins_on": TODAY,
        "ends_on": day("2024-01-31"),
        "yen": 1_000_000,
        "supervisor": officer(),
        "manager": "鈴木 蓮",
        **told,
    }
    return Terms(**known)


def signings(first: str = "2023-10-30", second: str = "2023-11-01") -> list[Signing]:
    """The partner signs first, then the house."""
    return [
        Signing("鈴木 蓮", day(first), bodies.minato()),
        Signing("小野 承認者", day(second)),
    ]


def drafted(about_ref: str = "P-1", **told: Any) -> Agreement:
    """An agreement about a thing, without preconditions unless told."""
    known: dict[str, Any] = {
        "programme": PROGRAMME,
        "kind": AgreementKind.SERVICE,
        "title_ja": "村の水道の契約",
        "title_en": "Water for a village",
        **told,
    }
    return actions.draft(by=officer(), about_ref=about_ref, **known)


def concluded(about_ref: str = "P-1", book: RuleBook | None = BOOK, **told: Any) -> Agreement:
    """An agreement that both sides have signed today."""
    agreement = drafted(about_ref)
    agreed(agreement, book, **told)
    agreement.refresh_from_db()
    return agreement


def agreed(agreement: Agreement, book: RuleBook | None = BOOK, **told: Any) -> AgreementVersion:
    """Its first version."""
    return actions.conclude(
        by=officer(), agreement=agreement, terms=terms(**told), signings=signings(), book=book
    )


def first_due(agreement: Agreement) -> Obligation:
    """What is due first."""
    found = queries.obligations_of(agreement).first()
    assert found
    return found


def handed_in(agreement: Agreement, text: str = "掘りました。") -> Obligation:
    """The first report, handed in by Ren."""
    return actions.hand_in(by=ren(), obligation=first_due(agreement), text=text)


def ren() -> User:
    """Who acts for NPO Minato."""
    bodies.minato()
    return somebody("ren")


def noted(subject: str) -> list[tuple[str, dict[str, Any]]]:
    """What the journal tells about a thing, in order."""
    found = Record.objects.filter(subject=subject).order_by("pk")
    return list(found.values_list("verb", "details"))
