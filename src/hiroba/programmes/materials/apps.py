"""The materials room, as Django knows it."""

from django.apps import AppConfig


class MaterialsConfig(AppConfig):
    name = "hiroba.programmes.materials"
    label = "materials"
    default_auto_field = "django.db.models.BigAutoField"
