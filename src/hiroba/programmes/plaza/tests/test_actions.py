"""What stands in the books, in the letters and in the search after each verb."""

import datetime
from uuid import uuid4

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import GUEST
from hiroba.foundation.journal.models import Record
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.search import queries as search
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.plaza import actions, examples, queries
from hiroba.programmes.plaza.models import Visit

DAY = datetime.date(2023, 11, 22)


def written():
    return Letter.objects.filter(kind__startswith="plaza/").order_by("pk")


def letters():
    return list(written().values_list("kind", "to"))


def found(words, language="ja"):
    return [hit.title for hit in search.found_by(GUEST, words, language=language)[:5]]


def book(slot, who="akari", **changed):
    told = {"people": 32, "party": "見本小学校", "phone": "03-0000-0001", "key": uuid4()}
    return actions.book_visit(by=somebody(who), slot=slot, **{**told, **changed})


def test_a_booked_visit_is_told_by_letter_in_the_language_of_the_booker():
    taro = somebody("taro", "太郎(見本)", language="en")
    slot = examples.slot(DAY)

    book(slot)
    book(slot, who="taro", people=5)

    first, second = written()
    assert (first.to, second.to) == ("akari@example.jp", taro.email)
    assert "日時: 2023年11月22日(水)10:00" in first.body
    assert "会場: JICA地球ひろば(市ヶ谷)" in first.body
    assert "When: Wed 22 November 2023, 10:00" in second.body
    assert "Where: JICA Global Plaza, Ichigaya" in second.body


def test_a_second_click_is_the_same_visit_even_when_the_time_is_full_by_now():
    slot, key = examples.slot(DAY, capacity=32), uuid4()

    first, second = book(slot, key=key), book(slot, key=key)

    assert (first, Visit.objects.count(), letters()) == (
        second,
        1,
        [("plaza/booked", "akari@example.jp")],
    )


def test_a_group_that_is_too_large_changes_nothing():
    slot = examples.slot(DAY)

    with pytest.raises(Refused, match="5名から40名まで"):
        book(slot, people=41)

    assert (Visit.objects.count(), letters()) == (0, [])


def test_a_cancelled_visit_frees_its_seats_and_is_told():
    visit = examples.visit(examples.slot(DAY))

    actions.cancel_visit(by=somebody("akari"), visit=visit)

    [slot] = queries.visit_slots()
    assert (slot.left, letters()[-1]) == (40, ("plaza/cancelled", "akari@example.jp"))


def test_a_guide_is_asked_by_letter_and_a_no_is_told_to_the_officer():
    visit = examples.visit(examples.slot(DAY))
    duty = actions.ask_guide(by=officer(), slot=visit.booking.slot, person=somebody("aoi"))

    actions.decline_duty(by=somebody("aoi"), duty=duty, because="授業があるため")

    asked, declined = written()[1:]
    assert (asked.kind, asked.to) == ("plaza/asked", "aoi@example.jp")
    assert (declined.kind, declined.to) == ("plaza/declined", "sato@example.jp")
    assert "理由: 授業があるため" in declined.body


def test_a_site_and_an_exhibition_are_found_in_both_languages():
    examples.exhibition(examples.REFUGEES, "2023-11-29", "2024-04-11")

    assert found("市ヶ谷") == ["JICA地球ひろば(市ヶ谷)"] or "JICA地球ひろば(市ヶ谷)" in found(
        "市ヶ谷"
    )
    assert "ふるさとを離れて ― 難民の道をたどる(見本)" in found("難民")
    assert "Leaving home: a refugee's journey (sample)" in found("refugee", "en")


def test_a_draft_is_not_found():
    actions.prepare_exhibition(
        by=officer(), site=examples.site(), starts_on=DAY, title_ja="秘密の展示", text_ja="紹介"
    )

    assert found("秘密") == []


def test_the_times_of_a_site_gather_under_one_name():
    first, second = examples.slot(DAY), examples.slot(DAY, 14)

    assert first.gathering_id == second.gathering_id
    assert first.gathering.title_en == "Group visits, JICA Global Plaza, Ichigaya"


def test_counts_of_a_day_are_corrected_and_both_numbers_stay():
    with clock.at("2023-11-27 10:00"):
        examples.day_counts()

    holds = queries.counts_between("ichigaya", datetime.date(2023, 11, 24), DAY.replace(day=26))
    assert [(row.day.day, row.people) for row in holds] == [(26, 275), (25, 408), (24, 312)]
    wrong = holds.get(day=datetime.date(2023, 11, 25)).corrects
    assert wrong.people == 4080


def test_who_has_not_been_counted_is_known():
    with clock.at("2023-11-27 10:00"):
        examples.day_counts()

    assert [site.ref for site in queries.sites_not_counted(datetime.date(2023, 11, 24))] == [
        "nagoya"
    ]


def test_the_journal_names_what_was_done():
    before = Record.objects.count()
    visit = examples.visit(examples.slot(DAY))
    actions.cancel_visit(by=somebody("akari"), visit=visit)

    told = [each.verb for each in Record.objects.order_by("pk")[before:]]
    assert [verb for verb in told if verb.startswith("plaza.")] == [
        "plaza.book_visit",
        "plaza.cancel_visit",
    ]
