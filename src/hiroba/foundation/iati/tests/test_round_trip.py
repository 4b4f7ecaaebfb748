"""Whatever activity is written can be read again and is the same."""

import io
from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hiroba.foundation.iati.activities import (
    Activity,
    Amount,
    Budget,
    Dates,
    Document,
    Indicator,
    Measure,
    Organisation,
    Period,
    Related,
    Result,
    Share,
    Transaction,
)
from hiroba.foundation.iati.tests.samples import read_all
from hiroba.foundation.iati.texts import Text
from hiroba.foundation.iati.writing import write

LETTERS = "abcXYZ 09-<>&\"'学校水𠮷🍚é"
WORDS = st.text(LETTERS, min_size=1, max_size=12).map(lambda words: " ".join(words.split()))
SAID = WORDS.filter(bool)
CODES = st.text("ABC0123-", min_size=1, max_size=8)
DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
MAYBE_DAYS = st.none() | DAYS
NUMBERS = st.decimals(-(10**15), 10**15, places=2)
LANGUAGES = st.sampled_from(["en", "ja", "fr", "pt-br"])
TEXTS = st.lists(st.builds(Text, LANGUAGES, SAID), max_size=2).map(tuple)
PARTS = st.none() | st.decimals(0, 100, places=2)
AMOUNTS = st.builds(Amount, NUMBERS, st.sampled_from(["USD", "JPY", "EUR"]), DAYS)
BODIES = st.builds(Organisation, ref=CODES, type=st.sampled_from(["", "10"]), name=TEXTS)


def several(one):
    return st.lists(one, max_size=2).map(tuple)


PERIODS = st.builds(
    Period, DAYS, DAYS, several(st.builds(Measure, SAID, TEXTS)), several(st.builds(Measure, SAID))
)
INDICATORS = st.builds(Indicator, TEXTS, st.sampled_from("125"), st.booleans(), TEXTS)
RESULTS = st.builds(Result, st.sampled_from("1239"), TEXTS, TEXTS, several(INDICATORS))
ACTIVITIES = st.builds(
    Activity,
    identifier=CODES,
    reporting=BODIES,
    title=TEXTS,
    description=TEXTS,
    status=st.sampled_from("123456"),
    language=LANGUAGES,
    currency=st.sampled_from(["USD", "JPY"]),
    dates=st.builds(Dates, MAYBE_DAYS, MAYBE_DAYS, MAYBE_DAYS, MAYBE_DAYS),
    organisations=several(st.builds(Organisation, st.sampled_from("1234"), CODES, name=TEXTS)),
    countries=several(st.builds(Share, CODES, percentage=PARTS)),
    regions=several(st.builds(Share, CODES, st.sampled_from(["1", "99"]), PARTS, TEXTS)),
    sectors=several(st.builds(Share, CODES, st.sampled_from(["1", "7", "99"]), PARTS, TEXTS)),
    budgets=several(st.builds(Budget, st.just("budget"), DAYS, MAYBE_DAYS, AMOUNTS)),
    transactions=several(
        st.builds(Transaction, st.sampled_from("1234"), DAYS, AMOUNTS, TEXTS, BODIES, st.none())
    ),
    documents=several(
        st.builds(
            Document,
            CODES.map("https://example.org/{}".format),
            st.just("application/pdf"),
            TEXTS,
            several(st.just("A02")),
            several(st.sampled_from(["en", "ja"])),
        )
    ),
    related=several(st.builds(Related, CODES, st.sampled_from("12"))),
    results=several(RESULTS),
)
FEW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
NOW = datetime(2023, 11, 1, 10, tzinfo=UTC)


def there_and_back(*activities):
    out = io.BytesIO()
    assert write(activities, out, generated=NOW) == len(activities)
    return [one.activity for one in read_all(io.BytesIO(out.getvalue()))]


@FEW
@given(ACTIVITIES)
def test_an_activity_comes_back_as_it_left(activity):
    assert there_and_back(activity) == [activity]


@FEW
@given(ACTIVITIES)
def test_its_fingerprint_comes_back_too(activity):
    [after] = there_and_back(activity)

    assert after.fingerprint == activity.fingerprint


@FEW
@given(st.lists(ACTIVITIES, min_size=1, max_size=3, unique_by=lambda one: one.identifier))
def test_many_come_back_in_their_order(activities):
    assert there_and_back(*activities) == activities


def test_a_sum_of_many_digits_is_written_without_an_exponent():
    amount = Amount(Decimal("1E+5"), "JPY", date(2023, 4, 1))
    budget = Budget("budget", date(2023, 4, 1), date(2024, 3, 31), amount)
    out = io.BytesIO()

    write([Activity("T-1", Organisation(ref="X"), budgets=(budget,))], out, generated=NOW)

    assert b">100000</value>" in out.getvalue()
