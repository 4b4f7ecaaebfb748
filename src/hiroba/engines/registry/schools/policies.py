"""Who may bring the list of schools up to date."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.verdicts import Verdict, unless

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor


def may_load_schools(by: "Actor") -> Verdict:
    """An administrator brings in the ministry's list."""
    return unless(
        by == CLOCKWORK or by.holds(Role.ADMINISTRATOR), _("学校一覧は管理者が読み込みます。")
    )
