"""The rooms of the house, and what a request passes on its way to them."""

from hiroba.config.settings.environment import HIROBA_ENV

__all__ = ["INSTALLED_APPS", "MIDDLEWARE", "TASKS"]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "django_tasks",
    "hiroba.foundation.web",
    "hiroba.foundation.accounts",
    "hiroba.foundation.journal",
    "hiroba.foundation.words",
    "hiroba.foundation.letters",
    "hiroba.foundation.jobs",
    "hiroba.foundation.search",
    "hiroba.foundation.files",
    "hiroba.foundation.tokens",
    "hiroba.engines.registry.places",
    "hiroba.engines.registry.themes",
    "hiroba.engines.registry.schools",
    "hiroba.engines.registry.people",
    "hiroba.engines.registry.posts",
    "hiroba.engines.registry.imports",
    "hiroba.engines.forms",
    "hiroba.engines.intake.calls",
    "hiroba.engines.intake.submissions",
    "hiroba.engines.intake.review",
    "hiroba.engines.intake.decisions",
    "hiroba.engines.agreements",
    "hiroba.engines.results",
    "hiroba.engines.gatherings",
    "hiroba.engines.enquiries",
    "hiroba.engines.ledger",
    "hiroba.engines.ties",
    "hiroba.programmes.cooperation.proposals",
    "hiroba.programmes.cooperation.projects",
    "hiroba.programmes.dialogue",
    "hiroba.programmes.desks",
    "hiroba.programmes.training",
    "hiroba.programmes.giving",
    "hiroba.programmes.legacies",
    "hiroba.programmes.regions",
    "hiroba.programmes.coexistence",
    "hiroba.programmes.plaza",
    "hiroba.programmes.journeys",
    "hiroba.programmes.lectures",
    "hiroba.programmes.contest",
    "hiroba.programmes.materials",
    "hiroba.reports.figures",
    "hiroba.reports.editions",
    "hiroba.faces.api",
    "hiroba.faces.web",
    "hiroba.faces.workbench",
]

MIDDLEWARE = [
    "hiroba.faces.health.metrics.measured",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "hiroba.foundation.web.addresses.sensible",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "hiroba.foundation.web.limits.measured",
    "hiroba.foundation.web.closing.polite",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

TASKS = {
    "default": {
        "BACKEND": "hiroba.foundation.jobs.backend.AtOnceBackend"
        if HIROBA_ENV == "test"
        else "hiroba.foundation.jobs.backend.DatabaseBackend"
    }
}
