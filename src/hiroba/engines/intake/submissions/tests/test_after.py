"""What is true after each action, what the journal tells, and what a refusal leaves."""

import pytest

from hiroba.engines.forms.edits import Edit, mark
from hiroba.engines.forms.examples import FULL
from hiroba.engines.intake.calls.examples import track
from hiroba.engines.intake.submissions import actions, queries
from hiroba.engines.intake.submissions.examples import draft, submitted
from hiroba.engines.intake.submissions.models import Submission
from hiroba.engines.intake.submissions.tests.worlds import do, facts, full, returned, withdrawn
from hiroba.engines.registry.people import actions as people
from hiroba.engines.registry.people.examples import member, minato
from hiroba.engines.registry.people.merging import merge
from hiroba.engines.registry.people.models import Body
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import auditor, officer, somebody
from hiroba.foundation.journal.models import Record
from hiroba.foundation.verdicts import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_autumn_2023")]


def journal(submission):
    found = Record.objects.filter(subject=submission.ref).order_by("pk")
    return [(each.verb.removeprefix("submissions."), each.hand, each.details) for each in found]


def test_a_draft_has_nothing_of_a_receipt():
    submission = draft()

    assert facts(submission) == ("draft", None, None, None, "", None, "水の事業", {}, 0)
    assert (submission.rules.no, submission.owner) == (1, somebody("ren"))
    assert journal(submission) == [("start", somebody("ren").name, {"track": track().ref})]


def test_a_received_one_has_all_of_it():
    submission = submitted()

    assert facts(submission) == (
        "submitted",
        submission.revision.pk,
        clock.now(),
        f"{submission.ref}-1",
        "",
        None,
        "水の事業",
        FULL,
        1,
    )
    assert journal(submission)[-1] == (
        "submit",
        somebody("ren").name,
        {"receipt_no": f"{submission.ref}-1", "sha256": submission.revision.sha256},
    )


def test_what_was_taken_back_is_a_draft_and_its_revision_stays():
    submission = do("take_back", submitted())

    assert facts(submission) == ("draft", None, None, None, "", None, "水の事業", FULL, 1)
    assert journal(submission)[-1][2] == {"receipt_no": f"{submission.ref}-1"}


def test_what_was_sent_back_carries_reason_and_day():
    submission = returned()

    assert facts(submission)[4:6] == (
        "総額を確かめてください。",
        clock.moment("2023-10-20 17:00"),
    )
    assert facts(submission)[3] == f"{submission.ref}-1"
    assert journal(submission)[-1] == (
        "send_back",
        officer().name,
        {"because": "総額を確かめてください。"},
    )


def test_what_was_withdrawn_keeps_its_receipt():
    submission = withdrawn()

    assert facts(submission)[0] == "withdrawn"
    assert facts(submission)[3] == f"{submission.ref}-1"


def test_each_receipt_has_a_number_of_its_own():
    submission, numbers = full(), []
    for _ in range(3):
        submission = do("submit", submission)
        numbers.append(submission.receipt_no)
        submission = do("take_back", submission)

    assert numbers == [f"{submission.ref}-{no}" for no in (1, 2, 3)]
    assert submission.document.revisions.count() == 3


@pytest.mark.parametrize("who", ["akari", "sato", "mori"])
def test_a_stranger_changes_nothing(who):
    submission = submitted()
    before = facts(submission)

    for verb in ("take_back", "withdraw"):
        with pytest.raises(Refused, match="代表管理者か編集者だけ"):
            getattr(actions, verb)(by=somebody(who), submission=submission)

    assert facts(submission) == before


def test_a_strangers_second_click_gets_no_receipt():
    submission = submitted()

    with pytest.raises(Refused, match="代表管理者か編集者だけ"):
        actions.submit(by=somebody("akari"), submission=submission, arrived_at=clock.now())


@pytest.mark.parametrize(
    ("role", "may"), [("owner", True), ("editor", True), ("viewer", False), ("signatory", False)]
)
def test_owners_and_editors_write_and_the_others_read(role, may):
    hana = somebody("hana")
    member(minato(), hana, role)
    submission = full()
    edits = (Edit("aim", "土をきれいに", mark(FULL["aim"])),)

    assert list(queries.submissions_of(hana)) == [submission]
    if may:
        actions.write(by=hana, submission=submission, edits=edits, title_key="name")
        assert facts(submission)[7]["aim"] == "土をきれいに"
    else:
        with pytest.raises(Refused, match="代表管理者か編集者だけ"):
            actions.write(by=hana, submission=submission, edits=edits, title_key="name")


def test_a_suspended_body_does_not_go_on():
    submission = full()
    people.suspend(by=officer(), body=minato_again(), reason="調べています。")
    before = facts(submission)

    for verb in ("submit", "withdraw"):
        with pytest.raises(Refused, match="停止"):
            do(verb, Submission.objects.get(pk=submission.pk))

    assert facts(submission) == before


def minato_again():
    return Body.objects.get(name_ja="特定非営利活動法人みなと")


def another_minato():
    with clock.at("2023-04-11 10:00"):
        body = people.register_body(
            by=somebody("hana"),
            name_ja="みなとの会(見本)",
            personality="npo",
            registered_on=minato_again().registered_on,
            active_since=minato_again().active_since,
        )
        return people.verify(by=officer(), body=body)


def test_after_a_merge_the_people_of_both_go_on_with_what_was_begun():
    submission, survivor = full(), another_minato()
    merge(by=officer(), absorbed=minato_again(), survivor=survivor, reason="同じ団体です。")

    assert list(queries.submissions_of(somebody("ren"))) == [submission]
    assert list(queries.submissions_of(somebody("hana"))) == [submission]
    received = actions.submit(
        by=somebody("hana"),
        submission=Submission.objects.get(pk=submission.pk),
        arrived_at=clock.now(),
    )

    assert received.state == "submitted"


def test_after_a_merge_an_officer_of_the_survivor_stays_out():
    submission, survivor = submitted(), another_minato()
    member(survivor, officer())
    kanri = somebody("kanri")
    merge(by=kanri, absorbed=minato_again(), survivor=survivor, reason="同じ団体です。")

    with pytest.raises(Refused, match="ご自分の団体の応募"):
        do("open_review", Submission.objects.get(pk=submission.pk))


def test_the_title_is_never_emptied_and_never_too_long():
    submission = draft(name="水と学校")
    ren = somebody("ren")

    actions.write(
        by=ren,
        submission=submission,
        edits=(Edit("name", "", mark("水と学校")),),
        title_key="name",
    )
    submission.refresh_from_db()
    assert submission.title == "水の事業"

    actions.write(
        by=ren, submission=submission, edits=(Edit("name", "題" * 300, mark("")),), title_key="name"
    )
    submission.refresh_from_db()
    assert submission.title == "題" * 200


def test_lists_show_each_state_to_whom_it_concerns():
    waiting, back, begun = submitted(), returned(), draft()
    ren = somebody("ren")

    assert list(queries.submissions_to_check(officer(), "cooperation")) == [waiting]
    assert list(queries.submissions_to_correct(ren)) == [back]
    assert list(queries.drafts_of(ren)) == [begun]
    assert set(queries.submissions_received(auditor(), "cooperation")) == {waiting, back}
    assert set(queries.submissions_in("submitted", "returned")) == {waiting, back}


@pytest.mark.parametrize(
    ("words", "found"),
    [("水の", True), (" 水の ", True), ("みなと", True), ("土の", False), ("%", False)],
)
def test_a_list_is_searched_by_title_body_and_number(words, found):
    submission = submitted()

    rows = [row["pk"] for row in queries.with_words(words)]

    assert rows == ([submission.pk] if found else [])
    assert [row["pk"] for row in queries.with_words(submission.ref.lower())] == [submission.pk]
