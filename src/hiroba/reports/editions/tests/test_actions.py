"""An edition is written, proposed, published, and never changed afterwards."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer
from hiroba.foundation.actors import IMPORTER
from hiroba.foundation.journal.models import Record
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.search import queries as search
from hiroba.foundation.verdicts import Refused
from hiroba.reports.editions import actions, queries
from hiroba.reports.editions.examples import (
    approver_of_reports,
    proposed_edition,
    published_edition,
    written_edition,
)
from hiroba.reports.editions.models import Edition, FrozenFigure
from hiroba.reports.figures.actions import load_published
from hiroba.reports.figures.examples import published_figures
from hiroba.reports.figures.published import Published, published

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_september_2024():
    with clock.at("2024-09-01 10:00"):
        published_figures()
        yield


def test_publishing_freezes_each_number_with_a_snapshot():
    edition = published_edition()

    frozen = {(row.figure, row.fiscal_year): row.value for row in edition.frozen.all()}
    assert frozen == {
        ("essay_entries", 2023): 37_592,
        ("essay_entries_junior", 2023): 17_439,
        ("essay_entries_senior", 2023): 20_153,
        ("fund_adopted", 2021): 16,
        ("grassroots_projects", 2023): 1_405,
        ("japan_desk_countries", 2023): 25,
        ("plaza_ichigaya_visitors", 2023): 2_499_622,
        ("plaza_refugee_exhibition_visitors", 2023): 11_469,
    }
    assert all(row.snapshot.value == row.value for row in queries.frozen_figures(edition))


def test_the_story_is_told_by_letters_and_the_journal():
    edition = published_edition()

    letters = Letter.objects.filter(about=edition.ref).order_by("pk")
    assert [(letter.kind, letter.to) for letter in letters] == [
        ("editions/proposed", "ono@example.jp"),
        ("editions/published", "sato@example.jp"),
    ]
    verbs = Record.objects.filter(subject=edition.ref).order_by("pk")
    assert [record.verb for record in verbs] == [
        "editions.open_edition",
        "editions.write",
        "editions.write",
        "editions.propose",
        "editions.publish",
    ]


def test_sending_back_makes_it_a_draft_again_and_says_why():
    edition = proposed_edition()

    edition = actions.send_back(
        by=approver_of_reports(), edition=edition, reason="寄附の章を短くしてください。"
    )

    assert (edition.state, edition.sent_back_because) == ("draft", "寄附の章を短くしてください。")
    letter = Letter.objects.get(kind="editions/sent_back")
    assert letter.to == "sato@example.jp" and "寄附の章を短くしてください。" in letter.body


def test_a_later_correction_is_a_difference_and_the_text_stays():
    edition = published_edition()
    row = next(row for row in published().baselines if row["figure"] == "japan_desk_countries")
    row = next(each for each in published().baselines if each["value"] == 25) or row

    load_published(by=IMPORTER, wanted=Published((row | {"value": 24},), ()))

    shown = queries.shown_in(edition)["japan_desk_countries", 2023]
    assert (shown.value, shown.today, shown.has_changed) == (25, 24, True)
    assert (shown.text(), shown.today_text) == ("25か国", "24か国")


def test_a_draft_shows_the_numbers_of_today():
    edition = written_edition()

    shown = queries.shown_in(edition)

    assert [each for each in shown.values() if each.has_changed] == []


@pytest.mark.parametrize("write", [lambda rows: rows.update(value=1), lambda rows: rows.delete()])
def test_the_database_keeps_what_was_printed(write):
    published_edition()

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        write(FrozenFigure.objects.all())


def test_the_database_wants_two_people():
    edition = published_edition()

    with pytest.raises(IntegrityError, match="second_person"), transaction.atomic():
        Edition.objects.filter(pk=edition.pk).update(proposed_by=edition.published_by)


def test_a_published_edition_is_found_by_its_words():
    edition = published_edition()

    assert list(search.refs_matching("出前講座", "editions")) == [edition.ref]


def test_a_published_edition_is_not_rewritten():
    edition = published_edition()

    with pytest.raises(Refused, match="下書きのあいだだけ"):
        actions.write(by=officer(), edition=edition, language="ja", title="x", lead="x", body="x")


def test_a_correction_stands_beside_the_text():
    edition = published_edition()

    actions.correct(by=officer(), edition=edition, text_ja="訂正です。", text_en="A correction.")

    assert [row.text_en for row in queries.corrections_of(edition)] == ["A correction."]


def test_approvers_see_what_waits_for_them():
    edition = proposed_edition()

    assert list(queries.waiting_for(approver_of_reports())) == [edition]
    assert list(queries.waiting_for(officer())) == []
