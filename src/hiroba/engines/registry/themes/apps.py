"""The room as Django knows it."""

from django.apps import AppConfig


class ThemesConfig(AppConfig):
    name = "hiroba.engines.registry.themes"
    label = "themes"
    default_auto_field = "django.db.models.BigAutoField"
