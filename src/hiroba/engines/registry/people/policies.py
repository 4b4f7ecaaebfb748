"""Who may act for a body, and who may verify, suspend and merge bodies."""

import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.engines.registry.people import belonging, corporate_numbers, queries
from hiroba.engines.registry.people.admitting import (
    is_active,
    may_accept_invitation,
    may_change_role,
    may_invite,
    may_keep_registry,
    may_leave,
    may_manage_members,
    may_see_members,
    stands,
)
from hiroba.engines.registry.people.states import BODY, BodyState
from hiroba.foundation import clock
from hiroba.foundation.actors import CLOCKWORK, IMPORTER
from hiroba.foundation.verdicts import YES, Verdict, all_of, unless

if TYPE_CHECKING:
    from hiroba.engines.registry.people.models import Body, Merge
    from hiroba.foundation.actors import Actor

__all__ = [
    "may_accept_invitation",
    "may_act_for",
    "may_add_branch",
    "may_change_role",
    "may_enter_body",
    "may_invite",
    "may_keep_registry",
    "may_know_person",
    "may_leave",
    "may_lift",
    "may_manage_members",
    "may_merge",
    "may_register_body",
    "may_register_foreign_body",
    "may_rename_body",
    "may_revise_body",
    "may_see_members",
    "may_sign_for",
    "may_suspend",
    "may_unmerge",
    "may_verify",
]


def may_act_for(by: "Actor", body: "Body") -> Verdict:
    """Owners and editors act for a body that is neither suspended nor merged away."""
    return all_of(
        unless(
            belonging.holds_role(by, body, *belonging.ACTING),
            _("%(body)sの代表管理者か編集者だけができます。") % {"body": body.name_ja},
        ),
        is_active(body),
    )


def may_sign_for(by: "Actor", body: "Body") -> Verdict:
    """Who binds the body: its signatories and owners."""
    return all_of(
        unless(
            belonging.holds_role(by, body, *belonging.SIGNING),
            _("%(body)sの署名権者だけができます。") % {"body": body.name_ja},
        ),
        is_active(body),
    )


def may_register_body(by: "Actor", corporate_number: str = "") -> Verdict:
    """Everybody with an account may register a body; the same corporation only once."""
    return all_of(
        unless(by.account, _("団体の登録にはログインが必要です。")),
        _number_is_free(corporate_number),
    )


def may_enter_body(by: "Actor", corporate_number: str = "") -> Verdict:
    """Officers enter bodies out of lists; the same corporation only once."""
    return all_of(
        YES if by == IMPORTER else may_keep_registry(by),
        _number_is_free(corporate_number),
    )


def _number_is_free(number: str, body: "Body | None" = None) -> Verdict:
    """The number is right, and no other standing body has it."""
    if not number:
        return YES
    known = queries.body_with_number(number)
    if known is None or known == body:
        return unless(
            corporate_numbers.is_valid(number),
            _("法人番号が正しくありません。13桁の数字を確かめてください。"),
        )
    return unless(
        False,
        _(
            "この法人番号の団体はすでに登録されています(%(body)s)。登録した方に招待を頼んでください。"
        )
        % {"body": known.name_ja},
    )


def may_revise_body(by: "Actor", body: "Body", corporate_number: str = "") -> Verdict:
    """Its own people, or an officer, keep what is known about a body right."""
    own = may_act_for(by, body)
    return all_of(
        own if own or not may_keep_registry(by) else stands(body),
        _number_is_free(corporate_number, body),
    )


def may_rename_body(by: "Actor", body: "Body", since: datetime.date) -> Verdict:
    """A new name begins later than the present one, and not in the future."""
    present = body.names.filter(until=None).first()
    begun = present.since if present else None
    return all_of(
        may_revise_body(by, body),
        unless(
            begun is None or since > begun,
            _("いまの名称の始まりより後の日を入れてください。"),
        ),
        unless(since <= clock.today(), _("今日までの日を入れてください。")),
    )


def may_register_foreign_body(by: "Actor") -> Verdict:
    """Bodies named in open data are registered by the importer or an officer."""
    return unless(
        by in (IMPORTER, CLOCKWORK) or by.holds(*queries.REGISTRARS),
        _("公開データの団体は担当職員が取り込みます。"),
    )


def may_verify(by: "Actor", body: "Body") -> Verdict:
    """An officer who does not belong to the body has looked at it."""
    return all_of(
        unless(by == CLOCKWORK or by.holds(*queries.REGISTRARS), _("確認は担当職員が行います。")),
        unless(
            not belonging.holds_role(by, body),
            _("ご自身が所属する団体は、ほかの職員が確認してください。"),
        ),
        stands(body),
        BODY.allows("verify", body.state),
    )


def may_suspend(by: "Actor", body: "Body", reason: str = "") -> Verdict:
    """An officer stops a body, and says why."""
    return all_of(
        may_keep_registry(by),
        stands(body),
        BODY.allows("suspend", body.state),
        unless(reason.strip(), _("停止の理由を書いてください。")),
    )


def may_lift(by: "Actor", body: "Body") -> Verdict:
    """An officer ends a suspension."""
    return all_of(may_keep_registry(by), BODY.allows("lift", body.state))


def may_merge(by: "Actor", absorbed: "Body", survivor: "Body", reason: str = "") -> Verdict:
    """Two registered bodies are found to be one."""
    return all_of(
        may_keep_registry(by),
        unless(absorbed.pk != survivor.pk, _("別の団体を選んでください。")),
        stands(absorbed),
        stands(survivor),
        unless(
            survivor.state != BodyState.SUSPENDED,
            _("統合先の団体は停止中です。停止を解いてから統合してください。"),
        ),
        unless(reason.strip(), _("統合の理由を書いてください。")),
    )


def may_unmerge(by: "Actor", merge: "Merge") -> Verdict:
    """A merge can be undone as long as nothing was built on it."""
    number = merge.absorbed.corporate_number
    return all_of(
        may_keep_registry(by),
        unless(merge.undone_at is None, _("この統合はすでに取り消されています。")),
        unless(
            merge.absorbed.merged_into_id == merge.survivor_id
            and merge.survivor.merged_into_id is None,
            _("統合先がさらに統合されています。あとの統合から順に取り消してください。"),
        ),
        unless(
            not number or queries.body_with_number(number) is None,
            _("同じ法人番号の団体がほかにあります。その法人番号を直してから取り消してください。"),
        ),
    )


def may_know_person(by: "Actor") -> Verdict:
    """One enters oneself; officers and the importer enter others."""
    return unless(by.account or by in (IMPORTER, CLOCKWORK), _("登録にはログインが必要です。"))


def may_add_branch(by: "Actor", body: "Body") -> Verdict:
    """The body's people add its registered branches."""
    return may_revise_body(by, body)
