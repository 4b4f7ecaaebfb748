"""What an officer may do next with a material."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.foundation.verdicts import Verdict
from hiroba.programmes.materials import policies
from hiroba.programmes.materials.states import MATERIAL, MaterialState

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor
    from hiroba.programmes.materials.models import Material


@dataclass(frozen=True)
class Verb:
    """A button or a link: where it leads, and whether and why it sleeps."""

    label: str
    url: str
    verdict: Verdict
    asks: bool = True


def verbs_for(by: "Actor", material: "Material") -> list[Verb]:
    """The officer's buttons on the page of a material; others find none."""
    if not policies.may_make(by) or material.state == MaterialState.WITHDRAWN:
        return []

    def to(verb: str) -> str:
        return reverse(f"materials:{verb}", args=[material.ref])

    verbs = [
        Verb(_("教材を直す"), to("revise"), policies.may_revise(by, material)),
        Verb(_("ファイルを付ける"), to("add_file"), policies.may_add_file(by, material)),
    ]
    if material.state == MaterialState.DRAFT:
        label, verdict = MATERIAL.moves["publish"].label, policies.may_publish(by, material)
        return [*verbs, Verb(str(label), to("publish"), verdict, asks=False)]
    label, verdict = MATERIAL.moves["withdraw"].label, policies.may_withdraw(by, material)
    return [*verbs, Verb(str(label), to("withdraw"), verdict)]
