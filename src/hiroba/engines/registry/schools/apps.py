"""The room as Django knows it."""

from django.apps import AppConfig


class SchoolsConfig(AppConfig):
    name = "hiroba.engines.registry.schools"
    label = "schools"
    default_auto_field = "django.db.models.BigAutoField"
