from django.urls import URLPattern

app_name = "plaza"
urlpatterns: list[URLPattern] = []
