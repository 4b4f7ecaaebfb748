"""The legacies room, as Django knows it."""

from django.apps import AppConfig


class LegaciesConfig(AppConfig):
    name = "hiroba.programmes.legacies"
    label = "legacies"
    default_auto_field = "django.db.models.BigAutoField"
