"""The desks room, as Django knows it."""

from django.apps import AppConfig


class DesksConfig(AppConfig):
    name = "hiroba.programmes.desks"
    label = "desks"
    default_auto_field = "django.db.models.BigAutoField"
