"""How an agreed version, its parties and what is due under it are written down."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from hiroba.engines.agreements.models import Agreement, AgreementVersion, Obligation, PartyAtTheTime
from hiroba.engines.agreements.rules import Due, dues
from hiroba.engines.agreements.shapes import HOUSE_EN, HOUSE_JA
from hiroba.engines.agreements.states import ObligationState
from hiroba.engines.registry.people import queries as bodies
from hiroba.foundation import clock
from hiroba.foundation.refs import new_ref

if TYPE_CHECKING:
    from hiroba.engines.agreements.rules import RuleBook
    from hiroba.engines.agreements.shapes import Signing, Terms
    from hiroba.foundation.accounts.models import User


def version(
    by: "User",
    agreement: Agreement,
    number: int,
    terms: "Terms",
    book: "RuleBook | None",
    because: str,
) -> AgreementVersion:
    """The version as it is agreed today."""
    return AgreementVersion(
        agreement=agreement,
        number=number,
        approved_on=clock.today(),
        effective_on=terms.effective_on,
        begins_on=terms.begins_on,
        ends_on=terms.ends_on,
        yen=terms.yen,
        terms=terms.text.strip(),
        supervisor=terms.supervisor,
        manager=terms.manager.strip(),
        edition=book.edition if book else "",
        because=because,
        recorded_by=by,
    )


def parties(version: AgreementVersion, signings: Iterable["Signing"]) -> list[PartyAtTheTime]:
    """Who signed, in order, each under the name of that day."""
    return [_party(version, order, signing) for order, signing in enumerate(signings, 1)]


def _party(version: AgreementVersion, order: int, signing: "Signing") -> PartyAtTheTime:
    name_ja, name_en = HOUSE_JA, HOUSE_EN
    if signing.body:
        name = bodies.name_on(signing.body, signing.signed_on)
        name_ja, name_en = name.name_ja, name.name_en
    return PartyAtTheTime(
        version=version,
        order=order,
        role=signing.role,
        body=signing.body,
        name_ja=name_ja,
        name_en=name_en,
        signer=signing.signer.strip(),
        signed_on=signing.signed_on,
    )


def obligations(version: AgreementVersion, book: "RuleBook | None") -> list[Obligation]:
    """Everything the rules ask for while the version runs."""
    if book is None or version.ends_on is None:
        return []
    return [_obligation(version, due) for due in dues(book, version.begins_on, version.ends_on)]


def _obligation(version: AgreementVersion, due: Due) -> Obligation:
    return Obligation(
        ref=new_ref("OB"),
        agreement=version.agreement,
        version=version,
        kind=due.rule.kind,
        title_ja=due.rule.title_ja,
        title_en=due.rule.title_en,
        period_from=due.period_from,
        period_until=due.period_until,
        due_on=due.due_on,
    )


def is_replaced(known: Obligation, asked: Iterable[Obligation]) -> bool:
    """Whether the new version no longer asks for it so, and nobody has handed it in yet."""
    same = {(one.kind, one.period_from, one.period_until, one.due_on) for one in asked}
    told = (known.kind, known.period_from, known.period_until, known.due_on)
    return known.state == ObligationState.OWED and told not in same
