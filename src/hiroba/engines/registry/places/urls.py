"""Where countries are looked at."""

from django.urls import path

from hiroba.engines.registry.places import views

app_name = "places"
urlpatterns = [
    path("countries/", views.countries, name="countries"),
    path("countries/<str:code>/", views.country, name="country"),
]
