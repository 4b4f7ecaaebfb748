from django.urls import path

from hiroba.foundation.tokens import views

app_name = "tokens"
urlpatterns = [
    path("my/tokens/", views.tokens, name="tokens"),
    path("my/tokens/issue/", views.issue, name="issue"),
    path("my/tokens/<str:ref>/revoke/", views.revoke, name="revoke"),
]
