"""The agreements room, as Django knows it."""

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    name = "hiroba.engines.agreements"
    label = "agreements"
    default_auto_field = "django.db.models.BigAutoField"
