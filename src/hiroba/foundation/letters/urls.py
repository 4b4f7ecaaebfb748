from django.urls import path

from hiroba.foundation.letters.views import open, staff

app_name = "letters"
urlpatterns = [
    path("letters/", open.letters, name="letters"),
    path("letters/<str:ref>/", open.letter, name="letter"),
    path("staff/letters/", staff.letters, name="staff_letters"),
    path("staff/letters/<str:ref>/", staff.letter, name="staff_letter"),
    path("staff/letters/<str:ref>/retry/", staff.retry, name="retry"),
]
