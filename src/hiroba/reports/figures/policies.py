"""Who may write down published values, and who may keep a figure as it stands."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import CLOCKWORK, IMPORTER
from hiroba.foundation.verdicts import Verdict, all_of, unless

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor
    from hiroba.reports.figures.reckoning import Figure


def may_load_published(by: "Actor") -> Verdict:
    """The importer at set-up, or an administrator."""
    return unless(
        by == IMPORTER or by.holds(Role.ADMINISTRATOR), _("公表値の読み込みは管理者が行います。")
    )


def may_take_snapshot(by: "Actor", figure: "Figure") -> Verdict:
    """Officers, approvers and the clockwork keep figures that have a value."""
    return all_of(
        unless(
            by == CLOCKWORK or by.holds(Role.OFFICER, Role.APPROVER, Role.ADMINISTRATOR),
            _("数値の控えは担当の職員が取ります。"),
        ),
        unless(figure.value is not None, _("この年度の値はまだありません。")),
    )
