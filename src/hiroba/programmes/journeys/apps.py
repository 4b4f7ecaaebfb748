"""The journeys room, as Django knows it."""

from django.apps import AppConfig


class JourneysConfig(AppConfig):
    name = "hiroba.programmes.journeys"
    label = "journeys"
    default_auto_field = "django.db.models.BigAutoField"
