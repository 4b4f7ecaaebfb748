"""Language, time, files and templates."""

from hiroba.config.settings.environment import DATA, HIROBA_ENV, HOUSE, ROOT, clock_shift, env

__all__ = [
    "AUTH_USER_MODEL",
    "CACHES",
    "DEBUG",
    "DEFAULT_AUTO_FIELD",
    "FILE_UPLOAD_MAX_MEMORY_SIZE",
    "FORMAT_MODULE_PATH",
    "HIROBA_ADDRESS",
    "HIROBA_CLOCK_SHIFT",
    "HIROBA_DATA",
    "HIROBA_ENV",
    "HIROBA_RESTING",
    "LANGUAGES",
    "LANGUAGE_CODE",
    "LOCALE_PATHS",
    "MEDIA_ROOT",
    "ROOT_URLCONF",
    "STATIC_ROOT",
    "STATIC_URL",
    "STORAGES",
    "TEMPLATES",
    "TIME_ZONE",
    "USE_I18N",
    "USE_TZ",
    "WHITENOISE_AUTOREFRESH",
    "WHITENOISE_USE_FINDERS",
    "WSGI_APPLICATION",
]

DEBUG = False
HIROBA_DATA = DATA
HIROBA_ADDRESS = env.str("HIROBA_ADDRESS", "http://127.0.0.1:8000")
HIROBA_CLOCK_SHIFT = clock_shift()
# While the database is looked after, every page says that one can only read.
HIROBA_RESTING = env.bool("HIROBA_RESTING", False)

LANGUAGE_CODE = "ja"
LANGUAGES = [("ja", "日本語"), ("en", "English")]
LOCALE_PATHS = [ROOT / "locale"]
FORMAT_MODULE_PATH = ["hiroba.config.formats"]
TIME_ZONE = "Asia/Tokyo"
USE_TZ = USE_I18N = True

AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "hiroba.config.urls"
WSGI_APPLICATION = "hiroba.config.wsgi.application"

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
MEDIA_ROOT = DATA / "files"
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
WHITENOISE_USE_FINDERS = HIROBA_ENV != "production"
# A test looks for the one file it asks for, instead of listing all of them for each browser.
WHITENOISE_AUTOREFRESH = HIROBA_ENV == "test"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if HIROBA_ENV == "production"
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

CACHES = {
    "default": env.cache_url(
        "CACHE_URL", "locmemcache://" if HIROBA_ENV == "test" else "dbcache://web_cache"
    ),
    # Each process counts for itself, unless a shared cache is named: a limit of 60 is 120 with two.
    "limits": env.cache_url("LIMITS_URL", "locmemcache://"),
}

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HOUSE / "foundation/web/templates", HOUSE / "foundation/accounts/templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "hiroba.foundation.web.context.house",
            ]
        },
    }
]
