"""The decisions room, as Django knows it."""

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "hiroba.engines.intake.decisions"
    label = "decisions"
    default_auto_field = "django.db.models.BigAutoField"
