"""When the years of keeping are over nobody can tell who asked; days and sums stay."""

import datetime

import pytest

from hiroba.foundation import clock
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.letters.states import LetterState
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.legacies import actions, queries
from hiroba.programmes.legacies.examples import legacy_officer
from hiroba.programmes.legacies.figures import enquiries_between
from hiroba.programmes.legacies.models import Consent, Legacy, PersonalFile
from hiroba.programmes.legacies.tasks import erase_kept_long_enough
from hiroba.programmes.legacies.tests.samples import (
    EMAIL,
    SECRETS,
    WISHES,
    done,
    in_state,
    noted,
)

LAST_DAY = "2028-10-31 23:00"
ERASED = "2028-11-01 03:10"


def finished():
    """A legacy that was received and closed on 1 November 2023."""
    legacy = in_state("receiving")
    actions.write_down(by=legacy_officer(), legacy=legacy, wishes=WISHES)
    return done(legacy, "close", closing="done")


def sent(legacy):
    """The letters have left the house."""
    waiting = Letter.objects.filter(about=legacy.ref)
    waiting.update(state=LetterState.SENT, sent_at=clock.now())


def erased():
    legacy = finished()
    sent(legacy)
    with clock.at(ERASED):
        return actions.erase(by=CLOCKWORK, legacy=legacy)


def test_until_the_last_day_everything_is_kept():
    finished()

    with clock.at(LAST_DAY):
        assert erase_kept_long_enough.call() == 0

    assert PersonalFile.objects.count() == 1


def test_on_the_day_the_clock_erases():
    legacy = finished()

    with clock.at(ERASED):
        assert erase_kept_long_enough.call() == 1

    legacy.refresh_from_db()
    assert (legacy.erased_on, PersonalFile.objects.count()) == (datetime.date(2028, 11, 1), 0)


def test_the_second_night_finds_nothing():
    finished()

    with clock.at(ERASED):
        assert [erase_kept_long_enough.call() for _ in range(2)] == [1, 0]


def test_it_is_done_every_night():
    assert erase_kept_long_enough.daily_at == "03:10"


def test_of_the_consent_only_its_day_and_the_partner_stay():
    legacy = erased()

    consent = Consent.objects.get(legacy=legacy)
    assert (consent.given_by, consent.words, consent.erased_on) == (
        "",
        "",
        datetime.date(2028, 11, 1),
    )
    assert (consent.given_on, consent.partner.body.name_ja) == (
        datetime.date(2023, 10, 31),
        "ひろば信託銀行(見本)",
    )


def test_of_the_letters_only_their_kinds_stay():
    legacy = erased()

    found = Letter.objects.filter(about=legacy.ref).order_by("pk")
    assert list(found.values_list("kind", "to", "subject", "body")) == [
        ("legacies/enquiry_received", "-", "", ""),
        ("legacies/enquiry_came", "-", "", ""),
        ("legacies/referred", "-", "", ""),
    ]
    assert not Letter.objects.filter(to=EMAIL).exists()


def test_days_and_sums_stay():
    legacy = erased()

    kept = Legacy.objects.get(pk=legacy.pk)
    assert (kept.state, kept.opened_on, kept.closed_on) == (
        "closed",
        datetime.date(2023, 11, 1),
        datetime.date(2023, 11, 1),
    )
    assert queries.dossier_of(kept).received == 3_000_000


def test_what_is_erased_is_still_counted():
    for _ in range(4):
        in_state("enquiry")
    erased()

    year = datetime.date(2023, 4, 1), datetime.date(2024, 3, 31)
    assert enquiries_between(*year).value == 5


def test_the_journal_says_that_the_clock_erased():
    assert noted(erased().ref)[-1] == ("clockwork", "legacies.erase", {})


def test_nowhere_in_the_room_a_word_is_left():
    legacy = erased()

    kept = [str(Legacy.objects.filter(pk=legacy.pk).values().get())]
    kept += [str(row) for row in legacy.consents.values()]
    kept += [str(row) for row in legacy.parts.values()]
    kept += [str(row) for row in legacy.openings.values()]
    kept += [str(row) for row in noted(legacy.ref)]
    assert [secret for secret in SECRETS if secret in "".join(kept)] == []


def test_nobody_erases_by_hand_or_too_early():
    legacy = finished()

    with clock.at(ERASED), pytest.raises(Refused, match="自動で行われます"):
        actions.erase(by=legacy_officer(), legacy=legacy)
    with pytest.raises(Refused, match="まだ保存期間が終わっていません"):
        actions.erase(by=CLOCKWORK, legacy=legacy)


def test_what_is_not_closed_is_kept_however_old_it_is():
    in_state("will_made")

    with clock.at("2060-01-01 10:00"):
        assert list(queries.legacies_to_erase(clock.today())) == []


def test_what_is_erased_is_not_written_into():
    legacy = erased()

    with pytest.raises(Refused, match="すでに消去しました"):
        actions.write_down(by=legacy_officer(), legacy=legacy, wishes="あとから")
