"""Where each room answers; Japanese without a prefix, English under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from hiroba.faces.api.views import docs

for_programs = [
    path("", include("hiroba.faces.health.urls")),
    path("", include("hiroba.faces.api.urls")),
]
for_people = i18n_patterns(
    path("account/", include("allauth.urls")),
    path("", include("hiroba.foundation.accounts.urls")),
    path("", include("hiroba.foundation.journal.urls")),
    path("", include("hiroba.foundation.tokens.urls")),
    path("", include("hiroba.foundation.letters.urls")),
    path("", include("hiroba.foundation.jobs.urls")),
    path("", include("hiroba.engines.registry.imports.urls")),
    path("", include("hiroba.engines.registry.people.urls")),
    path("", include("hiroba.engines.registry.places.urls")),
    path("", include("hiroba.programmes.cooperation.projects.urls")),
    path("", include("hiroba.programmes.cooperation.proposals.urls")),
    path("", include("hiroba.programmes.dialogue.urls")),
    path("", include("hiroba.programmes.desks.urls")),
    path("", include("hiroba.programmes.training.urls")),
    path("", include("hiroba.programmes.giving.urls")),
    path("", include("hiroba.programmes.legacies.urls")),
    path("", include("hiroba.programmes.regions.urls")),
    path("", include("hiroba.programmes.coexistence.urls")),
    path("", include("hiroba.programmes.plaza.urls")),
    path("", include("hiroba.programmes.journeys.urls")),
    path("", include("hiroba.programmes.lectures.urls")),
    path("", include("hiroba.programmes.contest.urls")),
    path("", include("hiroba.programmes.materials.urls")),
    path("", include("hiroba.reports.figures.urls")),
    path("", include("hiroba.reports.editions.urls")),
    path("", include("hiroba.faces.workbench.urls")),
    path("api/v1/docs/", docs, name="api-docs"),
    path("", include("hiroba.faces.web.urls")),
    prefix_default_language=False,
)
urlpatterns: list[URLPattern | URLResolver] = [*for_programs, *for_people]

handler400 = "hiroba.foundation.web.errors.bad_request"
handler403 = "hiroba.foundation.web.errors.forbidden"
handler404 = "hiroba.foundation.web.errors.not_found"
handler500 = "hiroba.foundation.web.errors.server_error"
