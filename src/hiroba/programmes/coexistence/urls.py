from django.urls import URLPattern

app_name = "coexistence"
urlpatterns: list[URLPattern] = []
