from django.urls import path

from hiroba.foundation.accounts import views

app_name = "accounts"
urlpatterns = [
    path("demo/sign-in/", views.demo_sign_in, name="demo_sign_in"),
    path("my/language/", views.choose_language, name="choose_language"),
    path("staff/users/", views.users, name="users"),
    path("staff/users/<int:pk>/", views.user, name="user"),
    path("staff/users/<int:pk>/grants/<int:grant_pk>/end/", views.end_grant, name="end_grant"),
]
