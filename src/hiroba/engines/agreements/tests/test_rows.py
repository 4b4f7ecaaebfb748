"""How what was agreed is written down, before it is kept."""

import pytest

from hiroba.engines.agreements import rows
from hiroba.engines.agreements.models import Agreement, AgreementVersion, Obligation
from hiroba.engines.agreements.shapes import Signing
from hiroba.engines.agreements.tests.samples import (
    BOOK,
    TODAY,
    concluded,
    day,
    drafted,
    first_due,
    handed_in,
    signings,
    terms,
)
from hiroba.engines.registry.people import actions as people
from hiroba.engines.registry.people import examples as bodies
from hiroba.foundation.accounts.examples import officer, somebody

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def written(agreement=None, book=BOOK, number=1, because="", **told):
    """A version that is not kept."""
    agreement = agreement or Agreement(ref="AG-1")
    return rows.version(officer(), agreement, number, terms(**told), book, because)


def test_the_day_of_approval_is_the_day_of_writing():
    version = written(effective_on=day("2023-12-01"))

    assert (version.approved_on, version.effective_on) == (TODAY, day("2023-12-01"))


def test_a_version_holds_everything_that_was_said():
    version = written(text=" 水道を直す。 ", manager=" 鈴木 蓮 ", yen=None)

    assert (version.terms, version.manager, version.yen) == ("水道を直す。", "鈴木 蓮", None)
    assert (version.begins_on, version.ends_on) == (TODAY, day("2024-01-31"))
    assert (version.supervisor, version.recorded_by) == (officer(), officer())


def test_a_version_without_rules_names_no_edition():
    assert [written(book=book).edition for book in (BOOK, None)] == ["sample/1", ""]


def test_the_house_signs_under_its_own_name():
    _, house = rows.parties(written(), signings())

    assert (house.order, house.role, house.body) == (2, "house", None)
    assert (house.name_ja, house.name_en) == ("ひろば", "Hiroba")


def test_a_party_is_called_as_it_was_on_the_day_it_signed():
    body = bodies.minato()
    people.rename_body(by=somebody("ren"), body=body, name_ja="みなと国際", since=day("2023-10-31"))
    body.refresh_from_db()

    signed = [Signing("鈴木 蓮", day(text), body) for text in ("2023-10-30", "2023-10-31")]
    names = [party.name_ja for party in rows.parties(written(), signed)]
    assert names == ["特定非営利活動法人みなと", "みなと国際"]


def test_a_signer_is_written_without_the_spaces_around():
    (party,) = rows.parties(written(), [Signing(" 小野 ", TODAY)])

    assert party.signer == "小野"


def test_what_is_asked_for_is_owed_and_has_a_name_of_its_own():
    found = rows.obligations(written(), BOOK)

    assert [one.kind for one in found] == ["monthly", "monthly", "monthly", "final"]
    assert {one.state for one in found} == {"owed"}
    assert len({one.ref for one in found}) == len(found)


@pytest.mark.parametrize(("book", "last"), [(None, day("2024-01-31")), (BOOK, None)])
def test_without_rules_or_without_a_last_day_nothing_is_asked_for(book, last):
    assert rows.obligations(written(ends_on=last), book) == []


def test_what_is_asked_for_in_the_same_words_is_not_replaced():
    known = first_due(concluded())

    assert not rows.is_replaced(known, [known])


@pytest.mark.parametrize("other", [{"due_on": day("2023-12-31")}, {"kind": "yearly"}])
def test_what_is_asked_for_otherwise_is_replaced(other):
    known = first_due(concluded())
    told = {
        "kind": known.kind,
        "period_from": known.period_from,
        "period_until": known.period_until,
        "due_on": known.due_on,
    }

    assert rows.is_replaced(known, [Obligation(**told | other)])


def test_what_was_handed_in_is_never_replaced():
    assert not rows.is_replaced(handed_in(concluded()), [])


def test_things_are_called_by_their_titles():
    agreement = concluded()
    version = agreement.versions.get()

    assert (str(agreement), str(first_due(agreement))) == ("村の水道の契約", "月報")
    assert str(version) == f"{agreement.pk} v1"
    assert str(AgreementVersion(agreement=drafted("P-2"), number=3)).endswith(" v3")
