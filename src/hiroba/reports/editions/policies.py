"""Who may write an edition, and who may publish it."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.foundation.accounts.states import Role
from hiroba.foundation.verdicts import Verdict, all_of, unless
from hiroba.reports.editions import queries
from hiroba.reports.editions.states import EDITION, PROGRAMME, EditionState

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor
    from hiroba.reports.editions.models import Edition


def may_open_edition(by: "Actor", fiscal_year: int) -> Verdict:
    """Officers begin the edition of a year that has none."""
    return all_of(
        _is_officer(by),
        unless(
            not queries.has_edition(fiscal_year),
            _("この年度の版はすでにあります。一覧からひらいてください。"),
        ),
    )


def may_write(by: "Actor", edition: "Edition") -> Verdict:
    """Officers write while the edition is a draft."""
    return all_of(
        _is_officer(by),
        unless(
            edition.state == EditionState.DRAFT,
            _("文を直せるのは下書きのあいだだけです。公開した版には訂正を書き添えてください。"),
        ),
    )


def may_propose(by: "Actor", edition: "Edition") -> Verdict:
    """An edition goes to the approver once it is complete and without errors."""
    return all_of(
        _is_officer(by),
        EDITION.allows("propose", edition.state),
        _is_complete(edition),
    )


def may_send_back(by: "Actor", edition: "Edition") -> Verdict:
    """The approver may want something changed first."""
    return all_of(_is_approver(by), EDITION.allows("send_back", edition.state))


def may_publish(by: "Actor", edition: "Edition") -> Verdict:
    """A second person publishes, and only what can be followed to its figures."""
    return all_of(
        _is_approver(by),
        EDITION.allows("publish", edition.state),
        unless(
            by.account is not None and by.account.pk != edition.proposed_by_id,
            _("承認を求めた方とは別の方が公開してください。"),
        ),
        _is_complete(edition),
    )


def may_correct(by: "Actor", edition: "Edition") -> Verdict:
    """Officers add a correction to what is published."""
    return all_of(
        _is_officer(by),
        unless(
            edition.state == EditionState.PUBLISHED,
            _("まだ公開していない版は、文をそのまま直せます。"),
        ),
    )


def _is_complete(edition: "Edition") -> Verdict:
    return all_of(
        unless(
            not queries.missing_languages(edition), _("日本語と英語の両方の文を書いてください。")
        ),
        unless(
            not queries.has_errors(edition), _("文に直すところがあります。下の一覧を見てください。")
        ),
    )


def _is_officer(by: "Actor") -> Verdict:
    return unless(by.holds(Role.OFFICER, programme=PROGRAMME), _("年次版は担当の職員が作ります。"))


def _is_approver(by: "Actor") -> Verdict:
    return unless(
        by.holds(Role.APPROVER, programme=PROGRAMME), _("年次版の公開は承認者が決めます。")
    )
