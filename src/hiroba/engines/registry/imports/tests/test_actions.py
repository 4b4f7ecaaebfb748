"""A list is mended row by row and taken in; nothing typed is lost, nothing comes in twice."""

import pytest

from hiroba.engines.registry.imports import actions, examples, queries
from hiroba.engines.registry.imports.models import BodyImport
from hiroba.engines.registry.imports.queries import Progress
from hiroba.engines.registry.people import examples as people
from hiroba.engines.registry.people.models import Body
from hiroba.engines.registry.places import examples as places
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.files.models import StoredFile
from hiroba.foundation.jobs.models import Job
from hiroba.foundation.verdicts import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

GOOD = {"name_ja": "空の会", "personality": "任意団体", "prefecture": "長野県"}
MENDED = GOOD | {"corporate_number": "", "email": "", "registered_on": ""}


def refused(act, **known):
    with pytest.raises(Refused) as refusal:
        act(**known)
    return refusal.value.reason


def row(brought, line):
    return brought.rows.get(line=line)


def many(count):
    places.reference()
    rows = "".join(f"第{number}の会,任意団体,長野県\n" for number in range(count))
    upload = examples.upload("団体名,法人格,都道府県\n" + rows)
    return actions.bring(by=officer(), upload=upload)


def test_each_row_is_sorted_by_what_can_be_done_with_it():
    brought = examples.brought()

    assert queries.progress(brought) == Progress(mend=1, doubt=1, ready=1)
    assert [(one.line, one.state, one.alike) for one in queries.rows_of(brought)] == [
        (2, "ready", None),
        (3, "doubt", people.minato()),
        (4, "mend", None),
    ]
    assert sorted(row(brought, 4).problems) == [
        "corporate_number",
        "email",
        "name_ja",
        "personality",
        "prefecture",
        "registered_on",
    ]


def test_columns_nobody_knows_are_kept():
    assert row(examples.brought(), 2).cells["備考"] == "会員30名"


def test_what_is_typed_is_kept_even_when_it_is_still_wrong():
    brought = examples.brought()

    actions.mend(by=officer(), row=row(brought, 4), name_ja="空の会", prefecture="どこか県")

    after = row(brought, 4)
    assert (after.state, after.cells["name_ja"], after.cells["prefecture"]) == (
        "mend",
        "空の会",
        "どこか県",
    )
    assert "name_ja" not in after.problems
    assert after.problems["prefecture"] == "「どこか県」という都道府県はありません。"


def test_a_mended_row_is_ready_and_becomes_a_body():
    brought = examples.brought()
    actions.mend(by=officer(), row=row(brought, 4), **MENDED)

    actions.take_in(by=officer(), brought=brought)

    body = Body.objects.get(name_ja="空の会")
    assert (body.origin, body.state, row(brought, 4).body) == ("imported", "unverified", body)
    assert queries.progress(brought) == Progress(doubt=1, taken=2)


def test_taking_in_twice_brings_nothing_twice():
    brought = examples.brought()
    actions.take_in(by=officer(), brought=brought)
    before = Body.objects.count()

    reason = refused(actions.take_in, by=officer(), brought=brought)

    assert reason == "いま取り込める行はありません。直すところのある行を直してください。"
    assert Body.objects.count() == before


def test_the_same_body_is_linked_and_not_made_again():
    brought, minato = examples.brought(), people.minato()
    actions.decide(by=officer(), row=row(brought, 3), decision="same")

    actions.take_in(by=officer(), brought=brought)

    assert (row(brought, 3).state, row(brought, 3).body) == ("linked", minato)
    assert Body.objects.filter(name_ja=minato.name_ja).count() == 1


def test_another_body_of_the_same_name_comes_in():
    brought = examples.brought()
    actions.decide(by=officer(), row=row(brought, 3), decision="new")

    actions.take_in(by=officer(), brought=brought)

    assert Body.objects.filter(name_ja="特定非営利活動法人みなと").count() == 2


def test_the_same_number_is_the_same_body():
    brought, minato = examples.brought(), people.minato()
    actions.mend(by=officer(), row=row(brought, 3), corporate_number=minato.corporate_number)

    reason = refused(actions.decide, by=officer(), row=row(brought, 3), decision="new")

    assert reason == "法人番号が同じなので、別の団体にはできません。番号を直してください。"


def test_a_row_that_looks_like_nobody_needs_no_decision():
    brought = examples.brought()

    reason = refused(actions.decide, by=officer(), row=row(brought, 2), decision="same")

    assert reason == "この行に似た団体は見つかっていません。"


def test_all_doubtful_rows_are_called_the_same_at_once():
    brought = examples.brought()

    actions.call_same(by=officer(), brought=brought)

    assert queries.progress(brought) == Progress(mend=1, ready=2)
    assert refused(actions.call_same, by=officer(), brought=brought) == (
        "確かめる行は残っていません。"
    )


def test_a_row_that_was_taken_in_is_not_mended():
    brought = examples.brought()
    actions.take_in(by=officer(), brought=brought)

    reason = refused(actions.mend, by=officer(), row=row(brought, 2), name_ja="別名")

    assert reason == "この行はもう取り込まれています。"


def test_the_same_body_twice_in_a_list_is_told_at_the_later_line():
    places.reference()
    text = "団体名,法人格,都道府県\n森の会,任意団体,長野県\n森の会,任意団体,長野\n"

    brought = actions.bring(by=officer(), upload=examples.upload(text))

    assert [one.problems for one in queries.rows_of(brought)] == [
        {},
        {"name_ja": "2行目と同じ団体です。どちらかを直してください。"},
    ]


def test_the_same_file_again_makes_doubts_and_no_bodies():
    many(3)
    actions.take_in(by=officer(), brought=BodyImport.objects.get())

    again = many(3)

    assert queries.progress(again) == Progress(doubt=3)


def test_a_body_that_another_list_brought_meanwhile_is_noticed():
    places.reference()
    text = "団体名,法人格,法人番号,都道府県\n森の会,NPO法人,7000012050002,長野県\n"
    first, second = (actions.bring(by=officer(), upload=examples.upload(text)) for _ in range(2))
    actions.take_in(by=officer(), brought=first)

    actions.take_in(by=officer(), brought=second)

    assert queries.progress(second) == Progress(doubt=1)
    assert row(second, 2).alike == Body.objects.get(name_ja="森の会")


def test_a_long_list_is_taken_in_behind_the_pages_with_its_progress():
    brought = many(actions.AT_ONCE + 5)

    job = actions.take_in(by=officer(), brought=brought)

    done = Job.objects.get(pk=job.pk)
    assert queries.progress(brought) == Progress(taken=actions.AT_ONCE + 5)
    assert (done.progress_done, done.progress_total) == (5, 5)


def test_a_refused_file_leaves_nothing_behind():
    reason = refused(actions.bring, by=officer(), upload=examples.upload("団体名\n森の会\n"))

    assert reason == "「法人格」「都道府県」の列が見つかりません。見出しを確かめてください。"
    assert (BodyImport.objects.count(), StoredFile.objects.count()) == (0, 0)


def test_a_picture_is_no_list():
    with pytest.raises(Refused):
        actions.bring(by=officer(), upload=examples.upload(b"\x89PNG\r\n\x1a\n", "list.csv"))

    assert not BodyImport.objects.exists()


def test_members_of_bodies_bring_no_lists():
    reason = refused(actions.bring, by=somebody("ren"), upload=examples.upload("x"))

    assert reason == "団体の一覧は担当職員が取り込みます。"
    assert list(queries.imports_seen_by(somebody("ren"))) == []


def test_a_list_with_open_rows_waits():
    brought = examples.brought()

    assert list(queries.unfinished(officer())) == [brought]
