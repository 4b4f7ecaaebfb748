"""Who may make, change, publish and withdraw materials, and when files can be had."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.foundation.roles import Role
from hiroba.foundation.verdicts import Verdict, all_of, unless
from hiroba.programmes.materials.queries import PROGRAMME
from hiroba.programmes.materials.states import MATERIAL, Grade, MaterialState

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor
    from hiroba.programmes.materials.models import Material, MaterialFile

MEGABYTES = 20
MOST_FILES = 20


def _is_officer(by: "Actor") -> Verdict:
    return unless(
        by.holds(Role.OFFICER, programme=PROGRAMME), _("教材の作成と公開は担当の職員が行います。")
    )


def may_enter_licence(by: "Actor") -> Verdict:
    """Officers say under what materials can be given."""
    return _is_officer(by)


def may_make(by: "Actor", grades: Sequence[str] | None = None) -> Verdict:
    """Officers make materials for at least one of the grades we know."""
    return all_of(_is_officer(by), _for_somebody(grades))


def may_revise(by: "Actor", material: "Material", grades: Sequence[str] | None = None) -> Verdict:
    """Officers correct what is not withdrawn."""
    return all_of(_is_officer(by), _not_withdrawn(material), _for_somebody(grades))


def may_add_file(by: "Actor", material: "Material", count: int = 0) -> Verdict:
    """Officers add files to what is not withdrawn, up to a number one can still look through."""
    return all_of(
        _is_officer(by),
        _not_withdrawn(material),
        unless(
            count < MOST_FILES,
            _("一つの教材に付けられるのは%(n)s点までです。別の教材に分けてください。")
            % {"n": MOST_FILES},
        ),
    )


def may_draw_from(by: "Actor", material: "Material") -> Verdict:
    """Officers say what a material was made out of."""
    return all_of(_is_officer(by), _not_withdrawn(material))


def may_publish(by: "Actor", material: "Material") -> Verdict:
    """A material is published with at least one file and with its words in both languages."""
    return all_of(
        _is_officer(by),
        MATERIAL.allows("publish", material.state),
        unless(
            material.title_en and material.summary_en,
            _("英語の題名と紹介を書くと公開できます。"),
        ),
        unless(material.files.exists(), _("ファイルを一つ以上付けると公開できます。")),
    )


def may_withdraw(by: "Actor", material: "Material", because: str | None = None) -> Verdict:
    """A material is taken back with a reason that its readers see."""
    return all_of(
        _is_officer(by),
        MATERIAL.allows("withdraw", material.state),
        unless(because is None or bool(because.strip()), _("理由を書いてください。")),
    )


def may_download(by: "Actor", file: "MaterialFile") -> Verdict:
    """Everybody may save the files of what is public; no account is asked for."""
    return unless(
        file.material.state == MaterialState.PUBLISHED,
        _("この教材の公開は終わっています。ほかの教材をおさがしください。"),
    )


def _not_withdrawn(material: "Material") -> Verdict:
    return unless(
        material.state != MaterialState.WITHDRAWN, _("公開を終えた教材は変えられません。")
    )


def _for_somebody(grades: Sequence[str] | None) -> Verdict:
    known = grades is None or (bool(grades) and set(grades) <= set(Grade.values))
    return unless(known, _("対象の学年を一つ以上選んでください。"))
