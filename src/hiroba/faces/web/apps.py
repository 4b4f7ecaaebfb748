from django.apps import AppConfig


class FrameConfig(AppConfig):
    name = "hiroba.faces.web"
    label = "frame"
    default_auto_field = "django.db.models.BigAutoField"
