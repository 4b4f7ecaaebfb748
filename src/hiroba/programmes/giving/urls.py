"""Where giving answers."""

from django.urls import path

from hiroba.programmes.giving.views import mine, open, staff

app_name = "giving"
urlpatterns = [
    path("giving/", open.causes, name="causes"),
    path("giving/<slug:ref>/", open.cause, name="cause"),
    path("giving/<slug:ref>/promise/", open.promise, name="promise"),
    path("my/gifts/", mine.gifts, name="gifts"),
    path("my/gifts/<str:ref>/", mine.gift, name="gift"),
    path("my/gifts/<str:ref>/withdraw/", mine.withdraw, name="withdraw"),
    path("my/gifts/<str:ref>/receipt.pdf", mine.receipt, name="receipt"),
    path("staff/giving/", staff.gifts, name="staff_gifts"),
    path("staff/giving/gifts.csv", staff.table, name="table"),
    path("staff/giving/allocations/", staff.allocations, name="allocations"),
    path("staff/giving/allocations/propose/", staff.propose_allocation, name="propose_allocation"),
    path(
        "staff/giving/allocations/<str:ref>/approve/",
        staff.approve_allocation,
        name="approve_allocation",
    ),
    path("staff/giving/allocations/<str:ref>/drop/", staff.drop_allocation, name="drop_allocation"),
    path("staff/giving/<str:ref>/receive/", staff.receive, name="receive"),
]
