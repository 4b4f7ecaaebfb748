"""Where training answers."""

from django.urls import path

from hiroba.programmes.training.views import mine, open, staff

app_name = "training"
urlpatterns = [
    path("training/", open.courses, name="courses"),
    path("training/certificates/<str:number>/", open.certificate, name="certificate"),
    path("training/<str:ref>/", open.course, name="course"),
    path("training/<str:ref>/apply/", mine.apply, name="apply"),
    path("my/training/", mine.applications, name="applications"),
    path("my/training/<str:ref>/confirm-place/", mine.confirm_place, name="confirm_place"),
    path("my/training/<str:ref>/withdraw/", mine.withdraw, name="withdraw"),
    path("my/training/<str:ref>/certificate.pdf", mine.paper, name="paper"),
    path("staff/training/plan/", staff.plan_course, name="plan_course"),
    path("staff/training/<str:ref>/", staff.participants, name="participants"),
    path("staff/training/<str:ref>/publish/", staff.publish_course, name="publish_course"),
    path(
        "staff/training/<str:ref>/propose-selection/",
        staff.propose_selection,
        name="propose_selection",
    ),
    path(
        "staff/training/<str:ref>/approve-selection/",
        staff.approve_selection,
        name="approve_selection",
    ),
    path(
        "staff/training/<str:ref>/return-selection/",
        staff.return_selection,
        name="return_selection",
    ),
    path("staff/training/<str:ref>/end/", staff.end_course, name="end_course"),
    path("staff/training/<str:ref>/<str:booking_ref>/attend/", staff.attend, name="attend"),
    path("staff/training/<str:ref>/<str:booking_ref>/miss/", staff.miss, name="miss"),
]
