"""Who may write into the books, and what the books refuse."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.engines.ledger import queries
from hiroba.engines.ledger.states import ALLOCATION
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.verdicts import Verdict, all_of, unless

if TYPE_CHECKING:
    from hiroba.engines.ledger.models import Allocation, Entry, Fund
    from hiroba.foundation.actors import Actor


def _keeps(by: "Actor", programme: str = "") -> Verdict:
    return unless(
        by == CLOCKWORK or by.holds(Role.OFFICER, programme=programme),
        _("帳簿に書けるのは、その事業の担当職員だけです。"),
    )


def _is_open(fiscal_year: int) -> Verdict:
    return unless(
        not queries.is_closed(fiscal_year),
        _("%(year)s年度の帳簿は、もう締めました。今年度の日付で記帳してください。")
        % {"year": fiscal_year},
    )


def may_open_fund(by: "Actor", programme: str) -> Verdict:
    """An officer of the programme opens a fund."""
    return _keeps(by, programme)


def may_post(by: "Actor", programme: str, sums: Sequence[int], fiscal_year: int) -> Verdict:
    """An officer writes an entry whose legs add up to nothing, into a year that is open."""
    return all_of(
        _keeps(by, programme),
        unless(
            len(sums) >= 2 and all(sums) and sum(sums) == 0,
            _("借方と貸方の合計が合いません。"),
        ),
        _is_open(fiscal_year),
    )


def may_reverse(by: "Actor", programme: str, entry: "Entry", because: str) -> Verdict:
    """An officer takes an entry back by another one, once, and says why."""
    return all_of(
        _keeps(by, programme),
        unless(not queries.is_reversed(entry), _("この記帳は、もう取り消されています。")),
        unless(because.strip(), _("取り消しの理由を書いてください。")),
    )


def may_close_year(by: "Actor", fiscal_year: int) -> Verdict:
    """An officer closes a year, once."""
    return all_of(
        unless(
            by.holds(Role.ADMINISTRATOR, Role.OFFICER), _("年度を締めるのは、担当職員だけです。")
        ),
        _is_open(fiscal_year),
    )


def may_propose_allocation(by: "Actor", fund: "Fund", yen: int = 1) -> Verdict:
    """An officer proposes to use what is left in a fund."""
    free = queries.free_in(fund)
    return all_of(
        _keeps(by, fund.programme),
        unless(yen >= 1, _("金額を1円以上にしてください。")),
        unless(
            yen <= free,
            _("この基金で使えるのは、あと%(yen)s円です。") % {"yen": f"{free:,}"},
        ),
    )


def may_approve_allocation(by: "Actor", allocation: "Allocation") -> Verdict:
    """Somebody other than the one who proposed agrees, while the fund has the money."""
    programme = allocation.fund.programme
    free = queries.free_in(allocation.fund)
    return all_of(
        unless(
            by.holds(Role.OFFICER, Role.APPROVER, programme=programme),
            _("承認できるのは、その事業の担当職員と承認者だけです。"),
        ),
        ALLOCATION.allows("approve_allocation", allocation.state),
        unless(by.account != allocation.proposed_by, _("提案した人とは別の人が承認します。")),
        unless(
            allocation.yen <= free,
            _("この基金で使えるのは、あと%(yen)s円です。") % {"yen": f"{free:,}"},
        ),
    )


def may_drop_allocation(by: "Actor", allocation: "Allocation") -> Verdict:
    """An officer drops what was not approved yet."""
    return all_of(
        _keeps(by, allocation.fund.programme),
        ALLOCATION.allows("drop_allocation", allocation.state),
    )
