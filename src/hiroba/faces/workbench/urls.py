from django.urls import path

from hiroba.faces.workbench import views

app_name = "workbench"
urlpatterns = [path("workbench/", views.waiting, name="waiting")]
