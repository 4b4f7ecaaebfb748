"""Where the dialogue answers."""

from django.urls import path

from hiroba.programmes.dialogue.views import mine, open

app_name = "dialogue"
urlpatterns = [
    path("dialogue/", open.dialogue, name="dialogue"),
    path("dialogue/<slug:ref>/", open.series, name="series"),
    path("dialogue/meetings/<str:ref>/", open.meeting, name="meeting"),
    path("dialogue/meetings/<str:ref>/register/", mine.register, name="register"),
    path("dialogue/meetings/<str:ref>/propose/", mine.propose_item, name="propose_item"),
    path(
        "dialogue/meetings/<str:ref>/items/<str:item_ref>/accept/",
        mine.accept_item,
        name="accept_item",
    ),
    path(
        "dialogue/meetings/<str:ref>/items/<str:item_ref>/decline/",
        mine.decline_item,
        name="decline_item",
    ),
    path("dialogue/meetings/<str:ref>/minutes/write/", mine.write_minutes, name="write_minutes"),
    path(
        "dialogue/meetings/<str:ref>/minutes/<int:number>/approve/",
        mine.approve_minutes,
        name="approve_minutes",
    ),
    path("dialogue/meetings/<str:ref>/promise/", mine.promise, name="promise"),
    path(
        "dialogue/meetings/<str:ref>/commitments/<str:commitment_ref>/fulfil/",
        mine.fulfil,
        name="fulfil",
    ),
    path("my/dialogue/", mine.registrations, name="registrations"),
    path("my/dialogue/<str:ref>/cancel/", mine.cancel_registration, name="cancel_registration"),
    path("staff/dialogue/plan/", mine.plan_meeting, name="plan_meeting"),
]
