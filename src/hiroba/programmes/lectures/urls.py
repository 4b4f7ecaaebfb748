"""Where lectures answer: open doors, doors of teachers and lecturers, doors of the staff."""

from django.urls import path

from hiroba.programmes.lectures.views import enlisting, lecturing, mine, open, staff

app_name = "lectures"

MINE = "my/lectures/"
STAFF = "staff/lectures/"

urlpatterns = [
    path("lectures/", open.lectures, name="lectures"),
    path("lectures/calendar/<str:token>.ics", open.calendar, name="calendar"),
    path("lectures/<str:ref>/", open.lecture, name="lecture"),
    path(MINE, mine.lectures, name="my_lectures"),
    path(f"{MINE}ask/", mine.ask, name="ask"),
    path(f"{MINE}offers/", lecturing.offers, name="offers"),
    path(f"{MINE}offers/absences/", lecturing.add_absence, name="add_absence"),
    path(f"{MINE}offers/<str:ref>/", lecturing.offer, name="my_offer"),
    path(f"{MINE}offers/<str:ref>/accept/", lecturing.accept, name="accept"),
    path(f"{MINE}offers/<str:ref>/decline/", lecturing.decline, name="decline"),
    path(f"{MINE}<str:ref>/", mine.lecture, name="my_lecture"),
    path(f"{MINE}<str:ref>/cancel/", mine.cancel, name="cancel"),
    path(f"{MINE}<str:ref>/record-held/", mine.record_held, name="record_held"),
    path(f"{MINE}<str:ref>/record-not-held/", mine.record_not_held, name="record_not_held"),
    path(f"{MINE}<str:ref>/answer/", mine.answer, name="answer"),
    path(STAFF, staff.lectures, name="staff_lectures"),
    path(f"{STAFF}lecturers/", enlisting.lecturers, name="lecturers"),
    path(f"{STAFF}lecturers/new/", enlisting.register_lecturer, name="register_lecturer"),
    path(f"{STAFF}lecturers/<str:ref>/", enlisting.revise_lecturer, name="revise_lecturer"),
    path(f"{STAFF}rules/", enlisting.rules, name="rules"),
    path(f"{STAFF}rules/change/", enlisting.change_rules, name="change_rules"),
    path(f"{STAFF}<str:ref>/", staff.lecture, name="staff_lecture"),
    path(f"{STAFF}<str:ref>/candidates/", staff.candidates, name="candidates"),
    path(f"{STAFF}<str:ref>/offer/", staff.offer, name="offer"),
    path(f"{STAFF}<str:ref>/withdraw/", staff.withdraw, name="withdraw"),
    path(f"{STAFF}<str:ref>/confirm/", staff.confirm, name="confirm"),
    path(f"{STAFF}<str:ref>/turn-down/", staff.turn_down, name="turn_down"),
    path(f"{STAFF}<str:ref>/set-link/", staff.set_link, name="set_link"),
    path(f"{STAFF}<str:ref>/draw-on/", staff.draw_on, name="draw_on"),
]
