"""The room as Django knows it."""

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "hiroba.programmes.cooperation.projects"
    label = "projects"
    default_auto_field = "django.db.models.BigAutoField"
