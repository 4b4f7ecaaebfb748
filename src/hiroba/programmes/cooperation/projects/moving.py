"""The buttons an officer finds on a project's page, each with its reason when it sleeps."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.accounts.states import Role
from hiroba.foundation.verdicts import Verdict
from hiroba.programmes.cooperation.projects import policies
from hiroba.programmes.cooperation.projects.states import PROJECT

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor
    from hiroba.programmes.cooperation.projects.models import Project

# Verbs that need nothing but a click; the others ask for a reason first.
CLICKED = ("contract", "start", "end", "settle", "post_check")
REASONED = ("lapse", "terminate")
POLICIES = {
    "contract": policies.may_contract,
    "start": policies.may_start,
    "end": policies.may_end,
    "settle": policies.may_settle,
    "post_check": policies.may_post_check,
    "lapse": policies.may_lapse,
    "terminate": policies.may_terminate,
    "exclude_from_figures": policies.may_exclude_from_figures,
    "include_in_figures": policies.may_include_in_figures,
}
FIGURE_LABELS = {
    "exclude_from_figures": _("数値から除く"),
    "include_in_figures": _("数値に戻す"),
}


@dataclass(frozen=True)
class Verb:
    """A button: what it says, where it leads, whether it may be pressed."""

    label: str
    url: str
    asks: bool
    verdict: Verdict


def verbs_for(by: "Actor", project: "Project") -> list[Verb]:
    """What an officer may do next; nobody else finds a button."""
    if not (project.is_own and by.holds(Role.OFFICER, programme=policies.PROGRAMME)):
        return []
    names = [verb for verb in (*CLICKED, *REASONED) if verb in PROJECT.verbs_from(project.state)]
    left_out = bool(project.excluded_from_figures_reason)
    names.append("include_in_figures" if left_out else "exclude_from_figures")
    return [_verb(by, project, name) for name in names]


def _verb(by: "Actor", project: "Project", name: str) -> Verb:
    label = FIGURE_LABELS.get(name) or PROJECT.moves[name].label
    if name in CLICKED:
        url = reverse("projects:move", args=[project.ref, name.replace("_", "-")])
    else:
        url = reverse(f"projects:{name}", args=[project.ref])
    asks = name in REASONED or name == "exclude_from_figures"
    return Verb(str(label), url, asks, POLICIES[name](by, project))
