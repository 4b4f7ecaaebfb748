"""A kept value can be checked later: the same state gives the same fingerprint."""

from hashlib import sha256

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import CLOCKWORK, IMPORTER
from hiroba.foundation.journal.models import Record
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.cooperation.projects import actions as projects
from hiroba.programmes.cooperation.projects.tests.samples import adopted
from hiroba.reports.figures import actions, queries
from hiroba.reports.figures.examples import published_figures
from hiroba.reports.figures.models import Baseline, Snapshot
from hiroba.reports.figures.published import Published, published

pytestmark = pytest.mark.django_db

CODE = "grassroots_projects"


@pytest.fixture(autouse=True)
def in_summer_2024():
    with clock.at("2024-08-01 10:00"):
        published_figures()
        yield


def kept(year=2024, code=CODE):
    return actions.take_snapshot(by=officer(), code=code, year=year)


def fingerprint(*lines):
    return sha256("\n".join(lines).encode()).hexdigest()


def of_print():
    row = Baseline.objects.current().get(figure=CODE)
    return f"={row.pk}:{row.value}"


def test_a_snapshot_holds_everything_about_the_number():
    project = adopted("水")

    snapshot = kept()

    assert {
        name: getattr(snapshot, name)
        for name in ("figure", "fiscal_year", "value", "parts", "records_hash", "computed_at")
    } == {
        "figure": CODE,
        "fiscal_year": 2024,
        "value": 1_406,
        "parts": {"公表値(2002–2023年度)": 1_405, "そのあとの記録": 1},
        "records_hash": fingerprint(f"+{project.ref}", of_print()),
        "computed_at": clock.now(),
    }
    assert snapshot.baseline == Baseline.objects.current().get(figure=CODE)
    assert snapshot.ref.startswith("F-")


def test_it_is_noted_and_nobody_is_written_to():
    snapshot = kept(2023)

    record = Record.objects.get(verb="figures.take_snapshot")
    assert (record.actor, record.subject, record.details) == (
        officer(),
        snapshot.ref,
        {"figure": CODE, "year": 2023, "value": 1_405},
    )
    assert not Letter.objects.exists()


def test_the_clockwork_keeps_numbers_too():
    snapshot = actions.take_snapshot(by=CLOCKWORK, code=CODE, year=2023)

    assert Record.objects.get(subject=snapshot.ref).actor is None


def test_whoever_has_the_records_finds_the_same_fingerprint():
    refs = sorted(adopted(title).ref for title in ("水", "土", "風"))

    assert kept().records_hash == fingerprint(*(f"+{ref}" for ref in refs), of_print())


def test_records_inside_the_published_period_do_not_change_it():
    before = kept()
    with clock.at("2023-11-01 10:00"):
        adopted("公表の中")

    assert kept().records_hash == before.records_hash


def test_a_record_that_is_left_out_changes_it_though_not_the_value():
    before = kept()
    project = adopted("水")
    counted = kept()

    projects.exclude_from_figures(by=officer(), project=project, because="二重の記録。")

    after = kept()
    assert [each.value for each in (before, counted, after)] == [1_405, 1_406, 1_405]
    assert len({each.records_hash for each in (before, counted, after)}) == 3
    assert after.records_hash == fingerprint(f"-{project.ref}", of_print())
    assert after.parts == {
        "公表値(2002–2023年度)": 1_405,
        "そのあとの記録": 1,
        "数えない記録": -1,
    }


def test_a_corrected_publication_changes_it_and_the_old_snapshot_stays():
    before = kept(2023)
    row = next(row for row in published().baselines if row["figure"] == CODE)
    actions.load_published(by=IMPORTER, wanted=Published((row | {"value": 1_404},), ()))

    after = kept(2023)

    assert (after.value, after.baseline.replaces) == (1_404, before.baseline)
    assert after.records_hash != before.records_hash
    assert Snapshot.objects.get(pk=before.pk).value == 1_405


def test_snapshots_are_listed_with_the_newest_first():
    first = kept(2023)
    with clock.at("2024-08-02 10:00"):
        second = kept(2023)
    kept(2023, "japan_desk_countries")

    assert list(queries.snapshots_of(CODE)) == [second, first]


@pytest.mark.parametrize(
    ("who", "code", "year", "sentence"),
    [
        (lambda: somebody("akari"), CODE, 2023, "数値の控えは担当の職員が取ります。"),
        (officer, "essay_entries", 2020, "この年度の値はまだありません。"),
    ],
)
def test_a_refusal_leaves_nothing_behind(who, code, year, sentence):
    by = who()
    before = Record.objects.count()

    with pytest.raises(Refused) as refusal:
        actions.take_snapshot(by=by, code=code, year=year)

    assert refusal.value.reason == sentence
    assert (Snapshot.objects.count(), Record.objects.count()) == (0, before)
