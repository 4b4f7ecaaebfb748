"""Who may change the lists of themes."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.verdicts import Verdict, unless

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor


def may_load_reference(by: "Actor") -> Verdict:
    """Reference rows come with the program, or when an administrator asks for them."""
    return unless(
        by == CLOCKWORK or by.holds(Role.ADMINISTRATOR), _("基礎データは管理者が読み込みます。")
    )
