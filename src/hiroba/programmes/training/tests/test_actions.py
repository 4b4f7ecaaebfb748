"""What stands in the books and in the letters after each verb."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from hiroba.engines.gatherings.models import Booking, Slot
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import GUEST
from hiroba.foundation.journal.models import Record
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.search import queries as search
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.training import actions, examples, queries
from hiroba.programmes.training.models import Application, Certificate, Course
from hiroba.programmes.training.states import APPLICATION, COURSE


def letters():
    found = Letter.objects.filter(kind__startswith="training/").order_by("pk")
    return list(found.values_list("kind", "to"))


def of(course, who):
    return course.applications.get(applicant=somebody(who))


def states(course):
    return [row.state for row in course.applications.order_by("pk")]


def taken(course):
    return [slot.taken for slot in Slot.objects.filter(gathering=course.gathering)]


def test_a_published_course_is_open_and_found_in_both_languages(coming):
    def found(words, language):
        return [row.title for row in search.found_by(GUEST, words, language=language)]

    assert (coming.state, coming.takes_applications) == ("open", True)
    assert found("授業づくり", "ja") == [examples.GLOBAL["title_ja"]]
    assert found("teachers", "en") == [examples.GLOBAL["title_en"]]
    with clock.at("2023-11-21 00:00"):
        assert not coming.takes_applications


def test_who_applied_has_a_letter(coming):
    application = examples.applied(coming)

    assert (application.state, letters()) == (
        "applied",
        [("training/applied", "akari@example.jp")],
    )


def test_a_proposal_tells_nobody_and_a_second_person_tells_all(closed):
    chosen = [of(closed, "akari"), of(closed, "ren")]
    proposed = actions.propose_selection(by=officer(), course=closed, chosen=chosen)
    before = (states(closed), len(letters()))

    course = actions.approve_selection(by=somebody("nana"), course=proposed)

    assert before == (["applied"] * 3, 3)
    assert (course.state, states(closed)) == ("decided", ["selected", "declined", "selected"])
    assert letters()[3:] == [
        ("training/selected", "akari@example.jp"),
        ("training/declined", "hana@example.jp"),
        ("training/selected", "ren@example.jp"),
    ]


def test_a_returned_proposal_is_made_anew(closed):
    nana = somebody("nana")
    actions.propose_selection(by=officer(), course=closed, chosen=[of(closed, "akari")])
    actions.return_selection(by=nana, course=closed)

    examples.decided(Course.objects.get(), of(closed, "hana"))

    assert states(closed) == ["declined", "selected", "declined"]


def test_more_than_the_seats_are_not_proposed(closed):
    everybody = list(closed.applications.all())

    with pytest.raises(Refused, match="選べるのは、1名から2名までです。"):
        actions.propose_selection(by=officer(), course=closed, chosen=everybody)

    assert not closed.applications.filter(is_chosen=True).exists()


def test_who_confirms_has_a_seat_on_each_day_and_who_withdraws_frees_them(closed):
    akari = somebody("akari")
    examples.decided(closed, of(closed, "akari"))

    actions.confirm_place(by=akari, application=of(closed, "akari"))
    confirmed = taken(closed)
    actions.withdraw(by=akari, application=of(closed, "akari"))

    assert (confirmed, taken(closed)) == ([1, 1], [0, 0])
    assert of(closed, "akari").state == "withdrawn"


def test_who_withdrew_can_apply_again(coming):
    actions.withdraw(by=somebody("akari"), application=examples.applied(coming))

    examples.applied(coming)

    assert states(coming) == ["withdrawn", "applied"]


def ended(course, *, days):
    """Akari comes on so many of the two days, and the course ends."""
    examples.decided(course, of(course, "akari"))
    actions.confirm_place(by=somebody("akari"), application=of(course, "akari"))
    with clock.at("2023-12-06 17:00"):
        for number, seat in enumerate(queries.attendance_of(course)):
            record = actions.attend if number < days else actions.miss
            record(by=officer(), booking=seat)
        return actions.end_course(by=officer(), course=course)


@pytest.mark.parametrize(("days", "certificates"), [(2, ["TC2023-0001"]), (1, []), (0, [])])
def test_who_came_often_enough_has_a_certificate(closed, days, certificates):
    course = ended(closed, days=days)

    assert course.state == "ended"
    assert [each.number for each in Certificate.objects.all()] == certificates


def test_the_certificate_says_what_was_true_on_its_day(closed):
    ended(closed, days=2)

    found = queries.certificate("TC2023-0001")
    assert (found.name, found.days, found.application.course) == ("中村 あかり(見本)", 2, closed)
    assert queries.certificate("TC2023-0002") is None


def test_the_journal_tells_the_whole_course(closed):
    before = Record.objects.count()
    ended(closed, days=2)

    told = [each.verb for each in Record.objects.order_by("pk")[before:]]
    assert [verb for verb in told if verb.startswith("training.")] == [
        "training.propose_selection",
        "training.select",
        "training.decline",
        "training.decline",
        "training.approve_selection",
        "training.confirm_place",
        "training.end_course",
    ]


@pytest.mark.parametrize("change", ["update", "delete"])
def test_a_certificate_is_never_changed(closed, change):
    ended(closed, days=2)
    rows = Certificate.objects.all()

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        rows.update(name="だれか") if change == "update" else rows.delete()


def test_one_applies_once(coming):
    application = examples.applied(coming)

    with pytest.raises(IntegrityError), transaction.atomic():
        Application.objects.create(
            ref="TA-X",
            course=coming,
            applicant=application.applicant,
            workplace="学校",
            reason="理由",
            applied_at=clock.now(),
        )


def test_a_course_is_approved_by_a_second_person(coming):
    rows, sato = Course.objects.filter(pk=coming.pk), officer()

    with pytest.raises(IntegrityError, match="second_person"), transaction.atomic():
        rows.update(proposed_by=sato, approved_by=sato)


@pytest.mark.parametrize(
    ("life", "state", "verbs"),
    [
        (COURSE, "draft", ["publish_course"]),
        (COURSE, "open", ["propose_selection"]),
        (COURSE, "proposed", ["return_selection", "approve_selection"]),
        (COURSE, "decided", ["end_course"]),
        (COURSE, "ended", []),
        (APPLICATION, "applied", ["select", "decline", "withdraw"]),
        (APPLICATION, "selected", ["confirm_place", "withdraw"]),
        (APPLICATION, "confirmed", ["withdraw"]),
        (APPLICATION, "declined", []),
    ],
    ids=[str(number) for number in range(9)],
)
def test_what_can_happen_next(life, state, verbs):
    assert life.verbs_from(state) == verbs


def test_the_story_told_twice_is_the_same_story():
    examples.tell()
    before = (Course.objects.count(), Application.objects.count(), Booking.objects.count())

    examples.tell()

    assert (
        Course.objects.count(),
        Application.objects.count(),
        Booking.objects.count(),
    ) == before
