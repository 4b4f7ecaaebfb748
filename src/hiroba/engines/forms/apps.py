"""The forms room, as Django knows it."""

from django.apps import AppConfig


class FormsConfig(AppConfig):
    name = "hiroba.engines.forms"
    label = "forms"
    default_auto_field = "django.db.models.BigAutoField"
