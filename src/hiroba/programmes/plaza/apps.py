"""The plaza room, as Django knows it."""

from django.apps import AppConfig


class PlazaConfig(AppConfig):
    name = "hiroba.programmes.plaza"
    label = "plaza"
    default_auto_field = "django.db.models.BigAutoField"
