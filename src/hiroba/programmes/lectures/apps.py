"""The lectures room, as Django knows it."""

from django.apps import AppConfig


class LecturesConfig(AppConfig):
    name = "hiroba.programmes.lectures"
    label = "lectures"
    default_auto_field = "django.db.models.BigAutoField"
