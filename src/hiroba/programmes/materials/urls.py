"""Where materials answer."""

from django.urls import path

from hiroba.programmes.materials.views import open, staff

app_name = "materials"
urlpatterns = [
    path("materials/", open.materials, name="materials"),
    path("materials/<str:ref>/", open.material, name="material"),
    path("materials/<str:ref>/files/<int:file>/", open.download, name="download"),
    path("staff/materials/", staff.kept, name="kept"),
    path("staff/materials/make/", staff.make, name="make"),
    path("staff/materials/<str:ref>/revise/", staff.revise, name="revise"),
    path("staff/materials/<str:ref>/add-file/", staff.add_file, name="add_file"),
    path("staff/materials/<str:ref>/publish/", staff.publish, name="publish"),
    path("staff/materials/<str:ref>/withdraw/", staff.withdraw, name="withdraw"),
]
