"""One agreement from its draft to its end, as the journal tells it."""

import pytest

from hiroba.engines.agreements import actions, queries
from hiroba.engines.agreements.tests.samples import (
    BOOK,
    CONSENT,
    day,
    drafted,
    first_due,
    handed_in,
    noted,
    ren,
    signings,
    terms,
)
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.verdicts import Refused

pytestmark = pytest.mark.django_db


def walked():
    """Prepared in October, signed in November, longer in January, over in March."""
    with clock.at("2023-10-02 10:00"):
        agreement = drafted(preconditions=[CONSENT])
    with clock.at("2023-10-20 10:00"):
        actions.meet(by=officer(), precondition=agreement.preconditions.get())
    with clock.at("2023-11-01 10:00"):
        actions.conclude(
            by=officer(), agreement=agreement, terms=terms(), signings=signings(), book=BOOK
        )
    with clock.at("2023-12-04 10:00"):
        actions.accept(by=officer(), obligation=handed_in(agreement))
    with clock.at("2024-01-15 10:00"):
        told = terms(effective_on=day("2024-01-15"), ends_on=day("2024-02-29"))
        actions.amend(
            by=officer(),
            agreement=agreement,
            terms=told,
            signings=signings(),
            because="雨季のため。",
            book=BOOK,
        )
    with clock.at("2024-03-01 10:00"):
        return actions.end(by=officer(), agreement=agreement, because="期間満了。")


def test_the_journal_tells_the_whole_way():
    agreement = walked()

    assert [verb for verb, _ in noted(agreement.ref)] == [
        "agreements.draft",
        "agreements.meet",
        "agreements.conclude",
        "agreements.amend",
        "agreements.end",
    ]


def test_every_version_keeps_its_own_days():
    found = queries.versions_of(walked()).values_list("number", "approved_on", "ends_on")

    assert list(found) == [
        (2, day("2024-01-15"), day("2024-02-29")),
        (1, day("2023-11-01"), day("2024-01-31")),
    ]


def test_after_the_end_what_is_due_can_still_be_handed_in():
    agreement = walked()

    with clock.at("2024-03-20 10:00"):
        final = queries.obligations_of(agreement).get(kind="final")
        final = actions.hand_in(by=ren(), obligation=final, text="井戸が三本できました。")

    assert (final.state, f"{final.due_on}", final.days_late_on(day("2024-04-01"))) == (
        "handed_in",
        "2024-03-29",
        0,
    )


def test_after_the_end_nothing_is_changed():
    agreement = walked()

    with clock.at("2024-03-02 10:00"), pytest.raises(Refused, match="終了"):
        actions.amend(
            by=officer(),
            agreement=agreement,
            terms=terms(effective_on=day("2024-03-02")),
            signings=signings(),
            because="もう一度。",
        )


@pytest.mark.parametrize("verb", ["accept", "send_back"])
def test_a_refusal_changes_nothing(verb):
    with clock.at("2023-11-01 10:00"):
        agreement = drafted()
        actions.conclude(
            by=officer(), agreement=agreement, terms=terms(), signings=signings(), book=BOOK
        )
        report = handed_in(agreement)
        because = {"because": "数が合いません。"} if verb == "send_back" else {}
        with pytest.raises(Refused):
            getattr(actions, verb)(by=somebody("hana"), obligation=report, **because)

    report.refresh_from_db()
    assert (report.state, [verb for verb, _ in noted(report.ref)]) == (
        "handed_in",
        ["agreements.hand_in"],
    )


def test_a_supervisor_is_known_with_what_is_due(django_assert_num_queries):
    with clock.at("2023-11-01 10:00"):
        agreement = drafted()
        actions.conclude(
            by=officer(), agreement=agreement, terms=terms(), signings=signings(), book=BOOK
        )

    with django_assert_num_queries(1):
        due = first_due(agreement)
        assert (due.version.supervisor.email, due.agreement.title_en) == (
            "sato@example.jp",
            "Water for a village",
        )
    assert officer().holds(Role.OFFICER, programme=due.agreement.programme)
