"""The enquiries room, as Django knows it."""

from django.apps import AppConfig


class EnquiriesConfig(AppConfig):
    name = "hiroba.engines.enquiries"
    label = "enquiries"
    default_auto_field = "django.db.models.BigAutoField"
