"""The giving room, as Django knows it."""

from django.apps import AppConfig


class GivingConfig(AppConfig):
    name = "hiroba.programmes.giving"
    label = "giving"
    default_auto_field = "django.db.models.BigAutoField"
