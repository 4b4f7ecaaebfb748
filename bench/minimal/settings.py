"""Settings of the minimal project: the same database and server as the house, and nothing more."""

from pathlib import Path

from hiroba.config.settings.databases import DATABASES

__all__ = ["DATABASES"]

DEBUG = False
SECRET_KEY = "of no value: this project has neither sessions nor forms"
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "bench.minimal.views"
WSGI_APPLICATION = "bench.minimal.wsgi.application"
INSTALLED_APPS = ["bench.minimal"]
MIDDLEWARE: list[str] = []
USE_TZ = USE_I18N = True
LANGUAGE_CODE = "ja"
TIME_ZONE = "Asia/Tokyo"
LOGGING_CONFIG = None
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
    }
]
