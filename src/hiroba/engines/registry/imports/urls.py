"""Where lists of bodies are brought in and mended."""

from django.urls import path

from hiroba.engines.registry.imports import views

app_name = "imports"
urlpatterns = [
    path("staff/bodies/import/", views.imports, name="imports"),
    path("staff/bodies/import/sample.csv", views.sample, name="sample"),
    path("staff/bodies/import/<str:ref>/", views.brought, name="brought"),
    path("staff/bodies/import/<str:ref>/take-in/", views.take_in, name="take_in"),
    path("staff/bodies/import/<str:ref>/call-same/", views.call_same, name="call_same"),
    path("staff/bodies/import/<str:ref>/<int:line>/", views.mend, name="mend"),
    path("staff/bodies/import/<str:ref>/<int:line>/decide/", views.decide, name="decide"),
]
