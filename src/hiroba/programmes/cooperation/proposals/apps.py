"""The proposals room, as Django knows it."""

from django.apps import AppConfig


class ProposalsConfig(AppConfig):
    name = "hiroba.programmes.cooperation.proposals"
    label = "proposals"
    default_auto_field = "django.db.models.BigAutoField"
