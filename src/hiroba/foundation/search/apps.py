from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "hiroba.foundation.search"
    label = "search"
    default_auto_field = "django.db.models.BigAutoField"
