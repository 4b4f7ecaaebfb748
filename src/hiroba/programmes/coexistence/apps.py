"""The coexistence room, as Django knows it."""

from django.apps import AppConfig


class CoexistenceConfig(AppConfig):
    name = "hiroba.programmes.coexistence"
    label = "coexistence"
    default_auto_field = "django.db.models.BigAutoField"
