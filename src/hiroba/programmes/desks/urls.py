"""Where the desks answer."""

from django.urls import path

from hiroba.programmes.desks.views import keeping, mine, open, staff

app_name = "desks"
urlpatterns = [
    path("desks/", open.desks, name="desks"),
    path("desks/<str:ref>/", open.desk, name="desk"),
    path("desks/<str:ref>/ask/", open.ask, name="ask"),
    path("my/desks/", mine.my_cases, name="my_cases"),
    path("my/desks/<str:ref>/", mine.my_case, name="my_case"),
    path("my/desks/<str:ref>/write-again/", mine.write_again, name="write_again"),
    path("my/desks/<str:ref>/reopen/", mine.reopen, name="my_reopen"),
    path("my/desks/<str:ref>/resolve/", mine.resolve, name="my_resolve"),
    path("staff/desks/cases/", staff.cases, name="cases"),
    path("staff/desks/cases/<str:ref>/", staff.case, name="case"),
    path("staff/desks/cases/<str:ref>/answer/", staff.answer, name="answer"),
    path("staff/desks/cases/<str:ref>/note/", staff.note_internally, name="note_internally"),
    path("staff/desks/cases/<str:ref>/pause/", staff.pause, name="pause"),
    path("staff/desks/cases/<str:ref>/resume/", staff.resume, name="resume"),
    path("staff/desks/cases/<str:ref>/resolve/", staff.resolve, name="resolve"),
    path("staff/desks/cases/<str:ref>/reopen/", staff.reopen, name="reopen"),
    path("staff/desks/cases/<str:ref>/refer/", staff.refer, name="refer"),
    path("staff/desks/cases/<str:ref>/draft-faq/", staff.draft_faq, name="draft_faq"),
    path("staff/desks/faq/<str:ref>/approve/", staff.approve_faq, name="approve_faq"),
    path("staff/desks/bodies/", keeping.bodies_to_check, name="bodies_to_check"),
    path("staff/desks/bodies/<str:ref>/check/", keeping.check_local_body, name="check_local_body"),
    path("staff/desks/<str:ref>/add-local-body/", keeping.add_local_body, name="add_local_body"),
    path("staff/desks/<str:ref>/write-guide/", keeping.write_guide, name="write_guide"),
]
