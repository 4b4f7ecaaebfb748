"""The tools on the desk: the pages on which each role begins something of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.accounts.states import Role

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User

# Each tool: for whom, what it is called, what one does with it, and its page.
TOOLS = (
    (
        Role.OFFICER,
        _("公募の管理"),
        _("募集をつくり、枠と期日を決めて公開します。"),
        "proposals:staff_calls",
    ),
    (
        Role.OFFICER,
        _("届いた提案書"),
        _("受け付けた提案書を見て、審査へ進めます。"),
        "proposals:received",
    ),
    (
        Role.OFFICER,
        _("IATIの取り込み"),
        _("公開されている事業のデータを取り込みます。"),
        "projects:import_runs",
    ),
    (
        Role.OFFICER,
        _("団体の確認"),
        _("登録された団体を確かめ、名簿を整えます。"),
        "people:kept_bodies",
    ),
    (
        Role.OFFICER,
        _("団体の一括取り込み"),
        _("表にまとめた団体を、一度に登録します。"),
        "imports:imports",
    ),
    (
        Role.OFFICER,
        _("年次版をつくる"),
        _("一年のあゆみを書き、承認を求めます。"),
        "editions:editions",
    ),
    (
        Role.CHAIR,
        _("順位の一覧"),
        _("審査の点を見くらべ、採否を提案します。"),
        "proposals:rankings",
    ),
    (
        Role.APPROVER,
        _("決定の一覧"),
        _("採否の提案を承認し、決定をたどります。"),
        "proposals:decisions",
    ),
    (Role.AUDITOR, _("記録簿"), _("だれが、いつ、何をしたかを読みます。"), "journal:journal"),
    (Role.ADMINISTRATOR, _("人と役割"), _("役割をわたし、終わらせます。"), "accounts:users"),
    (
        Role.ADMINISTRATOR,
        _("送ったお便り"),
        _("届いたか確かめ、もう一度送ります。"),
        "letters:staff_letters",
    ),
    (
        Role.ADMINISTRATOR,
        _("終えられなかった処理"),
        _("止まった処理を見て、やり直します。"),
        "jobs:undone",
    ),
)


@dataclass(frozen=True)
class Tool:
    """One page on which a role begins something."""

    label: str
    hint: str
    url: str


def tools_of(user: "User") -> list[Tool]:
    """The tools of all roles the person holds."""
    return list(_tools(user))


def _tools(user: "User") -> Iterator[Tool]:
    for role, label, hint, name in TOOLS:
        if user.holds(role):
            yield Tool(str(label), str(hint), reverse(name))
