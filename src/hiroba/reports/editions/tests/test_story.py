"""Each action of an edition: what is true afterwards, and that a refusal leaves nothing behind."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from hiroba.foundation import clock
from hiroba.foundation.accounts.actions import grant
from hiroba.foundation.accounts.examples import approver, officer, somebody
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import CLOCKWORK, IMPORTER
from hiroba.foundation.journal.models import Record
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.search import queries as search
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.cooperation.projects.tests.samples import adopted
from hiroba.reports.editions import actions, queries
from hiroba.reports.editions.examples import (
    approver_of_reports,
    proposed_edition,
    published_edition,
    tell,
    written_edition,
)
from hiroba.reports.editions.models import Correction, Edition, EditionText, FrozenFigure
from hiroba.reports.figures.actions import load_published
from hiroba.reports.figures.examples import published_figures
from hiroba.reports.figures.models import Snapshot
from hiroba.reports.figures.published import Published, published

pytestmark = pytest.mark.django_db

WORDS = {"title": "題", "lead": "書き出し", "body": "## 章\n\n文。"}


@dataclass(frozen=True)
class Everything:
    """All rows that an action of this room may touch."""

    editions: list[Any]
    texts: list[Any]
    frozen: int
    snapshots: int
    corrections: int
    letters: int
    records: int


def everything():
    return Everything(
        editions=list(Edition.objects.order_by("pk").values()),
        texts=list(EditionText.objects.order_by("pk").values()),
        frozen=FrozenFigure.objects.count(),
        snapshots=Snapshot.objects.count(),
        corrections=Correction.objects.count(),
        letters=Letter.objects.count(),
        records=Record.objects.count(),
    )


@pytest.fixture(autouse=True)
def in_september_2024():
    with clock.at("2024-09-01 10:00"):
        published_figures()
        yield


def columns(thing, *names):
    thing.refresh_from_db()
    return {name: getattr(thing, name) for name in names}


def last_record():
    record = Record.objects.latest("pk")
    return (record.actor, record.verb, record.subject, record.details)


def test_an_edition_begins_empty():
    edition = actions.open_edition(by=officer(), fiscal_year=2022)

    assert columns(edition, "fiscal_year", "state", "proposed_by", "published_at") == {
        "fiscal_year": 2022,
        "state": "draft",
        "proposed_by": None,
        "published_at": None,
    }
    assert (queries.texts_of(edition), queries.missing_languages(edition)) == ({}, ["ja", "en"])
    assert last_record() == (
        officer(),
        "editions.open_edition",
        edition.ref,
        {"fiscal_year": 2022},
    )


def test_writing_again_keeps_one_text_for_each_language():
    edition = actions.open_edition(by=officer(), fiscal_year=2022)
    actions.write(by=officer(), edition=edition, language="ja", **WORDS)

    with clock.at("2024-09-02 09:00"):
        actions.write(
            by=officer(), edition=edition, language="ja", **WORDS | {"body": "## 章\r\n\r\n次。"}
        )
        written_at = clock.now()

    [text] = EditionText.objects.all()
    assert columns(text, "language", "title", "lead", "body", "written_by", "written_at") == {
        "language": "ja",
        "title": "題",
        "lead": "書き出し",
        "body": "## 章\n\n次。",
        "written_by": officer(),
        "written_at": written_at,
    }
    assert queries.missing_languages(edition) == ["en"]
    assert last_record()[1:3] == ("editions.write", edition.ref)


def test_the_text_of_a_language_that_is_not_written_is_the_japanese_one():
    edition = actions.open_edition(by=officer(), fiscal_year=2022)
    actions.write(by=officer(), edition=edition, language="ja", **WORDS)

    assert queries.text_of(edition, "en") == queries.text_of(edition, "ja")
    assert queries.text_of(actions.open_edition(by=officer(), fiscal_year=2021), "en") is None


def test_proposing_asks_every_approver_of_reports_and_nobody_else():
    approver_of_reports()
    second = somebody("kita", language="en")
    grant(by=CLOCKWORK, user=second, role=Role.APPROVER, scope="programme:reports")
    elsewhere = somebody("minami")
    grant(by=CLOCKWORK, user=elsewhere, role=Role.APPROVER, scope="programme:cooperation")
    edition = written_edition()

    actions.propose(by=officer(), edition=edition)

    letters = Letter.objects.filter(kind="editions/proposed").order_by("to")
    assert [(letter.to, letter.subject) for letter in letters] == [
        ("kita@example.jp", "The FY2023 edition waits for your approval"),
        ("ono@example.jp", "2023年度の年次版の承認をお願いします"),
    ]
    assert "/en/staff/editions/2023/" in letters[0].body
    assert columns(edition, "state", "proposed_by", "proposed_at", "sent_back_because") == {
        "state": "proposed",
        "proposed_by": officer(),
        "proposed_at": clock.now(),
        "sent_back_because": "",
    }


def test_an_officer_who_also_approves_is_not_asked_to_approve_the_own_proposal():
    approver_of_reports()
    both = somebody("sato")
    grant(by=CLOCKWORK, user=officer(), role=Role.APPROVER, scope="programme:reports")
    edition = actions.propose(by=officer(), edition=written_edition())

    letters = Letter.objects.filter(kind="editions/proposed")

    assert [letter.to for letter in letters] == ["ono@example.jp"]
    assert list(queries.waiting_for(both)) == []
    with pytest.raises(Refused, match="別の方が公開してください。"):
        actions.publish(by=both, edition=edition)
    assert FrozenFigure.objects.count() == 0


def test_what_was_sent_back_is_proposed_anew_without_the_old_reason():
    edition = proposed_edition()
    actions.send_back(by=approver_of_reports(), edition=edition, reason="短くしてください。")
    assert last_record() == (
        approver(),
        "editions.send_back",
        edition.ref,
        {"reason": "短くしてください。"},
    )

    actions.propose(by=officer(), edition=edition)

    assert columns(edition, "state", "sent_back_because") == {
        "state": "proposed",
        "sent_back_because": "",
    }


def test_publishing_says_who_and_when_and_tells_the_proposer():
    edition = proposed_edition()

    with clock.at("2024-09-02 15:00"):
        actions.publish(by=approver_of_reports(), edition=edition)
        then = clock.now()

    assert columns(edition, "state", "proposed_by", "published_by", "published_at") == {
        "state": "published",
        "proposed_by": officer(),
        "published_by": approver(),
        "published_at": then,
    }
    letter = Letter.objects.get(kind="editions/published")
    assert (letter.to, letter.subject) == (
        "sato@example.jp",
        "2023年度の年次版を公開しました",
    )
    assert last_record()[1:3] == ("editions.publish", edition.ref)


def test_the_day_of_publishing_is_the_day_in_japan():
    edition = proposed_edition()

    with clock.at("2024-09-02 08:30"):
        actions.publish(by=approver_of_reports(), edition=edition)

    found = search.found_by(somebody("akari"), "出前講座", language="ja")
    assert [(row.url, str(row.day)) for row in found] == [("/editions/2023/", "2024-09-02")]


def test_each_language_is_found_under_its_own_address():
    published_edition()

    english = search.found_by(somebody("akari"), "lectures", language="en")

    assert [row.url for row in english] == ["/en/editions/2023/"]
    assert not any("{{" in row.title for row in english)


def test_a_draft_is_not_found_by_its_words():
    proposed_edition()

    assert list(search.refs_matching("出前講座", "editions")) == []


def test_numbers_that_change_after_publishing_stand_beside_the_frozen_ones():
    edition = published_edition()
    row = next(each for each in published().baselines if each["value"] == 2_499_622)
    load_published(by=IMPORTER, wanted=Published((row | {"value": 2_499_621},), ()))
    with clock.at("2023-11-01 10:00"):
        adopted("公表の中の事業")

    shown = queries.shown_in(edition)

    changed = {
        pair: (each.text(), each.today_text) for pair, each in shown.items() if each.has_changed
    }
    assert changed == {
        ("plaza_ichigaya_visitors", 2023): ("249万9,622人", "249万9,621人"),
    }


def test_a_new_record_after_the_year_does_not_touch_the_edition_of_the_year():
    edition = published_edition()
    adopted("次の年度の事業")

    shown = queries.shown_in(edition)

    assert [each for each in shown.values() if each.has_changed] == []


def test_a_correction_says_who_found_it_and_when():
    edition = published_edition()

    correction = actions.correct(
        by=officer(), edition=edition, text_ja="訂正です。", text_en="Mended."
    )

    assert columns(correction, "edition", "text_ja", "text_en", "corrected_by", "corrected_at") == {
        "edition": edition,
        "text_ja": "訂正です。",
        "text_en": "Mended.",
        "corrected_by": officer(),
        "corrected_at": clock.now(),
    }
    assert last_record() == (officer(), "editions.correct", edition.ref, {"text": "訂正です。"})
    assert str(correction) == "訂正です。"


def test_corrections_are_listed_with_the_newest_first():
    edition = published_edition()
    for day, text in (("2024-10-01 10:00", "一つめ"), ("2024-10-02 10:00", "二つめ")):
        with clock.at(day):
            actions.correct(by=officer(), edition=edition, text_ja=text, text_en="x")

    assert [row.text_ja for row in queries.corrections_of(edition)] == ["二つめ", "一つめ"]


DOINGS = {
    "open the same year": lambda by, it: actions.open_edition(by=by, fiscal_year=2023),
    "open another year": lambda by, it: actions.open_edition(by=by, fiscal_year=2020),
    "write": lambda by, it: actions.write(by=by, edition=it, language="ja", **WORDS),
    "propose": lambda by, it: actions.propose(by=by, edition=it),
    "publish": lambda by, it: actions.publish(by=by, edition=it),
    "send back": lambda by, it: actions.send_back(by=by, edition=it, reason="x"),
    "correct": lambda by, it: actions.correct(by=by, edition=it, text_ja="x", text_en="x"),
}


def akari():
    return somebody("akari")


@pytest.mark.parametrize(
    ("world", "doing", "who"),
    [
        (written_edition, "open the same year", officer),
        (written_edition, "open another year", akari),
        (written_edition, "write", akari),
        (written_edition, "propose", akari),
        (written_edition, "publish", approver_of_reports),
        (written_edition, "send back", approver_of_reports),
        (proposed_edition, "write", officer),
        (proposed_edition, "propose", officer),
        (proposed_edition, "publish", officer),
        (proposed_edition, "send back", officer),
        (proposed_edition, "correct", officer),
        (published_edition, "propose", officer),
        (published_edition, "publish", approver_of_reports),
        (published_edition, "send back", approver_of_reports),
        (published_edition, "correct", akari),
    ],
)
def test_a_refusal_leaves_everything_as_it_was(world, doing, who):
    edition, by = world(), who()
    before = everything()

    with pytest.raises(Refused) as refusal:
        DOINGS[doing](by, edition)

    assert refusal.value.reason.endswith("。")
    assert everything() == before


def test_an_edition_that_asks_for_a_number_that_vanished_is_not_published():
    edition = proposed_edition()
    row = queries.text_of(edition, "ja")
    EditionText.objects.filter(pk=row.pk).update(body="## 章\n\n{{fig:essay_entries fy=2020}}")
    before = everything()

    with pytest.raises(Refused, match="文に直すところがあります。"):
        actions.publish(by=approver_of_reports(), edition=edition)

    assert everything() == before


@pytest.mark.parametrize("table", ["editions_frozenfigure", "editions_correction"])
@pytest.mark.parametrize(
    "sql",
    ["UPDATE {0} SET edition_id = edition_id", "DELETE FROM {0}", "DELETE FROM {0} WHERE id > 0"],
)
def test_what_was_printed_is_kept_by_the_database_itself(table, sql):
    actions.correct(by=officer(), edition=published_edition(), text_ja="訂正", text_en="Mended")
    before = everything()

    with (
        pytest.raises(DatabaseError, match=f"{table} is append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql.format(table))

    assert everything() == before


@pytest.mark.parametrize(
    ("change", "promise"),
    [
        ({"state": "published"}, "an_edition_is_published_iff_dated"),
        ({"published_at": "2024-09-01T00:00Z"}, "an_edition_is_published_iff_dated"),
    ],
)
def test_an_edition_is_published_only_with_its_date(change, promise):
    edition = written_edition()

    with pytest.raises(IntegrityError, match=promise), transaction.atomic():
        Edition.objects.filter(pk=edition.pk).update(**change)


def test_a_year_has_one_edition_and_a_language_one_text():
    edition = written_edition()
    text = queries.text_of(edition, "ja")

    with pytest.raises(IntegrityError), transaction.atomic():
        Edition.objects.create(ref="E-2", fiscal_year=2023)
    with pytest.raises(IntegrityError), transaction.atomic():
        EditionText.objects.create(edition=edition, language="ja", written_at=text.written_at)


def test_the_story_ends_with_an_edition_everybody_reads():
    tell()

    [edition] = queries.editions_seen_by(somebody("akari"))
    assert (edition.fiscal_year, edition.published_by, edition.proposed_by) == (
        2023,
        approver(),
        officer(),
    )
    assert [str(row) for row in queries.frozen_figures(edition)][0] == (
        f"{edition.ref} 2023年度 essay_entries 2023: 37592"
    )


def test_who_reads_which_editions():
    for year in (2021, 2022):
        actions.open_edition(by=officer(), fiscal_year=year)
    published = published_edition()

    assert list(queries.editions_seen_by(somebody("akari"))) == [published]
    assert [each.fiscal_year for each in queries.editions_seen_by(officer())] == [2023, 2022, 2021]
    assert (queries.has_edition(2021), queries.has_edition(2020)) == (True, False)
