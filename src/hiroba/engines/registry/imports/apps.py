"""The room as Django knows it."""

from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "hiroba.engines.registry.imports"
    label = "imports"
    default_auto_field = "django.db.models.BigAutoField"
