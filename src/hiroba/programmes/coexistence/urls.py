"""Where the pages about disasters answer."""

from django.urls import path

from hiroba.programmes.coexistence.views import open, staff

app_name = "coexistence"
urlpatterns = [
    path("disasters/", open.disasters, name="disasters"),
    path("disasters/notices/<str:ref>/", open.notice, name="notice"),
    path("disasters/<str:ref>/", open.disaster, name="disaster"),
    path("staff/disasters/", staff.desk, name="desk"),
    path("staff/disasters/begin/", staff.begin_disaster, name="begin_disaster"),
    path("staff/disasters/notices/<str:ref>/", staff.kept_notice, name="kept_notice"),
    path("staff/disasters/notices/<str:ref>/say/", staff.say, name="say"),
    path("staff/disasters/notices/<str:ref>/publish/", staff.publish, name="publish"),
    path(
        "staff/disasters/notices/<str:ref>/confirm/<slug:field>/<str:language>/",
        staff.confirm,
        name="confirm",
    ),
    path("staff/disasters/<str:ref>/", staff.kept_disaster, name="kept_disaster"),
    path("staff/disasters/<str:ref>/open-centre/", staff.open_centre, name="open_centre"),
    path(
        "staff/disasters/<str:ref>/centres/<str:centre>/close/",
        staff.close_centre,
        name="close_centre",
    ),
    path("staff/disasters/<str:ref>/write-notice/", staff.write_notice, name="write_notice"),
    path("staff/disasters/<str:ref>/<slug:verb>/", staff.move, name="move"),
]
