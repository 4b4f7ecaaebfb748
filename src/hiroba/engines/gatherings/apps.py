"""The gatherings room, as Django knows it."""

from django.apps import AppConfig


class GatheringsConfig(AppConfig):
    name = "hiroba.engines.gatherings"
    label = "gatherings"
    default_auto_field = "django.db.models.BigAutoField"
