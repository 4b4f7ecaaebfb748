"""Where gifts by will are explained, asked about and looked after."""

from django.urls import path

from hiroba.programmes.legacies.views import open, partners, staff

app_name = "legacies"
urlpatterns = [
    path("legacies/", open.legacies, name="legacies"),
    path("legacies/enquiry/", open.enquire, name="enquire"),
    path("legacies/enquiry/thanks/", open.thanks, name="thanks"),
    path("staff/legacies/", staff.legacies, name="staff_legacies"),
    path("staff/legacies/partners/", partners.partners, name="staff_partners"),
    path("staff/legacies/partners/add/", partners.add_partner, name="add_partner"),
    path("staff/legacies/partners/<str:ref>/agree/", partners.agree, name="agree"),
    path("staff/legacies/partners/<str:ref>/end/", partners.end_agreement, name="end_agreement"),
    path("staff/legacies/<str:ref>/", staff.file, name="file"),
    path("staff/legacies/<str:ref>/open-file/", staff.open_file, name="open_file"),
    path("staff/legacies/<str:ref>/write-down/", staff.write_down, name="write_down"),
    path("staff/legacies/<str:ref>/refer/", staff.refer, name="refer"),
    path("staff/legacies/<str:ref>/accept/", staff.accept, name="accept"),
    path("staff/legacies/<str:ref>/decline/", staff.decline, name="decline"),
    path("staff/legacies/<str:ref>/receive/", staff.receive, name="receive"),
    path("staff/legacies/<str:ref>/close/", staff.close, name="close"),
    path("staff/legacies/<str:ref>/<slug:verb>/", staff.move, name="move"),
]
