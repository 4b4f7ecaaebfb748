from django.urls import path

from hiroba.foundation.jobs import views

app_name = "jobs"
urlpatterns = [
    path("my/jobs/", views.jobs, name="jobs"),
    path("my/jobs/<str:ref>/", views.job, name="job"),
    path("staff/jobs/", views.undone, name="undone"),
    path("staff/jobs/<str:ref>/retry/", views.retry, name="retry"),
]
