"""The room as Django knows it."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "hiroba.engines.registry.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
