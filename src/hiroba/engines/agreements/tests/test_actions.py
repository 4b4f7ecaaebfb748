"""What is true after each action."""

import pytest

from hiroba.engines.agreements import actions, queries
from hiroba.engines.agreements.models import Obligation
from hiroba.engines.agreements.rules import Rule, RuleBook
from hiroba.engines.agreements.tests.samples import (
    BOOK,
    CONSENT,
    TODAY,
    agreed,
    concluded,
    day,
    drafted,
    first_due,
    handed_in,
    noted,
    ren,
    signings,
    terms,
)
from hiroba.engines.registry.people import actions as people
from hiroba.engines.registry.people import examples as bodies
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer
from hiroba.foundation.verdicts import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def amended(agreement, book=BOOK, because="雨季のため。", **told):
    return actions.amend(
        by=officer(),
        agreement=agreement,
        terms=terms(**told),
        signings=signings(),
        because=because,
        book=book,
    )


def due_days(agreement):
    found = queries.obligations_of(agreement)
    return [(one.kind, f"{one.period_until}", f"{one.due_on}") for one in found]


def test_a_draft_knows_what_has_to_be_met_before():
    agreement = drafted(preconditions=[CONSENT])

    found = queries.preconditions_of(agreement).values_list("title_ja", "owner", "due_on", "state")
    assert list(found) == [("現地の同意", "partner", day("2023-11-30"), "open")]
    assert (agreement.state, noted(agreement.ref)) == (
        "draft",
        [("agreements.draft", {"about": "P-1", "kind": "service"})],
    )


def test_a_precondition_that_is_met_names_who_said_so():
    agreement = drafted(preconditions=[CONSENT])

    done = actions.meet(by=officer(), precondition=agreement.preconditions.get())

    assert (done.state, done.settled_by, done.settled_at) == ("met", officer(), clock.now())
    assert noted(agreement.ref)[-1] == (
        "agreements.meet",
        {"what": "現地の同意", "because": ""},
    )


def test_a_precondition_is_waived_for_a_reason():
    agreement = drafted(preconditions=[CONSENT])

    done = actions.waive(
        by=officer(), precondition=agreement.preconditions.get(), because=" 口上書がある。 "
    )

    assert (done.state, done.because) == ("waived", "口上書がある。")


def test_what_both_sides_signed_is_kept_as_the_first_version():
    agreement = drafted()

    version = agreed(agreement)

    agreement.refresh_from_db()
    assert agreement.state == "concluded"
    assert (version.number, version.approved_on, version.effective_on) == (1, TODAY, TODAY)
    assert (version.yen, version.edition, version.manager) == (1_000_000, "sample/1", "鈴木 蓮")
    assert noted(agreement.ref)[-1] == ("agreements.conclude", {"effective_on": "2023-11-01"})


def test_the_parties_stand_in_the_order_in_which_they_signed():
    version = agreed(drafted())

    found = version.parties.values_list("order", "role", "name_ja", "signer", "signed_on")
    assert list(found) == [
        (1, "partner", "特定非営利活動法人みなと", "鈴木 蓮", day("2023-10-30")),
        (2, "house", "ひろば", "小野 承認者", TODAY),
    ]


def test_a_party_keeps_the_name_it_had_when_it_signed():
    version = agreed(drafted())

    with clock.at("2024-02-01 10:00"):
        people.rename_body(
            by=ren(), body=bodies.minato(), name_ja="みなと国際", since=day("2024-02-01")
        )

    assert version.parties.get(role="partner").name_ja == "特定非営利活動法人みなと"


def test_what_is_due_follows_from_the_rules():
    agreement = concluded()

    assert due_days(agreement) == [
        ("monthly", "2023-11-30", "2023-12-07"),
        ("monthly", "2023-12-31", "2024-01-11"),
        ("monthly", "2024-01-31", "2024-02-07"),
        ("final", "2024-01-31", "2024-03-01"),
    ]


def test_without_rules_nothing_is_due():
    assert due_days(concluded(book=None, ends_on=None)) == []


def test_a_change_is_the_next_version_and_the_first_one_stays():
    agreement = concluded()

    amended(agreement, yen=1_200_000, ends_on=day("2024-02-29"))

    found = queries.versions_of(agreement).values_list("number", "yen", "because")
    assert list(found) == [(2, 1_200_000, "雨季のため。"), (1, 1_000_000, "")]
    assert noted(agreement.ref)[-1] == (
        "agreements.amend",
        {"version": 2, "because": "雨季のため。"},
    )


def test_a_longer_time_asks_for_more_and_moves_the_final_report():
    agreement = concluded()

    amended(agreement, ends_on=day("2024-02-29"))

    assert due_days(agreement) == [
        ("monthly", "2023-11-30", "2023-12-07"),
        ("monthly", "2023-12-31", "2024-01-11"),
        ("monthly", "2024-01-31", "2024-02-07"),
        ("monthly", "2024-02-29", "2024-03-07"),
        ("final", "2024-02-29", "2024-03-29"),
    ]


def test_what_a_change_no_longer_asks_for_is_kept_as_replaced():
    agreement = concluded()

    version = amended(agreement, ends_on=day("2023-12-31"))

    gone = Obligation.objects.filter(agreement=agreement, replaced_in=version)
    assert [(one.kind, f"{one.period_until}") for one in gone] == [
        ("monthly", "2024-01-31"),
        ("final", "2024-01-31"),
    ]
    assert [row[0] for row in due_days(agreement)] == ["monthly", "monthly", "final"]


def test_what_was_handed_in_stays_when_the_rules_change():
    agreement = concluded()
    report = handed_in(agreement)
    slower = Rule("monthly", "月報", "Monthly report", "month", 10)

    amended(agreement, book=RuleBook("sample", 2, (slower,)))

    report.refresh_from_db()
    assert (report.replaced_in, f"{report.due_on}") == (None, "2023-12-07")
    assert [row[2] for row in due_days(agreement)] == ["2023-12-07", "2024-01-18", "2024-02-15"]


def test_an_agreement_ends_on_a_day_and_for_a_reason():
    agreement = actions.end(by=officer(), agreement=concluded(), because=" 合意による。 ")

    assert (agreement.state, agreement.ended_on, agreement.ended_because) == (
        "ended",
        TODAY,
        "合意による。",
    )


def test_after_the_end_of_a_draft_another_can_be_prepared():
    actions.end(by=officer(), agreement=drafted(), because="同意が得られず。")

    assert drafted().state == "draft"


def test_what_is_handed_in_remembers_the_first_day():
    agreement = concluded()
    with clock.at("2023-12-05 10:00"):
        report = handed_in(agreement)
        actions.send_back(by=officer(), obligation=report, because="写真を足してください。")
    with clock.at("2023-12-20 10:00"):
        report = actions.hand_in(by=ren(), obligation=report, text="写真を足しました。")

    assert (report.state, report.handed_in_on) == ("handed_in", day("2023-12-05"))
    found = queries.deliveries_of(report).values_list("number", "text", "handed_in_by__email")
    assert list(found) == [
        (2, "写真を足しました。", "ren@example.jp"),
        (1, "掘りました。", "ren@example.jp"),
    ]


def test_what_is_sent_back_says_why():
    report = handed_in(concluded())

    report = actions.send_back(by=officer(), obligation=report, because=" 数が合いません。 ")

    assert (report.state, report.returned_because) == ("returned", "数が合いません。")
    assert noted(report.ref) == [
        ("agreements.hand_in", {"number": 1}),
        ("agreements.send_back", {"because": "数が合いません。"}),
    ]


def test_what_is_accepted_names_who_accepted_it():
    report = actions.accept(by=officer(), obligation=handed_in(concluded()))

    assert (report.state, report.accepted_by) == ("accepted", officer())
    assert report.accepted_at == clock.now()


def test_a_report_is_accepted_only_once():
    report = actions.accept(by=officer(), obligation=handed_in(concluded()))

    with pytest.raises(Refused, match="受領済み"):
        actions.accept(by=officer(), obligation=report)


def test_lateness_is_a_question_about_a_day():
    report = first_due(concluded())

    days = [report.days_late_on(day(text)) for text in ("2023-12-07", "2023-12-10")]
    assert days == [0, 3]


def test_after_handing_in_lateness_no_longer_grows():
    agreement = concluded()
    with clock.at("2023-12-09 10:00"):
        report = handed_in(agreement)

    assert report.days_late_on(day("2024-03-31")) == 2
