"""The review room, as Django knows it."""

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    name = "hiroba.engines.intake.review"
    label = "review"
    default_auto_field = "django.db.models.BigAutoField"
