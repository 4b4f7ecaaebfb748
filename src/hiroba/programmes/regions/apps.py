"""The regions room, as Django knows it."""

from django.apps import AppConfig


class RegionsConfig(AppConfig):
    name = "hiroba.programmes.regions"
    label = "regions"
    default_auto_field = "django.db.models.BigAutoField"
