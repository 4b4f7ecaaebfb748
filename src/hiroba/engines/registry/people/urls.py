"""Where bodies are looked at, registered and kept."""

from django.urls import path

from hiroba.engines.registry.people.views import mine, open, staff

app_name = "people"
urlpatterns = [
    path("bodies/", open.bodies, name="bodies"),
    path("bodies/<str:ref>/", open.body, name="body"),
    path("my/bodies/", mine.my_bodies, name="my_bodies"),
    path("my/bodies/register/", mine.register_body, name="register_body"),
    path(
        "my/bodies/invitations/<str:ref>/accept/", mine.accept_invitation, name="accept_invitation"
    ),
    path("my/bodies/members/<str:ref>/role/", mine.change_role, name="change_role"),
    path("my/bodies/members/<str:ref>/leave/", mine.leave, name="leave"),
    path("my/bodies/<str:ref>/", mine.my_body, name="my_body"),
    path("my/bodies/<str:ref>/revise/", mine.revise_body, name="revise_body"),
    path("my/bodies/<str:ref>/rename/", mine.rename_body, name="rename_body"),
    path("my/bodies/<str:ref>/invite/", mine.invite, name="invite"),
    path("staff/bodies/", staff.kept_bodies, name="kept_bodies"),
    path("staff/bodies/merges/<str:ref>/unmerge/", staff.unmerge, name="unmerge"),
    path("staff/bodies/<str:ref>/", staff.kept_body, name="kept_body"),
    path("staff/bodies/<str:ref>/revise/", staff.revise_kept_body, name="revise_kept_body"),
    path("staff/bodies/<str:ref>/verify/", staff.verify, name="verify"),
    path("staff/bodies/<str:ref>/suspend/", staff.suspend, name="suspend"),
    path("staff/bodies/<str:ref>/lift/", staff.lift, name="lift"),
    path("staff/bodies/<str:ref>/merge/", staff.survivors, name="survivors"),
    path("staff/bodies/<str:ref>/merge/<str:into>/", staff.merge, name="merge"),
]
