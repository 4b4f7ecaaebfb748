from django.urls import URLPattern

app_name = "legacies"
urlpatterns: list[URLPattern] = []
