"""Where the plaza answers."""

from django.urls import path

from hiroba.programmes.plaza.views import mine, open, staff

app_name = "plaza"
urlpatterns = [
    path("plaza/", open.plaza, name="plaza"),
    path("plaza/sites/<slug:ref>/", open.site, name="site"),
    path("plaza/exhibitions/<str:ref>/", open.exhibition, name="exhibition"),
    path("plaza/visits/<int:pk>/book/", mine.book_visit, name="book_visit"),
    path("my/visits/", mine.visits, name="visits"),
    path("my/visits/<str:ref>/", mine.visit, name="visit"),
    path("my/visits/<str:ref>/cancel/", mine.cancel_visit, name="cancel_visit"),
    path("my/duties/", mine.duties, name="duties"),
    path("my/duties/<str:ref>/accept/", mine.accept_duty, name="accept_duty"),
    path("my/duties/<str:ref>/decline/", mine.decline_duty, name="decline_duty"),
    path("staff/plaza/", staff.day, name="day"),
    path("staff/plaza/count/", staff.count, name="count"),
    path("staff/plaza/counts/<int:pk>/correct/", staff.correct_count, name="correct_count"),
    path("staff/plaza/offer/", staff.offer_visits, name="offer_visit"),
    path("staff/plaza/close/", staff.close_on, name="close_on"),
    path("staff/plaza/slots/<int:pk>/ask-guide/", staff.ask_guide, name="ask_guide"),
    path("staff/plaza/visits/<str:ref>/welcome/", staff.welcome_visit, name="welcome_visit"),
    path("staff/plaza/visits/<str:ref>/miss/", staff.miss_visit, name="miss_visit"),
    path("staff/plaza/exhibitions/prepare/", staff.prepare_exhibition, name="prepare_exhibition"),
    path(
        "staff/plaza/exhibitions/<str:ref>/publish/",
        staff.publish_exhibition,
        name="publish_exhibition",
    ),
]
