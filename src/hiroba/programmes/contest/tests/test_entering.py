"""How essays come in, one by one and as a list, and how little is told about pupils."""

import pytest
from django.db import IntegrityError, transaction

from hiroba.engines.registry.people import examples as bodies
from hiroba.engines.ties.queries import chain_through
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import auditor, officer, reviewers, somebody
from hiroba.foundation.actors import GUEST
from hiroba.foundation.journal.models import Record
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.search import actions as search
from hiroba.foundation.search.models import Findable
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.contest import actions, examples, queries
from hiroba.programmes.contest.models import Essay, FaultyRow, Pupil

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_june_2023")]

NAME = "見本 つむぎ"
GOOD = ("中学生", 1, "見本 れん", "みほん れん", "雨の日の約束", examples.TEXT, "はい", "", "")
FAULTY = ("中学生", 5, "見本 めい", "みほん めい", "手紙の続き", examples.TEXT, "はい", "", "")


def contest():
    return examples.contest()


def refused(**change):
    with pytest.raises(Refused) as refusal:
        examples.entered(contest(), **change)
    return refusal.value.reason


def sent(*rows, encoding="utf-8"):
    return actions.upload(
        by=examples.teacher(),
        contest=contest(),
        body=bodies.school_body(),
        file=examples.sheet(*rows, encoding=encoding),
    )


def test_an_essay_has_come_in_with_a_number_and_its_length():
    essay = examples.entered(contest())

    assert (essay.division, essay.characters) == ("junior", len(examples.TEXT))
    assert essay.submission.state == "submitted"
    assert essay.submission.receipt_no == f"{essay.ref}-1"
    assert queries.text_of(essay) == examples.TEXT


def test_who_wrote_it_stands_apart_with_what_was_agreed_to():
    pupil = examples.entered(contest(), show_text=False).pupil

    assert (pupil.name, pupil.grade, pupil.show_name, pupil.show_text) == (NAME, 2, True, False)
    assert (str(pupil.consented_on), pupil.consent_taken_by) == ("2023-06-20", examples.teacher())


def test_no_journal_no_letter_and_no_index_names_a_pupil():
    essay = examples.entered(contest())

    kept = [str(record.details) + record.subject for record in Record.objects.all()]
    told = [letter.subject + letter.body for letter in Letter.objects.all()]
    found = [entry.title + entry.text for entry in Findable.objects.all()]
    assert [text for text in (*kept, *told, *found) if "つむぎ" in text] == []
    assert NAME not in str(essay.submission.document.answers)


def test_the_teacher_gets_a_letter_with_the_receipt():
    essay = examples.entered(contest())

    letter = Letter.objects.get(about=essay.ref)
    assert (letter.kind, letter.to) == ("contest/received", "akari@example.jp")
    assert letter.subject == f"【ひろば】作品を受け付けました({essay.ref}-1)"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"consent": False}, "保護者の同意を確かめてから応募してください。"),
        ({"name": " "}, "氏名とふりがなを書いてください。"),
        ({"grade": 4}, "学年は1、2、3のどれかです。"),
        ({"grade": 0}, "学年は1、2、3のどれかです。"),
        ({"title": ""}, "題名と本文を書いてください。"),
        ({"division": "primary"}, "部門は「中学生の部」か「高校生の部」です。"),
        (
            {"text": "あ" * 1201},
            "本文は原稿用紙で1201字分あります。1200字までにしてください。",
        ),
        (
            {"text": "あ\n" * 60 + "い"},
            "本文は原稿用紙で1201字分あります。1200字までにしてください。",
        ),
    ],
)
def test_what_is_missing_is_said(change, sentence):
    assert refused(**change) == sentence
    assert Essay.objects.count() == 0


def test_seniors_may_write_more():
    essay = examples.entered(contest(), division="senior", text="あ" * 1600)

    assert essay.characters == 1600


def test_a_pupil_enters_once():
    examples.entered(contest())

    assert refused(title="二つめ") == "この生徒の作品は、もう届いています(一人一点まで)。"


def test_the_database_knows_a_pupil_once_too():
    pupil = examples.entered(contest()).pupil
    other = examples.entered(contest(), name="見本 べつ").pupil

    with pytest.raises(IntegrityError), transaction.atomic():
        Pupil.objects.filter(pk=other.pk).update(name=pupil.name)


def test_after_the_deadline_nothing_comes_in():
    with clock.at("2023-09-11 17:00"):
        assert "締め切りました" in refused()


def test_only_the_school_enters_its_pupils():
    with pytest.raises(Refused, match="代表管理者か編集者だけができます。"):
        actions.enter(
            by=somebody("ren"), contest=contest(), body=bodies.school_body(), division="junior",
            grade=1, name="x", kana="x", title="x", text="x", consent=True,
        )  # fmt: skip


def test_what_moved_the_pupil_is_tied_when_the_house_knows_it():
    search.put(ref="M-KENYA", kind="materials", url="/materials/M-KENYA/", title="ケニアの教材")
    essay = examples.entered(contest(), inspired_by=" M-KENYA ")
    without = examples.entered(contest(), name="見本 べつ", inspired_by="M-NOTHERE")

    steps = chain_through("M-KENYA").steps
    assert [(step.kind, step.count, step.unnamed) for step in steps] == [
        ("material", 1, 0),
        ("essay", 1, 1),
    ]
    assert bool(chain_through(essay.ref)) and not chain_through(without.ref)


def test_a_pupil_is_seen_by_the_school_and_by_officers_only():
    essay = examples.entered(contest())
    seen = {
        "teacher": examples.teacher(),
        "officer": officer(),
        "ngo": somebody("ren"),
        "reviewer": reviewers()[0],
        "auditor": auditor(),
        "guest": GUEST,
    }

    assert {who: bool(queries.pupil_seen_by(by, essay)) for who, by in seen.items()} == {
        "teacher": True,
        "officer": True,
        "ngo": False,
        "reviewer": False,
        "auditor": False,
        "guest": False,
    }


def test_withdrawn_nothing_is_known_about_the_pupil_who_may_enter_again():
    essay = actions.withdraw(by=examples.teacher(), essay=examples.entered(contest()))

    assert (essay.submission.state, Pupil.objects.count()) == ("withdrawn", 0)
    assert examples.entered(contest()).pupil.name == NAME


@pytest.mark.parametrize("encoding", ["utf-8", "cp932"])
def test_a_list_enters_what_is_right_and_keeps_the_rest(encoding):
    kept = sent(GOOD, FAULTY, encoding=encoding)

    assert (kept.entered, kept.known) == (1, 0)
    assert [(row.line, row.fault) for row in queries.rows_to_repair(kept)] == [
        (3, "学年は1、2、3のどれかです。")
    ]
    assert FaultyRow.objects.get().facts["title"] == "手紙の続き"


def test_a_list_sent_twice_enters_nothing_twice():
    sent(GOOD)

    again = sent(GOOD)

    assert (again.entered, again.known, Essay.objects.count()) == (0, 1, 1)


def test_another_essay_of_the_same_pupil_is_a_fault_and_not_lost():
    sent(GOOD)

    kept = sent((*GOOD[:4], "べつの題名", *GOOD[5:]))

    row = queries.rows_to_repair(kept).get()
    assert (row.fault, row.facts["title"]) == (
        "この生徒の作品は、もう届いています(一人一点まで)。",
        "べつの題名",
    )


def test_a_row_is_repaired_and_gone_from_the_list():
    kept = sent(FAULTY)
    row = queries.rows_to_repair(kept).get()

    essay = actions.repair(by=examples.teacher(), row=row, **{**row.facts, "grade": 3})

    assert (essay.submission.title, essay.pupil.grade) == ("手紙の続き", 3)
    assert list(queries.rows_to_repair(kept)) == []


def test_a_row_that_is_still_wrong_stays():
    row = queries.rows_to_repair(sent(FAULTY)).get()

    with pytest.raises(Refused, match="学年は1、2、3のどれかです。"):
        actions.repair(by=examples.teacher(), row=row, **row.facts)

    assert FaultyRow.objects.count() == 1


def test_a_row_that_nobody_wants_is_erased_by_the_school_only():
    row = queries.rows_to_repair(sent(FAULTY)).get()

    with pytest.raises(Refused, match="代表管理者か編集者だけができます。"):
        actions.drop_row(by=somebody("ren"), row=row)
    actions.drop_row(by=examples.teacher(), row=row)

    assert FaultyRow.objects.count() == 0


def test_what_is_no_list_is_refused_whole():
    file = examples.sheet()
    file.file.seek(0)
    file.file.write(b"\xff\xfe")
    file.seek(0)

    with pytest.raises(Refused):
        actions.upload(
            by=examples.teacher(), contest=contest(), body=bodies.school_body(), file=file
        )
