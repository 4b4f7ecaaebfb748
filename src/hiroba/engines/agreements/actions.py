"""Everything that is written about agreements and what is due under them."""

import datetime
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from hiroba.engines.agreements import policies, rows
from hiroba.engines.agreements.models import (
    Agreement,
    AgreementVersion,
    Delivery,
    Obligation,
    PartyAtTheTime,
    Precondition,
)
from hiroba.engines.agreements.states import (
    AGREEMENT,
    OBLIGATION,
    PRECONDITION,
    AgreementKind,
)
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from hiroba.engines.agreements.rules import RuleBook
    from hiroba.engines.agreements.shapes import Signing, Terms, Wanted
    from hiroba.foundation.accounts.models import User


@action
def draft(
    *,
    by: "User",
    programme: str,
    kind: str,
    about_ref: str,
    title_ja: str,
    title_en: str = "",
    preconditions: "Iterable[Wanted]" = (),
) -> Agreement:
    """An agreement is prepared, and it is known what has to be met before."""
    require(policies.may_draft(by, programme, kind, about_ref))

    agreement = Agreement.objects.create(
        ref=new_ref("AG"),
        programme=programme,
        kind=AgreementKind(kind),
        about_ref=about_ref,
        title_ja=title_ja,
        title_en=title_en,
        drafted_by=by,
        drafted_at=clock.now(),
    )
    Precondition.objects.bulk_create(
        Precondition(agreement=agreement, **vars(wanted)) for wanted in preconditions
    )

    note(by, "agreements.draft", agreement, about=about_ref, kind=kind)
    return agreement


@action
def meet(*, by: "User", precondition: Precondition) -> Precondition:
    """A precondition is met."""
    precondition = _locked_precondition(precondition)
    require(policies.may_meet(by, precondition))

    return _settled(by, precondition, "meet")


@action
def waive(*, by: "User", precondition: Precondition, because: str) -> Precondition:
    """The parties do without a precondition, for a reason."""
    precondition = _locked_precondition(precondition)
    require(policies.may_waive(by, precondition, because))

    return _settled(by, precondition, "waive", because.strip())


def _locked_precondition(precondition: Precondition) -> Precondition:
    found = Precondition.objects.select_for_update(of=("self",)).select_related("agreement")
    return found.get(pk=precondition.pk)


def _settled(by: "User", precondition: Precondition, verb: str, because: str = "") -> Precondition:
    PRECONDITION.move(precondition, verb)
    precondition.because, precondition.settled_by = because, by
    precondition.settled_at = clock.now()
    precondition.save(update_fields=["state", "because", "settled_by", "settled_at"])

    told = {"what": precondition.title_ja, "because": because}
    note(by, f"agreements.{verb}", precondition.agreement, **told)
    return precondition


@action
def conclude(
    *,
    by: "User",
    agreement: Agreement,
    terms: "Terms",
    signings: "Sequence[Signing]",
    book: "RuleBook | None" = None,
) -> AgreementVersion:
    """Both sides have signed the first version; what is due when follows from its rules."""
    agreement = _locked(agreement)
    require(policies.may_conclude(by, agreement, terms, signings, book))

    version = _next_version(by, agreement, "conclude", terms, signings, book)

    note(by, "agreements.conclude", agreement, effective_on=terms.effective_on)
    return version


@action
def amend(
    *,
    by: "User",
    agreement: Agreement,
    terms: "Terms",
    signings: "Sequence[Signing]",
    because: str,
    book: "RuleBook | None" = None,
) -> AgreementVersion:
    """The next version holds from its day on; what was not handed in yet follows the new days."""
    agreement = _locked(agreement)
    require(policies.may_amend(by, agreement, terms, signings, book, because))

    version = _next_version(by, agreement, "amend", terms, signings, book, because.strip())

    note(by, "agreements.amend", agreement, version=version.number, because=version.because)
    return version


def _locked(agreement: Agreement) -> Agreement:
    return Agreement.objects.select_for_update().get(pk=agreement.pk)


def _next_version(
    by: "User",
    agreement: Agreement,
    verb: str,
    terms: "Terms",
    signings: "Sequence[Signing]",
    book: "RuleBook | None",
    because: str = "",
) -> AgreementVersion:
    AGREEMENT.move(agreement, verb)
    agreement.save(update_fields=["state"])
    number = agreement.versions.count() + 1
    version = rows.version(by, agreement, number, terms, book, because)
    version.save()
    PartyAtTheTime.objects.bulk_create(rows.parties(version, signings))
    _generate(version, book)
    return version


def _generate(version: AgreementVersion, book: "RuleBook | None") -> None:
    """What the version's rules ask for; what was already handed in stays as it is."""
    asked = rows.obligations(version, book)
    standing = list(Obligation.objects.standing().filter(agreement=version.agreement))
    kept = [known for known in standing if not rows.is_replaced(known, asked)]
    gone = [known.pk for known in standing if known not in kept]
    Obligation.objects.filter(pk__in=gone).update(replaced_in=version)
    there = {(known.kind, known.period_from) for known in kept}
    new = [due for due in asked if (due.kind, due.period_from) not in there]
    Obligation.objects.bulk_create(new)


@action
def end(
    *, by: "User", agreement: Agreement, because: str, on: datetime.date | None = None
) -> Agreement:
    """The agreement ends, or its preparation does; what is still due stays due."""
    agreement = _locked(agreement)
    require(policies.may_end(by, agreement, on, because))

    AGREEMENT.move(agreement, "end")
    agreement.ended_on, agreement.ended_because = on or clock.today(), because.strip()
    agreement.save(update_fields=["state", "ended_on", "ended_because"])

    note(by, "agreements.end", agreement, on=agreement.ended_on, because=because.strip())
    return agreement


@action
def hand_in(*, by: "User", obligation: Obligation, text: str) -> Obligation:
    """The partner has handed in what was due; the first day counts for lateness."""
    obligation = _locked_obligation(obligation)
    require(policies.may_hand_in(by, obligation, text))

    OBLIGATION.move(obligation, "hand_in")
    obligation.handed_in_on = obligation.handed_in_on or clock.today()
    obligation.save(update_fields=["state", "handed_in_on"])
    number = obligation.deliveries.count() + 1
    Delivery.objects.create(
        obligation=obligation,
        number=number,
        text=text.strip(),
        handed_in_by=by,
        handed_in_at=clock.now(),
    )

    note(by, "agreements.hand_in", obligation, number=number)
    return obligation


@action
def accept(*, by: "User", obligation: Obligation) -> Obligation:
    """What was handed in suffices."""
    obligation = _locked_obligation(obligation)
    require(policies.may_accept(by, obligation))

    OBLIGATION.move(obligation, "accept")
    obligation.accepted_by, obligation.accepted_at = by, clock.now()
    obligation.save(update_fields=["state", "accepted_by", "accepted_at"])

    note(by, "agreements.accept", obligation)
    return obligation


@action
def send_back(*, by: "User", obligation: Obligation, because: str) -> Obligation:
    """What was handed in does not suffice; the partner reads why and hands it in again."""
    obligation = _locked_obligation(obligation)
    require(policies.may_send_back(by, obligation, because))

    OBLIGATION.move(obligation, "send_back")
    obligation.returned_because = because.strip()
    obligation.save(update_fields=["state", "returned_because"])

    note(by, "agreements.send_back", obligation, because=because.strip())
    return obligation


def _locked_obligation(obligation: Obligation) -> Obligation:
    found = Obligation.objects.select_for_update(of=("self",)).select_related("agreement")
    return found.get(pk=obligation.pk)
