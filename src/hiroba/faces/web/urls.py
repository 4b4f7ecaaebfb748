from django.urls import path

from hiroba.faces.web import views

app_name = "web"
urlpatterns = [
    path("", views.home, name="home"),
    path("about/", views.about, name="about"),
    path("ways/", views.ways, name="ways"),
    path("help/", views.help_page, name="help"),
    path("privacy/", views.privacy, name="privacy"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("components/", views.components, name="components"),
    path("search/", views.search, name="search"),
    path("my/", views.my, name="my"),
    path("offline/", views.offline, name="offline"),
    path("offline.js", views.offline_script, name="offline_script"),
]
