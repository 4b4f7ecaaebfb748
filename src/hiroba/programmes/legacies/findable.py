"""How partners are found by the search of the whole house; legacies are never found."""

from django.urls import reverse
from django.utils.translation import override

from hiroba.foundation import clock
from hiroba.foundation.search import actions as search
from hiroba.foundation.words import said
from hiroba.programmes.legacies import queries
from hiroba.programmes.legacies.models import LegacyPartner


def make_findable(partner: LegacyPartner) -> None:
    """Partners with an agreement are found in both languages, others no longer."""
    if not queries.partners_on(clock.today()).filter(pk=partner.pk).exists():
        search.remove(partner.ref)
        return
    for language in ("ja", "en"):
        with override(language):
            search.put(
                ref=partner.ref,
                kind=queries.KIND,
                url=f"{reverse('legacies:legacies')}#{partner.ref}",
                title=said(partner.body, "name", language),
                text=f"遺贈 legacy {said(partner, 'about', language)}",
                language=language,
            )
