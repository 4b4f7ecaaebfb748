"""Where proposals answer: open doors, own doors, doors for the staff."""

from django.urls import path

from hiroba.programmes.cooperation.proposals.views import (
    deciding,
    inviting,
    mine,
    open,
    reading,
    staff,
)

app_name = "proposals"

MINE = "my/cooperation/proposals/"
STAFF = "staff/cooperation/"
READ = "review/cooperation/"

urlpatterns = [
    path("calls/", open.calls, name="calls"),
    path("calls/<slug:ref>/", open.call, name="call"),
    path(MINE, mine.proposals, name="proposals"),
    path(f"{MINE}start/<slug:call>/<slug:track>/", mine.start_proposal, name="start_proposal"),
    path(f"{MINE}<str:ref>/", mine.proposal, name="proposal"),
    path(f"{MINE}<str:ref>/write/<slug:page_key>/", mine.save_answers, name="save_answers"),
    path(f"{MINE}<str:ref>/check/", mine.check, name="check"),
    path(f"{MINE}<str:ref>/submit/", mine.submit_proposal, name="submit_proposal"),
    path(f"{MINE}<str:ref>/receipt/", mine.receipt, name="receipt"),
    path(f"{MINE}<str:ref>/take-back/", mine.take_back_proposal, name="take_back_proposal"),
    path(f"{MINE}<str:ref>/withdraw/", mine.withdraw_proposal, name="withdraw_proposal"),
    path(f"{STAFF}calls/", inviting.calls, name="staff_calls"),
    path(f"{STAFF}calls/new/", inviting.prepare_call, name="prepare_call"),
    path(f"{STAFF}calls/<slug:ref>/", inviting.call, name="staff_call"),
    path(f"{STAFF}calls/<slug:ref>/tracks/", inviting.add_track, name="add_track"),
    path(f"{STAFF}calls/<slug:ref>/publish/", inviting.publish_call, name="publish_call"),
    path(
        f"{STAFF}calls/<slug:ref>/<slug:track>/extend/",
        inviting.extend_track,
        name="extend_track",
    ),
    path(
        f"{STAFF}calls/<slug:ref>/<slug:track>/amend-rules/",
        inviting.amend_rules,
        name="amend_rules",
    ),
    path(f"{STAFF}proposals/", staff.received, name="received"),
    path(f"{STAFF}proposals.csv", staff.received_csv, name="received_csv"),
    path(f"{STAFF}proposals/<str:ref>/", staff.proposal, name="staff_proposal"),
    path(f"{STAFF}proposals/<str:ref>/open-review/", staff.open_review, name="open_review"),
    path(f"{STAFF}proposals/<str:ref>/send-back/", staff.send_back, name="send_back"),
    path(
        f"{STAFF}proposals/<str:ref>/find-ineligible/",
        staff.find_ineligible,
        name="find_ineligible",
    ),
    path(f"{STAFF}proposals/<str:ref>/assign/", staff.assign_reviewers, name="assign_reviewers"),
    path(f"{STAFF}rankings/", deciding.rankings, name="rankings"),
    path(f"{STAFF}rankings/<slug:call>/<slug:track>/", deciding.ranking, name="ranking"),
    path(f"{STAFF}proposals/<str:ref>/decide/", deciding.propose_decision, name="propose_decision"),
    path(f"{STAFF}decisions/", deciding.decisions, name="decisions"),
    path(f"{STAFF}decisions/<str:ref>/", deciding.decision, name="decision"),
    path(
        f"{STAFF}decisions/<str:ref>/approve/", deciding.approve_decision, name="approve_decision"
    ),
    path(f"{STAFF}decisions/<str:ref>/revoke/", deciding.revoke_decision, name="revoke_decision"),
    path(
        f"{STAFF}decisions/<str:ref>/release/", deciding.release_decision, name="release_decision"
    ),
    path(READ, reading.reads_owed, name="reads"),
    path(f"{READ}<str:ref>/", reading.score, name="score"),
    path(f"{READ}<str:ref>/conflict/", reading.declare_conflict, name="declare_conflict"),
]
