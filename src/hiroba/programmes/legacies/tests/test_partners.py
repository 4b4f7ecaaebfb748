"""Partners, the memoranda with them, and how visitors find them."""

import datetime

import pytest

from hiroba.engines.agreements import queries as agreements
from hiroba.foundation import clock
from hiroba.foundation.search.models import Findable
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.legacies import actions, queries
from hiroba.programmes.legacies.examples import (
    TEXT,
    agreed,
    bank,
    hiroba_trust,
    legacy_officer,
    minori_trust,
)
from hiroba.programmes.legacies.tests.samples import TODAY, noted

OFFICER = "小川 遺贈担当(見本)"


def agree(partner, **changed):
    known = {
        "text": TEXT,
        "partner_signer": "白石",
        "partner_signed_on": TODAY,
        "house_signer": "小野",
        "house_signed_on": TODAY,
        **changed,
    }
    return actions.agree(by=legacy_officer(), partner=partner, **known)


def names_on(text):
    day = datetime.date.fromisoformat(text)
    return [partner.body.name_en for partner in queries.partners_on(day)]


def found(ref):
    rows = Findable.objects.filter(ref=ref).order_by("language")
    return list(rows.values_list("language", "url", "title"))


def test_a_partner_is_added_with_what_visitors_read():
    partner = minori_trust()

    assert (partner.body.name_ja, partner.is_sample) == ("みのり信託銀行(見本)", True)
    assert noted(partner.ref) == [
        (OFFICER, "legacies.add_partner", {"body": partner.body.ref}),
    ]


def test_a_new_partner_is_not_shown_before_there_is_a_memorandum():
    minori_trust()

    assert names_on("2023-11-01") == ["Hiroba Trust Bank (sample)"]


def test_a_memorandum_is_an_agreement_of_two_parties_in_order():
    partner = minori_trust()

    agreement = agree(partner)

    version = agreements.newest_version(agreement)
    assert (agreement.programme, agreement.kind, agreement.about_ref) == (
        "legacies",
        "memorandum",
        partner.ref,
    )
    assert [(party.name_ja, party.signer) for party in version.parties.all()] == [
        ("みのり信託銀行(見本)", "白石"),
        ("ひろば", "小野"),
    ]
    assert (version.yen, version.terms) == (None, TEXT)


def test_the_memorandum_is_called_after_the_partner_in_both_languages():
    agreement = agree(minori_trust())

    assert (agreement.title_ja, agreement.title_en) == (
        "みのり信託銀行(見本)との遺贈の紹介に関する覚書",
        "Memorandum on referrals with Minori Trust Bank (sample)",
    )


def test_with_a_memorandum_visitors_find_the_partner():
    partner = minori_trust()
    assert found(partner.ref) == []

    agree(partner)

    assert found(partner.ref) == [
        ("en", f"/en/legacies/#{partner.ref}", "Minori Trust Bank (sample)"),
        ("ja", f"/legacies/#{partner.ref}", "みのり信託銀行(見本)"),
    ]


def test_after_the_end_visitors_find_it_no_longer():
    partner = agreed(minori_trust())

    actions.end_agreement(by=legacy_officer(), partner=partner, because="支店の統合。")

    assert found(partner.ref) == []
    assert names_on("2023-11-01") == ["Hiroba Trust Bank (sample)"]
    assert noted(partner.ref)[-1] == (
        OFFICER,
        "legacies.end_agreement",
        {"because": "支店の統合。"},
    )


def test_after_the_end_there_can_be_another_memorandum():
    partner = agreed(minori_trust())
    actions.end_agreement(by=legacy_officer(), partner=partner, because="書き直し。")

    with clock.at("2023-11-02 10:00"):
        agree(partner)

        assert names_on("2023-11-02") == [
            "Hiroba Trust Bank (sample)",
            "Minori Trust Bank (sample)",
        ]


def test_there_are_no_two_memoranda_at_a_time():
    partner = agreed(minori_trust())

    with pytest.raises(Refused, match="同じ種類の契約が、すでにあります。"):
        agree(partner)


def test_a_memorandum_is_signed_by_both_sides_in_order():
    yesterday = TODAY - datetime.timedelta(days=1)

    with pytest.raises(Refused, match="署名の順番"):
        agree(minori_trust(), house_signed_on=yesterday)
    with pytest.raises(Refused, match="二人の署名者"):
        agree(minori_trust(), house_signer="白石")


def test_a_refused_memorandum_leaves_nothing_behind():
    partner = minori_trust()

    with pytest.raises(Refused):
        agree(partner, text=" ")

    assert queries.standings([partner])[0].agreement is None


@pytest.mark.parametrize(
    ("day", "names"),
    [
        ("2023-04-19", []),
        ("2023-04-20", ["Hiroba Trust Bank (sample)"]),
        ("2023-11-01", ["Hiroba Trust Bank (sample)", "Minori Trust Bank (sample)"]),
        ("2024-03-31", ["Hiroba Trust Bank (sample)", "Minori Trust Bank (sample)"]),
        ("2024-04-01", ["Hiroba Trust Bank (sample)"]),
    ],
)
def test_which_partners_there_are_is_a_question_about_a_day(day, names):
    agreed(minori_trust(), ends_on=datetime.date(2024, 3, 31))

    assert names_on(day) == names


def test_a_partner_stands_with_what_is_agreed_now():
    agreed(minori_trust())
    actions.end_agreement(by=legacy_officer(), partner=minori_trust(), because="終わり。")
    new = actions.add_partner(
        by=legacy_officer(),
        body=bank("新しい銀行", "New Bank", "アタラシイ"),
        about_ja="-",
        contact_ja="-",
    )

    standings = queries.standings([hiroba_trust(), minori_trust(), new])

    assert [(one.is_in_force, one.version and one.version.number) for one in standings] == [
        (True, 1),
        (False, 1),
        (False, None),
    ]
    assert standings[1].agreement.ended_because == "終わり。"


@pytest.mark.parametrize("count", [1, 3])
def test_standings_are_found_in_the_same_number_of_questions(django_assert_num_queries, count):
    for number in range(count):
        partner = actions.add_partner(
            by=legacy_officer(),
            body=bank(f"銀行{number}", f"Bank {number}", f"ギンコウ{number}"),
            about_ja="-",
            contact_ja="-",
        )
        agreed(partner)
    partners = list(queries.partners())

    with django_assert_num_queries(4):
        standings = queries.standings(partners)
        told = [party.signer for one in standings for party in one.version.parties.all()]

    assert len(told) == 2 * (count + 1)
