from django.urls import URLPattern

app_name = "contest"
urlpatterns: list[URLPattern] = []
