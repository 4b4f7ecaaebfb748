"""The contest room, as Django knows it."""

from django.apps import AppConfig


class ContestConfig(AppConfig):
    name = "hiroba.programmes.contest"
    label = "contest"
    default_auto_field = "django.db.models.BigAutoField"
