"""Who may add, publish and retire versions; who may walk is everybody."""

import json
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from hiroba.foundation.roles import Role
from hiroba.foundation.verdicts import YES, Verdict, all_of, no, unless
from hiroba.programmes.journeys import queries
from hiroba.programmes.journeys.definitions import Broken, parse
from hiroba.programmes.journeys.queries import PROGRAMME
from hiroba.programmes.journeys.states import VERSION, VersionState

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor
    from hiroba.programmes.journeys.models import JourneyVersion
    from hiroba.programmes.journeys.queries import Standing

LONGEST = 200_000


def _is_officer(by: "Actor") -> Verdict:
    return unless(
        by.holds(Role.OFFICER, programme=PROGRAMME), _("追体験の公開は担当の職員が行います。")
    )


def may_keep(by: "Actor") -> Verdict:
    """Officers look after journeys."""
    return _is_officer(by)


def may_add_version(by: "Actor", content: Any) -> Verdict:
    """A version that can be read is kept; whether it may be published is asked later."""
    if not (officer := _is_officer(by)):
        return officer
    if len(json.dumps(content)) > LONGEST:
        return no(_("長すぎます。場面を減らしてください。"))
    try:
        parse(content)
    except Broken as broken:
        return no(_("この内容は読めません。%(why)s") % {"why": broken})
    return officer


def may_publish(by: "Actor", version: "JourneyVersion") -> Verdict:
    """A version is published when nothing is found against it."""
    found = queries.findings_of(version)
    return all_of(
        _is_officer(by),
        VERSION.allows("publish", version.state),
        unless(
            not found,
            _("公開の前に直すところが%(n)sか所あります。%(first)s")
            % {"n": len(found), "first": found[0] if found else ""},
        ),
    )


def may_retire(by: "Actor", version: "JourneyVersion") -> Verdict:
    """An officer takes a version off; those on their way can walk to the end."""
    return all_of(_is_officer(by), VERSION.allows("retire", version.state))


def may_set_out(by: "Actor", version: "JourneyVersion", role: str) -> Verdict:
    """Everybody may set out, in a role that the version has; nobody is asked for a name."""
    return all_of(
        unless(
            version.state == VersionState.PUBLISHED,
            _("この追体験の公開は終わりました。ほかの追体験をお選びください。"),
        ),
        unless(role in version.story.role_by_key, _("役を一つ選ぶと、始められます。")),
    )


def may_choose(by: "Actor", standing: "Standing", choice: str) -> Verdict:
    """One of the choices that are open where somebody stands."""
    known = choice in {each.key for each in standing.choices}
    return unless(known, _("ここで選べるものを、一つ選んでください。"))


def may_step_out(by: "Actor", standing: "Standing") -> Verdict:
    """Everybody may step out, at any moment."""
    return YES
