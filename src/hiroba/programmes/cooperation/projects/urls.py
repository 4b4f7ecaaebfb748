"""Where projects answer."""

from django.urls import path

from hiroba.programmes.cooperation.projects.views import imports, open, staff

app_name = "projects"
urlpatterns = [
    path("projects/", open.projects, name="projects"),
    path("projects/map/", open.world, name="map"),
    path("projects/table.csv", open.table, name="table"),
    path("projects/<str:ref>/", open.project, name="project"),
    path("projects/<str:ref>/transactions.csv", open.transactions, name="transactions"),
    path("staff/projects/<str:ref>/lapse/", staff.lapse, name="lapse"),
    path("staff/projects/<str:ref>/terminate/", staff.terminate, name="terminate"),
    path(
        "staff/projects/<str:ref>/exclude-from-figures/",
        staff.exclude_from_figures,
        name="exclude_from_figures",
    ),
    path(
        "staff/projects/<str:ref>/include-in-figures/",
        staff.include_in_figures,
        name="include_in_figures",
    ),
    path("staff/projects/<str:ref>/<slug:verb>/", staff.move, name="move"),
    path("staff/iati/", imports.import_runs, name="import_runs"),
    path("staff/iati/upload/", imports.upload, name="upload"),
    path("staff/iati/upload/<str:ref>/", imports.plan, name="plan"),
    path(
        "staff/iati/upload/<str:ref>/import-activities/",
        imports.import_activities,
        name="import_activities",
    ),
    path("staff/iati/<str:ref>/", imports.import_run, name="import_run"),
]
