"""How desks are found by the search of the whole house."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from hiroba.foundation.bilingual import said
from hiroba.foundation.search import actions as search
from hiroba.programmes.desks.models import Desk
from hiroba.programmes.desks.queries import KIND


def make_findable(desk: Desk) -> None:
    """The desk is found by its country, in both languages."""
    search.put_many([_entry(desk, language) for language in ("ja", "en")])


def _entry(desk: Desk, language: str) -> search.Entry:
    with override(language):
        return search.Entry(
            ref=desk.ref,
            kind=KIND,
            url=reverse("desks:desk", args=[desk.ref]),
            title=_("ジャパンデスク(%(country)s)") % {"country": said(desk.country, "name")},
            text=f"{desk.country.name_ja} {desk.country.name_en} Japan Desk NGO {desk.ref}",
            language=language,
            day=desk.opened_on,
        )
