"""The calls room, as Django knows it."""

from django.apps import AppConfig


class CallsConfig(AppConfig):
    name = "hiroba.engines.intake.calls"
    label = "calls"
    default_auto_field = "django.db.models.BigAutoField"
