from django.apps import AppConfig


class TokensConfig(AppConfig):
    name = "hiroba.foundation.tokens"
    label = "tokens"
    default_auto_field = "django.db.models.BigAutoField"
