"""The dialogue room, as Django knows it."""

from django.apps import AppConfig


class DialogueConfig(AppConfig):
    name = "hiroba.programmes.dialogue"
    label = "dialogue"
    default_auto_field = "django.db.models.BigAutoField"
