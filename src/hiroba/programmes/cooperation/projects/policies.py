"""Who may adopt projects, move them on, leave them out of figures, and bring in files."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.engines.results import policies as results
from hiroba.foundation import clock
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import CLOCKWORK, IMPORTER
from hiroba.foundation.verdicts import Verdict, all_of, unless
from hiroba.programmes.cooperation.projects.states import PROJECT, Origin, Scheme

if TYPE_CHECKING:
    from datetime import date

    from hiroba.engines.agreements.models import Agreement
    from hiroba.foundation.actors import Actor
    from hiroba.programmes.cooperation.projects.models import Project

PROGRAMME = "cooperation"
HANDS = (CLOCKWORK, IMPORTER)
UPLOAD_MEGABYTES = 20


def _is_officer(by: "Actor") -> Verdict:
    return unless(
        by.holds(Role.OFFICER, programme=PROGRAMME),
        _("事業の記録は、協働事業の担当職員が行います。"),
    )


def may_adopt(
    by: "Actor", scheme: str, planned_start: "date | None", planned_end: "date | None", yen: int
) -> Verdict:
    """Officers and those who release decisions adopt projects under a scheme we know."""
    roles = (Role.OFFICER, Role.CHAIR, Role.APPROVER)
    in_order = not (planned_start and planned_end) or planned_start <= planned_end
    return all_of(
        unless(
            by in HANDS or by.holds(*roles, programme=PROGRAMME),
            _("採択は、選考の決定にもとづいて担当職員が記録します。"),
        ),
        unless(scheme in Scheme.values, _("この事業形態は登録されていません。")),
        unless(in_order, _("終了の予定日を、開始の予定日より後にしてください。")),
        unless(yen >= 0, _("金額は0円以上で入力してください。")),
    )


def _may_move(by: "Actor", project: "Project", verb: str) -> Verdict:
    return all_of(
        _is_officer(by),
        unless(
            project.origin == Origin.OWN,
            _("ほかの団体が公開した事業は、公開元だけが変更できます。"),
        ),
        PROJECT.allows(verb, project.state) if project.state else Verdict(),
    )


def may_contract(by: "Actor", project: "Project") -> Verdict:
    """An officer records that both sides have signed."""
    return _may_move(by, project, "contract")


def may_draft_agreement(by: "Actor", project: "Project") -> Verdict:
    """The contract of an adopted project with a known body is prepared."""
    return all_of(
        _may_move(by, project, "contract"),
        unless(project.body_id, _("実施する団体が登録されていないため、契約を準備できません。")),
    )


def may_conclude_agreement(
    by: "Actor", project: "Project", agreement: "Agreement | None"
) -> Verdict:
    """The contract was prepared; what has to be signed and when, the engine asks."""
    return all_of(
        _may_move(by, project, "contract"),
        unless(agreement, _("先に、契約の準備を始めてください。")),
    )


def may_start(by: "Actor", project: "Project", on: "date | None" = None) -> Verdict:
    """An officer records that the work has begun, today or on an earlier day."""
    return all_of(_may_move(by, project, "start"), _not_ahead(on))


def may_end(by: "Actor", project: "Project", on: "date | None" = None) -> Verdict:
    """An officer records that the work is over, on a day after it began."""
    began = project.actual_start
    return all_of(
        _may_move(by, project, "end"),
        _not_ahead(on),
        unless(not (on and began) or on >= began, _("終了日を、開始日より後にしてください。")),
    )


def _not_ahead(on: "date | None") -> Verdict:
    """What has not happened yet is not recorded."""
    return unless(on is None or on <= clock.today(), _("まだ来ていない日は記録できません。"))


def may_settle(by: "Actor", project: "Project") -> Verdict:
    """An officer records that the money is settled."""
    return _may_move(by, project, "settle")


def may_post_check(by: "Actor", project: "Project") -> Verdict:
    """An officer records that somebody looked again, years later."""
    return _may_move(by, project, "post_check")


def may_lapse(by: "Actor", project: "Project", because: str | None = None) -> Verdict:
    """An officer records, with the reason, that no contract came about."""
    return all_of(_may_move(by, project, "lapse"), _reasoned(because))


def may_terminate(by: "Actor", project: "Project", because: str | None = None) -> Verdict:
    """An officer records, with the reason, that the work was broken off."""
    return all_of(_may_move(by, project, "terminate"), _reasoned(because))


def may_exclude_from_figures(
    by: "Actor", project: "Project", because: str | None = None
) -> Verdict:
    """An officer leaves a project out of the figures, with a reason that is published."""
    return all_of(
        _is_officer(by),
        unless(project.origin == Origin.OWN, _("ほかの団体の事業は、もともと数えていません。")),
        _reasoned(because),
    )


def may_include_in_figures(by: "Actor", project: "Project") -> Verdict:
    """An officer takes a project back into the figures."""
    left_out = bool(project.excluded_from_figures_reason)
    return all_of(_is_officer(by), unless(left_out, _("この事業は、すでに数えています。")))


def _reasoned(because: str | None) -> Verdict:
    """An empty text is no reason; before anything was typed nothing is said about it."""
    return unless(because is None or bool(because.strip()), _("理由を書いてください。"))


def may_import_activities(by: "Actor") -> Verdict:
    """Officers and administrators bring in files; the command line does so as the importer."""
    return unless(
        by in HANDS or by.holds(Role.OFFICER, Role.ADMINISTRATOR),
        _("IATI ファイルの取り込みは、担当職員が行います。"),
    )


def may_write_lesson(by: "Actor", project: "Project") -> Verdict:
    """An officer writes down what a project of ours teaches."""
    return all_of(
        results.may_write_lesson(by, PROGRAMME),
        unless(project.is_own, _("ほかの団体の事業の教訓は、公開元が書きます。")),
    )
