"""Where the contest answers."""

from django.urls import path

from hiroba.programmes.contest.views import judges, mine, open, staff

app_name = "contest"
urlpatterns = [
    path("contest/", open.contests, name="contests"),
    path("contest/essays/<str:ref>/", open.essay, name="essay"),
    path("contest/<slug:ref>/", open.contest, name="contest"),
    path("my/contest/", mine.entries, name="entries"),
    path("my/contest/essays.csv", mine.sheet, name="sheet"),
    path("my/contest/entries/<str:ref>/", mine.entry, name="entry"),
    path("my/contest/entries/<str:ref>/withdraw/", mine.withdraw, name="withdraw"),
    path("my/contest/entries/<str:ref>/certificate.pdf", mine.certificate, name="certificate"),
    path("my/contest/uploads/<str:ref>/", mine.uploaded, name="uploaded"),
    path("my/contest/uploads/<str:ref>/<int:row>/repair/", mine.repair, name="repair"),
    path("my/contest/uploads/<str:ref>/<int:row>/drop-row/", mine.drop_row, name="drop_row"),
    path("my/contest/<slug:ref>/enter/", mine.enter, name="enter"),
    path("my/contest/<slug:ref>/upload/", mine.upload, name="upload"),
    path("reads/contest/", judges.essays_to_read, name="essays_to_read"),
    path("reads/contest/<str:ref>/", judges.score, name="score"),
    path("staff/contest/", staff.received, name="received"),
    path("staff/contest/open-contest/", staff.open_contest, name="open_contest"),
    path("staff/contest/essays/<str:ref>/", staff.essay, name="staff_essay"),
    path("staff/contest/essays/<str:ref>/accept/", staff.accept, name="accept"),
    path("staff/contest/essays/<str:ref>/disqualify/", staff.disqualify, name="disqualify"),
    path("staff/contest/essays/<str:ref>/award/", staff.award, name="award"),
    path(
        "staff/contest/essays/<str:ref>/approve-award/", staff.approve_award, name="approve_award"
    ),
    path("staff/contest/<slug:ref>/settle/", staff.settle, name="settle"),
    path("staff/contest/<slug:ref>/announce/", staff.announce, name="announce"),
    path("staff/contest/<slug:ref>/<slug:division>/", staff.ranking, name="ranking"),
]
