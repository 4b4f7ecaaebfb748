from django.urls import path

from hiroba.reports.figures import views

app_name = "figures"
urlpatterns = [
    path("figures/", views.figures, name="figures"),
    path("figures/<slug:code>/", views.figure, name="figure"),
    path("figures/<slug:code>.json", views.figure_json, name="figure_json"),
    path("figures/<slug:code>.csv", views.figure_csv, name="figure_csv"),
    path("figures/<slug:code>/take-snapshot/", views.take_snapshot, name="take_snapshot"),
]
