"""The ties room, as Django knows it."""

from django.apps import AppConfig


class TiesConfig(AppConfig):
    name = "hiroba.engines.ties"
    label = "ties"
    default_auto_field = "django.db.models.BigAutoField"
