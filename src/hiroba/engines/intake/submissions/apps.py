"""The submissions room, as Django knows it."""

from django.apps import AppConfig


class SubmissionsConfig(AppConfig):
    name = "hiroba.engines.intake.submissions"
    label = "submissions"
    default_auto_field = "django.db.models.BigAutoField"
