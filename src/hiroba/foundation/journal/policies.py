"""Who may read the journal."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.foundation.roles import Role
from hiroba.foundation.verdicts import Verdict, unless

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor


def may_read_journal(by: "Actor") -> Verdict:
    """Auditors read everything and change nothing."""
    return unless(by.holds(Role.AUDITOR), _("記録は監査の担当者だけが読めます。"))
