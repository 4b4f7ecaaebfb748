"""Schemes by date, frames to the yen and the day, and what the database keeps about proposals."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from hiroba.engines.intake.calls.rules import Rules, parse
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import administrator, officer, somebody
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.cooperation.proposals import (
    actions,
    calling,
    examples,
    openings,
    policies,
    queries,
    standard,
)
from hiroba.programmes.cooperation.proposals.frames import months_between, strains
from hiroba.programmes.cooperation.proposals.models import Proposal, Scheme, SchemeLimits

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("call_stands", "in_autumn_2023")]

RULES = Rules(yen_ceiling=10_000_000, months_ceiling=36, personalities=("npo",))
EVERY_DAY = [
    (row["code"], limits["valid_from"], limits["yen_ceiling"])
    for row in standard.schemes()
    for limits in row["limits"]
]


@pytest.mark.parametrize(("code", "valid_from", "ceiling"), EVERY_DAY)
def test_limits_hold_from_their_first_day_and_not_before(code, valid_from, ceiling):
    openings.schemes()
    first, scheme = date.fromisoformat(valid_from), queries.scheme(code)

    on_the_day = queries.limits_on(scheme, first)
    before = queries.limits_on(scheme, first - timedelta(days=1))

    assert (on_the_day.valid_from, on_the_day.content["yen_ceiling"]) == (first, ceiling)
    assert before is None or before.valid_from < first


@pytest.mark.parametrize("row", standard.schemes(), ids=lambda row: row["code"])
def test_all_limits_are_sound_and_carry_their_source(row):
    for limits in row["limits"]:
        content = {
            key: value for key, value in limits.items() if key not in ("valid_from", "source")
        }
        assert parse(content).yen_ceiling > 0
        assert limits["source"]


def test_a_track_keeps_the_limits_of_its_first_day():
    old = openings.call("old", "2022-08-23 10:00", {"grassroots_support": "2022-10-03 17:00"})
    new = openings.call()

    ceilings = [queries.ways_into(call)[0].track.rules_now.yen_ceiling for call in (old, new)]

    assert ceilings == [25_000_000, 10_000_000]


def test_before_a_scheme_has_limits_it_is_not_opened():
    openings.schemes()
    call = calling.prepare_call(
        by=officer(),
        ref="early",
        fiscal_year=2001,
        title_ja="早い募集(見本)",
        summary_ja="",
        guideline_ja="",
    )

    verdict = policies.may_add_track(
        officer(), call, queries.scheme("world_fund"), clock.moment("1999-01-01")
    )

    assert verdict.reason == "この事業形態の上限が、まだ決まっていません。"


def test_a_scheme_without_a_form_is_not_opened():
    openings.schemes()
    Scheme.objects.update(form_code="nothing")
    call = openings._prepared("formless", 0)

    verdict = policies.may_add_track(
        officer(), call, queries.scheme("grassroots_support"), clock.now()
    )

    assert verdict.reason == "この事業形態の様式がまだありません。"


def test_laying_out_again_changes_nothing():
    openings.schemes()
    before = list(SchemeLimits.objects.order_by("pk").values())

    actions.lay_out_schemes(by=administrator())

    assert list(SchemeLimits.objects.order_by("pk").values()) == before
    assert [scheme.code for scheme in queries.schemes()] == [
        row["code"] for row in standard.schemes()
    ]


@pytest.mark.parametrize("who", ["ren", "mori", "kansa"])
def test_nobody_else_lays_out_schemes(who):
    with pytest.raises(Refused, match="事業形態と様式は担当職員が用意します。"):
        actions.lay_out_schemes(by=somebody(who))


@given(total=st.integers(0, 20_000_000))
def test_the_last_yen_of_the_frame_belongs_to_it(total):
    found = strains(RULES, {"yen_total": total})

    assert bool(found) is (total > 10_000_000)


@given(parts=st.tuples(*[st.integers(0, 4_000_000)] * 3), off=st.integers(-5, 5))
def test_the_years_add_up_to_the_total(parts, off):
    total = sum(parts) + off
    answers = {"yen_1": parts[0], "yen_2": parts[1], "yen_3": parts[2], "yen_total": total}

    told = [strain.sentence for strain in strains(RULES, answers)]

    assert any("年ごとの合計" in sentence for sentence in told) is bool(off)


@given(start=st.dates(date(2020, 1, 1), date(2040, 1, 1)), months=st.integers(1, 120))
def test_whole_months_are_counted_whole(start, months):
    first = start.replace(day=1)
    year, month = divmod(first.month - 1 + months, 12)
    last = date(first.year + year, month + 1, 1) - timedelta(days=1)

    assert months_between(first, last) == months
    assert months_between(first, last + timedelta(days=1)) == months + 1


@given(start=st.dates(), days=st.integers(0, 400))
def test_a_longer_period_never_has_fewer_months(start, days):
    end = min(start + timedelta(days=days), date.max - timedelta(days=1))

    assert months_between(start, end) <= months_between(start, end + timedelta(days=1))


@pytest.mark.parametrize(
    ("change", "sentences"),
    [
        ({"yen_3": "3,600,000", "yen_total": "10,000,000"}, []),
        (
            {"yen_3": "3,600,001", "yen_total": "10,000,001"},
            ["総額10,000,001円は、上限10,000,000円を超えています。"],
        ),
        ({"yen_total": "9,800,001"}, ["年ごとの合計9,800,000円と、総額9,800,001円が違います。"]),
        ({"planned_end": "2027-09-30"}, []),
        ({"planned_end": "2027-10-01"}, ["期間37か月は、上限36か月を超えています。"]),
        ({"planned_end": "2024-10-01"}, ["終わりの日を、始まりの日より後にしてください。"]),
    ],
)
def test_a_proposal_stands_against_the_frame_of_its_track(change, sentences):
    proposal = examples.complete(**change)

    assert [strain.sentence for strain in queries.strains_of(proposal)] == sentences


def test_the_database_wants_an_end_that_is_not_before_the_start():
    proposal = examples.submitted()

    with pytest.raises(IntegrityError, match="proposal_ends_after_it_starts"), transaction.atomic():
        Proposal.objects.filter(pk=proposal.pk).update(planned_end="2024-09-30")


def test_the_database_keeps_one_proposal_for_a_submission_and_one_set_of_limits_for_a_day():
    first, second = examples.draft(), examples.draft()

    with pytest.raises(DatabaseError), transaction.atomic():
        Proposal.objects.filter(pk=second.pk).update(submission=first.submission)
    with pytest.raises(DatabaseError), transaction.atomic():
        SchemeLimits.objects.create(
            scheme=first.scheme, valid_from="2023-04-01", content={}, source=""
        )
