"""Each condition by itself, to the day: what it says, when it is met, and what is told if not."""

import pytest

from hiroba.engines.intake.calls import policies, queries
from hiroba.engines.intake.calls.examples import rules, track
from hiroba.engines.intake.calls.rules import Broken, in_words, parse
from hiroba.engines.intake.calls.tests.bodies import body
from hiroba.engines.registry.people import actions as people
from hiroba.engines.registry.people.examples import foreign_body, waiting
from hiroba.engines.registry.people.states import Personality
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_autumn_2023")]


def why_not(applicant, **change):
    """The track closes on 2 October 2023; that day counts."""
    made = track("eligible-2023", **change)
    return policies.may_take_part(applicant, made, queries.rules_in_force(made)).reason


def standing(applicant, key, **change):
    made = track("eligible-2023", **change)
    found = queries.standings_of(applicant, queries.rules_in_force(made), made)
    [one] = [each for each in found if each.key == key]
    return (one.met, one.found)


def test_a_body_that_meets_every_rule_takes_part():
    assert why_not(body()) == ""


@pytest.mark.parametrize(
    ("registered_on", "met", "found"),
    [
        ("2021-10-01", True, "2021-10-01から、2年"),
        ("2021-10-02", True, "2021-10-02から、2年"),
        ("2021-10-03", False, "2021-10-03から、1年"),
        ("2023-10-02", False, "2023-10-02から、0年"),
        ("2024-01-01", False, "2024-01-01から、0年"),
        ("", None, "団体の情報にまだ書かれていません"),
    ],
)
def test_years_since_registration_are_counted_to_the_day(registered_on, met, found):
    applicant = body(registered_on=registered_on)

    assert standing(applicant, "registered") == (met, found)
    sentence = f"応募の条件「法人として登記してから2年以上」に合いません({found})。"
    assert why_not(applicant) == ("" if met else sentence)


@pytest.mark.parametrize(
    ("active_since", "met"),
    [("2021-10-02", True), ("2021-10-03", False), ("", None), ("1950-01-01", True)],
)
def test_years_of_activity_are_counted_to_the_day(active_since, met):
    applicant = body(active_since=active_since)

    assert standing(applicant, "active")[0] is met
    assert ("活動を始めてから2年以上" in why_not(applicant)) is (not met)


@pytest.mark.parametrize(
    ("abroad", "met"), [("2018-10-02", True), ("2018-10-03", False), ("", None)]
)
def test_years_abroad_are_counted_to_the_day(abroad, met):
    applicant = body(active_abroad_since=abroad)

    assert standing(applicant, "abroad", years_active_abroad=5)[0] is met
    told = why_not(applicant, years_active_abroad=5)
    assert ("開発途上国での活動が5年以上" in told) is (not met)


def test_what_is_not_asked_is_not_looked_at():
    unknown = body(registered_on="", active_since="", active_abroad_since="")
    asked = {"years_registered": 0, "years_active": 0}

    assert why_not(unknown, **asked) == ""


def test_a_leap_day_becomes_a_year_older_on_the_first_of_march():
    made = parse(rules(years_registered=1, years_active=0))
    born = body(registered_on="2020-02-29")
    track_closing = track("eligible-2023")

    told = []
    for day in ("2021-02-28 17:00", "2021-03-01 17:00"):
        track_closing.closes_at = clock.moment(day)
        version = queries.rules_in_force(track_closing)
        version.__dict__["rules"] = made
        told.append(queries.standings_of(born, version, track_closing)[2].met)

    assert told == [False, True]


@pytest.mark.parametrize("personality", ["npo", "certified_npo"])
def test_the_kind_of_body_is_one_of_those_named(personality):
    applicant = body(personality=personality)

    fits = why_not(applicant, personalities=["npo", "certified_npo"])

    assert fits == ""


@pytest.mark.parametrize("personality", sorted({*Personality.values} - {"npo"}))
def test_every_other_kind_is_told_its_own_name(personality):
    applicant = body(personality="company")
    applicant.personality = personality

    assert why_not(applicant) == (
        "応募の条件「団体の種類: 特定非営利活動法人」に合いません"
        f"({Personality(personality).label})。"
    )


def test_a_body_nobody_verified_waits():
    assert why_not(body(verified=False)) == (
        "応募の条件「団体の登録が確認されている」に合いません(確認待ち)。"
    )
    assert "確認待ち" in why_not(waiting())


def test_a_suspended_body_stays_out_until_it_is_lifted():
    applicant = body()
    stopped = people.suspend(by=officer(), body=applicant, reason="調べています。")
    told = why_not(stopped)

    lifted = people.lift(by=officer(), body=stopped)

    assert told == "応募の条件「団体の登録が確認されている」に合いません(停止中)。"
    assert why_not(lifted) == ""


def test_a_body_abroad_stays_out():
    assert "に合いません" in why_not(foreign_body(), personalities=["npo"])


def test_the_first_rule_that_is_not_met_is_told():
    nothing = body(verified=False, personality="company", registered_on="", active_since="")

    assert "登録が確認" in why_not(nothing)


def test_each_condition_is_a_sentence_for_everyone():
    everything = parse(
        rules(
            personalities=["npo", "company"],
            years_registered=1,
            years_active=2,
            years_active_abroad=3,
            equipment=True,
        )
    )

    assert in_words(everything) == (
        "金額は10,000,000円まで",
        "期間は36か月まで",
        "団体の登録が確認されている",
        "団体の種類: 特定非営利活動法人、企業",
        "法人として登記してから1年以上",
        "活動を始めてから2年以上",
        "開発途上国での活動が3年以上",
    )


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"yen_ceiling": 0}, "上限と"),
        ({"yen_ceiling": -1}, "上限と"),
        ({"months_ceiling": 0}, "上限と"),
        ({"personalities": []}, "応募できる団体の種類"),
        ({"personalities": ["npo", "ghost"]}, "知らない法人格です: ghost"),
        ({"personalities": "npo"}, "personalities"),
        ({"yen_ceiling": "たくさん"}, "yen_ceiling"),
        ({"years_registered": "two"}, "years_registered"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_broken_rules_are_told_where(change, sentence):
    with pytest.raises(Broken, match=sentence):
        parse(rules(**change))


@pytest.mark.parametrize("content", [None, [], "rules", 5])
def test_what_is_no_rule_at_all_is_refused(content):
    with pytest.raises(Broken):
        parse(content)
