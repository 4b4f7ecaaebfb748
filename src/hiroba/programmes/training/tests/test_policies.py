"""Who may do what about courses: the yes, and each no by its sentence."""

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import GUEST
from hiroba.programmes.training import actions, examples, policies, queries

OFFICERS_ONLY = "研修の担当職員だけができます。"
SECOND_ONLY = "研修の担当職員と承認者だけができます。"
OWN_ONLY = "応募した本人だけができます。"


def of(course, who):
    return course.applications.select_related("course").get(applicant=somebody(who))


@pytest.mark.parametrize("who", ["akari", "ono", "kansa", "sumire"])
def test_only_officers_of_training_keep_courses(closed, who):
    by = somebody(who)

    assert {
        policies.may_plan_course(by).reason,
        policies.may_publish_course(by, closed).reason,
        policies.may_propose_selection(by, closed).reason,
        policies.may_end_course(by, closed).reason,
    } == {OFFICERS_ONLY}


@pytest.mark.parametrize("who", ["sato", "nana"])
def test_officers_keep_courses(closed, who):
    by = somebody(who)

    assert policies.may_plan_course(by, 2, 2)
    assert policies.may_propose_selection(by, closed, 2)


def test_a_course_has_days_and_asks_for_no_more():
    assert policies.may_plan_course(officer(), 0).reason == "研修の日を一日以上選んでください。"
    assert policies.may_plan_course(officer(), 2, 3).reason == (
        "修了に要る日数を、研修の日数までにしてください。"
    )


def test_a_course_is_published_once(coming):
    assert policies.may_publish_course(officer(), coming).reason == (
        "いまは「募集中」のため、この操作はできません。"
    )


def test_one_applies_once_signed_in_and_in_time(coming):
    akari = somebody("akari")

    assert policies.may_apply(akari, coming)
    assert policies.may_apply(GUEST, coming).reason == "応募するには、ログインしてください。"
    examples.applied(coming)
    assert policies.may_apply(akari, coming).reason == "この研修には、もう応募しています。"
    with clock.at("2023-11-21 00:00"):
        assert policies.may_apply(somebody("hana"), coming).reason == (
            "この研修の応募は受け付けていません。"
        )


def test_nobody_is_chosen_while_one_can_still_apply(coming):
    assert policies.may_propose_selection(officer(), coming).reason == (
        "応募の期間が終わってから選んでください。"
    )


@pytest.mark.parametrize("count", [0, 3])
def test_at_least_one_and_at_most_the_seats_are_chosen(closed, count):
    assert policies.may_propose_selection(officer(), closed, count).reason == (
        "選べるのは、1名から2名までです。"
    )


def test_a_second_person_decides(closed):
    course = actions.propose_selection(by=officer(), course=closed, chosen=[of(closed, "akari")])
    same, other = officer(), somebody("nana")
    own = "提案した人とは別の人が承認します。"

    for may in (policies.may_approve_selection, policies.may_return_selection):
        assert may(other, course)
        assert may(same, course).reason == own
        assert may(somebody("akari"), course).reason == SECOND_ONLY
    application = of(course, "akari")
    assert policies.may_select(other, application)
    assert policies.may_decline(other, application)
    assert policies.may_select(same, application).reason == own
    assert policies.may_decline(somebody("ono"), application).reason == SECOND_ONLY


def test_who_was_selected_confirms_and_nobody_else(closed):
    examples.decided(closed, of(closed, "akari"))

    assert policies.may_confirm_place(somebody("akari"), of(closed, "akari"))
    assert policies.may_confirm_place(somebody("hana"), of(closed, "akari")).reason == OWN_ONLY
    assert policies.may_confirm_place(somebody("hana"), of(closed, "hana")).reason == (
        "いまは「見送り」のため、この操作はできません。"
    )


def test_one_withdraws_until_it_begins(closed):
    application = of(closed, "akari")

    assert policies.may_withdraw(somebody("akari"), application)
    assert policies.may_withdraw(officer(), application).reason == OWN_ONLY
    with clock.at("2023-12-05 10:00"):
        assert policies.may_withdraw(somebody("akari"), application).reason == (
            "研修が始まってからは、担当の事務所へお知らせください。"
        )


def test_a_course_ends_after_its_last_day(closed):
    course = examples.decided(closed, of(closed, "akari"))

    with clock.at("2023-12-06 15:59"):
        assert policies.may_end_course(officer(), course).reason == (
            "まだ終わっていない研修の日があります。"
        )
    with clock.at("2023-12-06 16:00"):
        assert policies.may_end_course(officer(), course)


def test_the_certificate_is_read_by_who_has_it_and_by_officers():
    course = examples.summer_course()
    application = of(course, "akari")

    assert policies.may_read_certificate(somebody("akari"), application)
    assert policies.may_read_certificate(somebody("kansa"), application)
    assert policies.may_read_certificate(somebody("hana"), application).reason == OWN_ONLY
    assert policies.may_read_certificate(somebody("hana"), of(course, "hana")).reason == (
        "修了証は、研修が終わり、日数を満たした方に出します。"
    )


def test_what_waits_for_whom(closed):
    waits = list(queries.courses_to_select())
    course = actions.propose_selection(by=officer(), course=closed, chosen=[of(closed, "akari")])

    assert waits == [closed]
    assert list(queries.courses_to_select()) == []
    assert list(queries.courses_to_approve(somebody("nana"))) == [course]
    assert list(queries.courses_to_approve(officer())) == []
