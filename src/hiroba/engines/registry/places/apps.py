"""The room as Django knows it."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "hiroba.engines.registry.places"
    label = "places"
    default_auto_field = "django.db.models.BigAutoField"
