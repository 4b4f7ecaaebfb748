"""Who may tie things; the rooms whose actions wrap these ask their own questions first."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.engines.ties.shapes import ThingFacts
from hiroba.engines.ties.states import Relation, ThingKind
from hiroba.foundation.actors import GUEST
from hiroba.foundation.verdicts import YES, Verdict, all_of, unless

if TYPE_CHECKING:
    from hiroba.engines.ties.models import Tie
    from hiroba.foundation.actors import Actor


def may_tie(by: "Actor", source: ThingFacts, target: ThingFacts, relation: str) -> Verdict:
    """Whoever is known ties two different things of known kinds."""
    return all_of(
        _is_known(by),
        unless(relation in Relation.values, _("このつながり方は登録されていません。")),
        unless(source.ref != target.ref, _("同じものどうしは、つなげません。")),
        _may_be_shown(source),
        _may_be_shown(target),
    )


def may_untie(by: "Actor", tie: "Tie", because: str | None = None) -> Verdict:
    """Whoever is known ends a tie that holds, and says why."""
    return all_of(
        _is_known(by),
        unless(tie.ended_at is None, _("このつながりは、すでに終わっています。")),
        YES if because is None else unless(because.strip(), _("理由を書いてください。")),
    )


def may_rename(by: "Actor", thing: ThingFacts) -> Verdict:
    """Whoever is known tells what a thing is called now."""
    return all_of(_is_known(by), _may_be_shown(thing))


def _is_known(by: "Actor") -> Verdict:
    return unless(by != GUEST, _("つながりを記録するには、サインインしてください。"))


def _may_be_shown(thing: ThingFacts) -> Verdict:
    """Its kind has a word, and what is public has a title."""
    return all_of(
        unless(thing.kind in ThingKind.values, _("この種類のものは登録されていません。")),
        unless(
            thing.ref and (thing.title_ja or not thing.is_public),
            _("公開するものには、名前が要ります。"),
        ),
    )
