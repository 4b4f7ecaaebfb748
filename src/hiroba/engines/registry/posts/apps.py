"""The room as Django knows it."""

from django.apps import AppConfig


class PostsConfig(AppConfig):
    name = "hiroba.engines.registry.posts"
    label = "posts"
    default_auto_field = "django.db.models.BigAutoField"
