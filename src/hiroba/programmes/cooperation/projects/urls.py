"""Where projects answer."""

from django.urls import path

from hiroba.programmes.cooperation.projects.views import (
    agreements,
    imports,
    learning,
    open,
    reports,
    staff,
)

app_name = "projects"
urlpatterns = [
    path("projects/", open.projects, name="projects"),
    path("projects/map/", open.world, name="map"),
    path("projects/table.csv", open.table, name="table"),
    path("projects/<str:ref>/", open.project, name="project"),
    path("projects/<str:ref>/transactions.csv", open.transactions, name="transactions"),
    path("projects/<str:ref>/agreement/", agreements.agreement, name="agreement"),
    path("staff/projects/<str:ref>/agreement/draft/", agreements.draft, name="draft_agreement"),
    path("staff/projects/<str:ref>/agreement/conclude/", agreements.conclude, name="conclude"),
    path("staff/projects/<str:ref>/agreement/<int:pk>/meet/", agreements.meet, name="meet"),
    path("staff/projects/<str:ref>/agreement/<int:pk>/waive/", agreements.waive, name="waive"),
    path("staff/reports/", reports.to_accept, name="reports_to_accept"),
    path("staff/reports/<str:ref>/accept/", reports.accept, name="accept_report"),
    path("staff/reports/<str:ref>/send-back/", reports.send_back, name="send_back_report"),
    path("my/reports/", reports.owed, name="reports_owed"),
    path("my/reports/<str:ref>/", reports.report, name="report"),
    path("my/reports/<str:ref>/hand-in/", reports.hand_in, name="hand_in_report"),
    path("projects/<str:ref>/lessons/<str:lesson_ref>/", learning.lesson, name="lesson"),
    path("staff/projects/<str:ref>/lessons/write/", learning.write_lesson, name="write_lesson"),
    path(
        "staff/projects/<str:ref>/lessons/<str:lesson_ref>/revise/",
        learning.revise_lesson,
        name="revise_lesson",
    ),
    path(
        "staff/projects/<str:ref>/lessons/<str:lesson_ref>/<slug:verb>/",
        learning.move_lesson,
        name="move_lesson",
    ),
    path(
        "staff/projects/<str:ref>/practices/describe/",
        learning.describe_practice,
        name="describe_practice",
    ),
    path(
        "staff/projects/<str:ref>/practices/<str:practice_ref>/record-adoption/",
        learning.record_adoption,
        name="record_adoption",
    ),
    path(
        "staff/projects/<str:ref>/adoptions/<str:adoption_ref>/<slug:verb>/",
        learning.move_adoption,
        name="move_adoption",
    ),
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
