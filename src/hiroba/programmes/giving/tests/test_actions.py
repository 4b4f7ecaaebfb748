"""What stands in the books and in the letters after each verb."""

import datetime

import pytest

from hiroba.engines.ledger import queries as ledger
from hiroba.engines.ledger.models import Entry
from hiroba.engines.ties.queries import chain_through
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import GUEST
from hiroba.foundation.journal.models import Record
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.search import queries as search
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.giving import actions, examples, queries
from hiroba.programmes.giving.models import Gift, Receipt
from hiroba.programmes.giving.tests.conftest import PROJECT

TODAY = datetime.date(2023, 11, 1)


def letters():
    found = Letter.objects.filter(kind__startswith="giving/").order_by("pk")
    return list(found.values_list("kind", "to"))


def arrived(gift, yen=None, on=TODAY):
    told = {"received_on": on, "yen": yen or gift.yen, "payer": "ヤマダ"}
    return actions.receive(by=somebody("fumi"), gift=gift, **told)


def test_a_promise_has_a_code_and_a_letter_that_says_how_to_transfer():
    gift = examples.promised()

    [letter] = Letter.objects.filter(kind="giving/promised")
    assert (len(gift.code), gift.code.isdigit(), gift.state) == (6, True, "promised")
    assert f"整理番号 {gift.code}" in letter.body
    assert "3,000円" in letter.body
    assert examples.RULE["transfer_ja"] in letter.body


def test_the_same_letter_in_english():
    gift = examples.promised(language="en")

    [letter] = Letter.objects.filter(kind="giving/promised")
    assert f"Please put the number {gift.code} before your name" in letter.body
    assert "Fund for the people of the world (sample)" in letter.body


def test_a_second_click_promises_once():
    first, second = examples.promised(), examples.promised()

    assert (first, Gift.objects.count(), len(letters())) == (second, 1, 1)


def test_a_guest_gives_without_an_account():
    gift = examples.promised("")

    assert (gift.donor, gift.email, letters()) == (
        None,
        "gift@example.jp",
        [("giving/promised", "gift@example.jp")],
    )


def test_what_arrives_is_booked_and_thanked():
    gift = arrived(examples.promised())

    assert (gift.state, gift.received_yen, gift.received_on) == ("received", 3000, TODAY)
    assert queries.standing_of(gift.cause.fund) == queries.Standing(received=3000, free=3000)
    assert letters()[-1] == ("giving/received", "hana@example.jp")
    assert Entry.objects.get().key == f"{gift.ref}:in"


def test_it_arrives_once():
    gift = examples.promised()
    arrived(gift)

    with pytest.raises(Refused, match="いまは「入金済み」のため、この操作はできません。"):
        arrived(gift)

    assert Entry.objects.count() == 1


def test_another_sum_than_promised_is_booked_as_it_came():
    gift = arrived(examples.promised(yen=3000), yen=2500)

    assert (gift.yen, gift.received_yen) == (3000, 2500)
    assert ledger.free_in(gift.cause.fund) == 2500


def test_receipts_are_numbered_without_gaps_by_the_year_of_arrival():
    december, january = datetime.date(2023, 12, 28), datetime.date(2024, 1, 5)
    told = {"address": "東京都", "wants_receipt": True}
    with clock.at("2024-01-10 10:00"):
        for yen, day in ((1000, december), (2000, january), (3000, december)):
            arrived(examples.promised(yen=yen, **told), on=day)

    assert [receipt.ref for receipt in Receipt.objects.order_by("pk")] == [
        "R2023-00001",
        "R2024-00001",
        "R2023-00002",
    ]


def test_without_the_wish_there_is_no_receipt():
    arrived(examples.promised())

    assert Receipt.objects.count() == 0


def test_the_receipt_keeps_what_was_true_on_its_day():
    gift = arrived(examples.promised(address="東京都", wants_receipt=True))
    receipt = Receipt.objects.get()

    assert (receipt.name, receipt.address, receipt.yen, receipt.received_on, receipt.tax) == (
        "山田 花(見本)",
        "東京都",
        3000,
        TODAY,
        gift.rule.tax_ja,
    )


def test_what_was_promised_keeps_its_rule_when_a_new_one_comes():
    gift = examples.promised(yen=500)
    told = {**examples.RULE, "least_yen": 1000}
    actions.set_rule(by=officer(), cause=examples.cause(), since=TODAY, **told)

    assert gift.rule.least_yen == 500
    with pytest.raises(Refused, match="金額は、1,000円以上にしてください。"):
        examples.promised(yen=600)


def test_what_was_withdrawn_is_not_expected():
    gift = actions.withdraw(by=somebody("hana"), gift=examples.promised())

    assert gift.state == "withdrawn"
    assert list(queries.gifts_expected(officer())) == []


def test_an_allocation_reaches_the_project_and_tells_the_donors():
    gift = examples.hanas_gift()
    examples.allocated(PROJECT, 52_000)

    [way] = queries.way_of(gift)
    assert (way.ref, way.title, way.yen) == (PROJECT, "ラオスの水", 3000)
    assert letters()[-2:] == [
        ("giving/allocated", "hana@example.jp"),
        ("giving/allocated", "gift@example.jp"),
    ]
    last = Letter.objects.filter(kind="giving/allocated").last()
    assert "49,000円" in last.body


def test_the_way_is_tied_and_gifts_are_counted_without_names():
    examples.allocated(PROJECT, 52_000)

    told = {
        step.kind: ([thing.title_ja for thing in step.things], step.count)
        for step in chain_through(PROJECT).steps
    }
    assert told == {
        "gift": ([], 2),
        "cause": (["世界の人びとのための基金(見本)"], 1),
        "project": (["ラオスの水"], 1),
    }


def test_the_fund_shows_which_projects_it_reached():
    examples.allocated(PROJECT, 52_000)
    fund = examples.cause().fund

    assert [(row.ref, row.yen) for row in queries.supported_by(fund)] == [(PROJECT, 52_000)]
    assert queries.standing_of(fund) == queries.Standing(received=103_000, free=51_000)
    assert queries.standing_of(fund).promised == 52_000


def test_a_dropped_proposal_reaches_nobody(fumi):
    gift = examples.hanas_gift()
    told = {"fund": gift.cause.fund, "to_ref": PROJECT, "yen": 1000, "because": "見本"}
    proposal = actions.propose_allocation(by=fumi, **told)

    actions.drop_allocation(by=fumi, allocation=proposal)

    assert queries.way_of(gift) == []


def test_a_cause_is_found_in_both_languages():
    def found(words, language):
        return [row.title for row in search.found_by(GUEST, words, language=language)]

    assert "多文化共生のための寄附(見本)" in found("多文化", "ja")
    assert "Gifts for living together (sample)" in found("newcomers", "en")


def test_the_journal_names_no_donor():
    before = Record.objects.count()
    arrived(examples.promised(message="秘密のことば"))

    told = "".join(str(each.details) for each in Record.objects.order_by("pk")[before:])
    assert "山田" not in told
    assert "秘密" not in told
