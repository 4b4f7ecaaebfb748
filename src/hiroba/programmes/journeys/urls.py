"""Where journeys answer."""

from django.urls import path

from hiroba.programmes.journeys.views import open, staff

app_name = "journeys"
urlpatterns = [
    path("journeys/", open.journeys, name="journeys"),
    path("journeys/<slug:code>/", open.journey, name="journey"),
    path("journeys/<slug:code>/set-out/", open.set_out, name="set_out"),
    path("journeys/<slug:code>/at/<str:mark>/", open.scene, name="scene"),
    path("journeys/<slug:code>/at/<str:mark>/choose/", open.choose, name="choose"),
    path("journeys/<slug:code>/at/<str:mark>/step-out/", open.step_out, name="step_out"),
    path("journeys/<slug:code>/at/<str:mark>/rest/", open.rest, name="rest"),
    path("staff/journeys/", staff.kept, name="kept"),
    path("staff/journeys/add-version/", staff.add_version, name="add_version"),
    path("staff/journeys/<slug:code>/<int:no>/", staff.version, name="version"),
    path("staff/journeys/<slug:code>/<int:no>/publish/", staff.publish, name="publish"),
    path("staff/journeys/<slug:code>/<int:no>/retire/", staff.retire, name="retire"),
]
