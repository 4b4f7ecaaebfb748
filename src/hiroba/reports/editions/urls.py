from django.urls import path

from hiroba.reports.editions.views import open, staff

app_name = "editions"
urlpatterns = [
    path("editions/", open.editions, name="editions"),
    path("editions/<int:year>/", open.edition, name="edition"),
    path("staff/editions/open-edition/", staff.open_edition, name="open_edition"),
    path("staff/editions/<int:year>/", staff.making, name="making"),
    path("staff/editions/<int:year>/<slug:language>/write/", staff.write, name="write"),
    path("staff/editions/<int:year>/propose/", staff.propose, name="propose"),
    path("staff/editions/<int:year>/send-back/", staff.send_back, name="send_back"),
    path("staff/editions/<int:year>/publish/", staff.publish, name="publish"),
    path("staff/editions/<int:year>/correct/", staff.correct, name="correct"),
]
