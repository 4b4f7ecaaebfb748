from django.urls import path

from hiroba.foundation.journal import views

app_name = "journal"
urlpatterns = [
    path("staff/journal/", views.journal, name="journal"),
    path("staff/journal.csv", views.journal_csv, name="journal_csv"),
]
