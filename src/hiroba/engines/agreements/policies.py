"""Who may draft, conclude and change agreements, and hand in or accept what is due."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.engines.agreements import queries
from hiroba.engines.agreements.states import (
    AGREEMENT,
    OBLIGATION,
    PRECONDITION,
    AgreementKind,
    PartyRole,
)
from hiroba.foundation import clock
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.verdicts import YES, Verdict, all_of, unless

if TYPE_CHECKING:
    import datetime

    from hiroba.engines.agreements.models import Agreement, Obligation, Precondition
    from hiroba.engines.agreements.rules import RuleBook
    from hiroba.engines.agreements.shapes import Signing, Terms
    from hiroba.foundation.actors import Actor

SIGNERS = 2


def _is_officer(by: "Actor", programme: str) -> Verdict:
    return unless(
        by.account and by.holds(Role.OFFICER, programme=programme),
        _("契約と覚書は、担当職員が記録します。"),
    )


def may_draft(by: "Actor", programme: str, kind: str, about_ref: str) -> Verdict:
    """An officer prepares one agreement of a kind about a thing at a time."""
    known = queries.agreements_about([about_ref]).filter(kind=kind).exclude(state="ended")
    return all_of(
        _is_officer(by, programme),
        unless(kind in AgreementKind.values, _("この種類の契約は登録されていません。")),
        unless(not known.exists(), _("同じ種類の契約が、すでにあります。")),
    )


def may_meet(by: "Actor", precondition: "Precondition") -> Verdict:
    """An officer records that a precondition is met."""
    return all_of(
        _is_officer(by, precondition.agreement.programme),
        PRECONDITION.allows("meet", precondition.state),
    )


def may_waive(by: "Actor", precondition: "Precondition", because: str | None = None) -> Verdict:
    """An officer does without a precondition, and says why."""
    return all_of(
        _is_officer(by, precondition.agreement.programme),
        PRECONDITION.allows("waive", precondition.state),
        _reasoned(because),
    )


def may_conclude(
    by: "Actor",
    agreement: "Agreement",
    terms: "Terms | None" = None,
    signings: Sequence["Signing"] = (),
    book: "RuleBook | None" = None,
) -> Verdict:
    """When everything is met, an officer records what both sides have signed, in order."""
    return all_of(
        _is_officer(by, agreement.programme),
        AGREEMENT.allows("conclude", agreement.state),
        unless(
            not queries.has_open_preconditions(agreement),
            _("満たしていない前提条件があります。満たすか、理由を書いて免除してください。"),
        ),
        _in_order(terms, signings, book),
    )


def may_amend(
    by: "Actor",
    agreement: "Agreement",
    terms: "Terms | None" = None,
    signings: Sequence["Signing"] = (),
    book: "RuleBook | None" = None,
    because: str | None = None,
) -> Verdict:
    """An officer records the next version, with the reason for the change."""
    verdict = all_of(
        _is_officer(by, agreement.programme),
        AGREEMENT.allows("amend", agreement.state),
        _in_order(terms, signings, book),
        _reasoned(because),
    )
    newest = queries.newest_version(agreement)
    if not verdict or terms is None or newest is None:
        return verdict
    return unless(
        terms.effective_on >= newest.effective_on,
        _("変更は、いまの版より前の日から有効にはできません。"),
    )


def _in_order(
    terms: "Terms | None", signings: Sequence["Signing"], book: "RuleBook | None"
) -> Verdict:
    """Nothing is back-dated, both sides sign one after the other, nobody signs ahead."""
    if terms is None:
        return YES
    return all_of(
        unless(terms.text.strip(), _("契約の内容を書いてください。")),
        unless(
            terms.effective_on >= clock.today(),
            _("有効になる日は、今日以降にしてください。過去の日にはさかのぼれません。"),
        ),
        unless(
            terms.ends_on is None or terms.ends_on >= terms.begins_on,
            _("期間の終わりを、始まりより後にしてください。"),
        ),
        unless(
            book is None or terms.ends_on, _("提出の決まりがある契約には、終わりの日が要ります。")
        ),
        unless(terms.yen is None or terms.yen >= 0, _("金額は0円以上で入力してください。")),
        _signed_in_order(signings),
    )


def _signed_in_order(signings: Sequence["Signing"]) -> Verdict:
    days = [signing.signed_on for signing in signings]
    both = {signing.role for signing in signings} == set(PartyRole)
    named = {signing.signer.strip() for signing in signings} - {""}
    return all_of(
        unless(
            both and len(named) == len(signings) >= SIGNERS,
            _("相手方とこの機関の、二人の署名者を記録してください。"),
        ),
        unless(
            all(first <= second for first, second in pairwise(days)),
            _("署名の日が、署名の順番と合っていません。"),
        ),
        unless(days and max(days) <= clock.today(), _("まだ来ていない日の署名は記録できません。")),
    )


def may_end(
    by: "Actor",
    agreement: "Agreement",
    on: "datetime.date | None" = None,
    because: str | None = None,
) -> Verdict:
    """An officer records, with the reason, that an agreement ends, today or on a later day."""
    return all_of(
        _is_officer(by, agreement.programme),
        AGREEMENT.allows("end", agreement.state),
        unless(on is None or on >= clock.today(), _("終了の日は、今日以降にしてください。")),
        _reasoned(because),
    )


def may_hand_in(by: "Actor", obligation: "Obligation", text: str | None = None) -> Verdict:
    """People who act for a partner hand in what is due."""
    agreement = obligation.agreement
    return all_of(
        unless(
            by.account and queries.acts_for_a_partner(by.account, agreement),
            _("提出できるのは、契約の相手方の団体で編集の権限がある方です。"),
        ),
        OBLIGATION.allows("hand_in", obligation.state),
        _stands(obligation),
        unless(text is None or text.strip(), _("報告の内容を書いてください。")),
    )


def may_accept(by: "Actor", obligation: "Obligation") -> Verdict:
    """An officer accepts what somebody else has handed in."""
    return all_of(
        _is_officer(by, obligation.agreement.programme),
        OBLIGATION.allows("accept", obligation.state),
        _by_somebody_else(by, obligation),
    )


def may_send_back(by: "Actor", obligation: "Obligation", because: str | None = None) -> Verdict:
    """An officer sends back what does not suffice, and says why."""
    return all_of(
        _is_officer(by, obligation.agreement.programme),
        OBLIGATION.allows("send_back", obligation.state),
        _by_somebody_else(by, obligation),
        _reasoned(because),
    )


def _by_somebody_else(by: "Actor", obligation: "Obligation") -> Verdict:
    last = queries.last_delivery(obligation)
    return unless(
        last is None or by.account is None or last.handed_in_by_id != by.account.pk,
        _("提出した方とは別の職員が確認してください。"),
    )


def _stands(obligation: "Obligation") -> Verdict:
    return unless(
        obligation.replaced_in_id is None, _("契約の変更により、この提出は要らなくなりました。")
    )


def _reasoned(because: str | None) -> Verdict:
    """An empty text is no reason; before anything was typed nothing is said about it."""
    return unless(because is None or because.strip(), _("理由を書いてください。"))
