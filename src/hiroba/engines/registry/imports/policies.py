"""Who may bring lists of bodies, mend their rows and take them in."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.engines.registry.imports import queries
from hiroba.engines.registry.imports.states import OPEN_STATES, Decision
from hiroba.engines.registry.people.queries import REGISTRARS
from hiroba.foundation.verdicts import Verdict, all_of, unless

if TYPE_CHECKING:
    from hiroba.engines.registry.imports.models import BodyImport, BodyImportRow
    from hiroba.foundation.actors import Actor


def may_bring(by: "Actor") -> Verdict:
    """Those who keep the registry bring lists."""
    return unless(by.holds(*REGISTRARS), _("団体の一覧は担当職員が取り込みます。"))


def may_mend(by: "Actor", row: "BodyImportRow") -> Verdict:
    """A row is mended as long as nothing was made of it."""
    return all_of(
        may_bring(by), unless(row.state in OPEN_STATES, _("この行はもう取り込まれています。"))
    )


def may_decide(by: "Actor", row: "BodyImportRow", decision: str) -> Verdict:
    """Whether a row is a known body is decided while it is open; a number belongs to one body."""
    same_number = row.number_key and row.alike and row.number_key == row.alike.corporate_number
    return all_of(
        may_mend(by, row),
        unless(row.alike, _("この行に似た団体は見つかっていません。")),
        unless(
            decision in Decision.values, _("「同じ団体」か「別の団体」のどちらかを選んでください。")
        ),
        unless(
            decision != Decision.NEW or not same_number,
            _("法人番号が同じなので、別の団体にはできません。番号を直してください。"),
        ),
    )


def may_take_in(by: "Actor", brought: "BodyImport") -> Verdict:
    """Good rows are taken in, as often as there are any."""
    return all_of(
        may_bring(by),
        unless(
            queries.rows_to_settle(brought).exists(),
            _("いま取り込める行はありません。直すところのある行を直してください。"),
        ),
    )


def may_call_same(by: "Actor", brought: "BodyImport") -> Verdict:
    """All doubtful rows are said to be the bodies they look like."""
    return all_of(
        may_bring(by),
        unless(queries.rows_in_doubt(brought).exists(), _("確かめる行は残っていません。")),
    )


def may_take_some(by: "Actor", brought: "BodyImport") -> Verdict:
    """The same as for all of them."""
    return may_take_in(by, brought)
